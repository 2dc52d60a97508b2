/** `npm run bench -- engine [--posts N | --full] [--profile]`: figures as JSON lines. Exit code 2 for wrong words. */
import { parseArgs } from 'node:util';
import { engine } from './engine';

const usage = 'usage: npm run bench -- engine [--posts N | --full] [--profile]';
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    posts: { type: 'string', default: '50000' },
    full: { type: 'boolean', default: false },
    profile: { type: 'boolean', default: false },
  },
});
const posts = values.full ? 500_000 : Number(values.posts);
if (positionals[0] !== 'engine' || !(posts >= 1_000)) {
  console.error(usage);
  process.exit(2);
}
await engine({ posts, profile: values.profile, say: (line) => console.log(JSON.stringify(line)) });
