/** `npm run bench -- engine`, `growth`, `desk` and `table`: figures as JSON lines. Exit code 2 for wrong words. */
import { parseArgs } from 'node:util';
import { desk } from './desk';
import { engine } from './engine';
import { growth } from './growth';
import { rebuild } from './rebuild';
import { table } from './table';

const usage = `usage: npm run bench -- engine [--posts N | --full] [--profile]
       npm run bench -- growth [--posts N] [--only WORDS] [--indexed]
       npm run bench -- desk [--posts N] [--only WORDS]
       npm run bench -- table [--posts N]
       npm run bench -- rebuild [--posts N]`;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    posts: { type: 'string' },
    full: { type: 'boolean', default: false },
    profile: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    indexed: { type: 'boolean', default: false },
  },
});
const say = (line: object) => console.log(JSON.stringify(line));
const usual: Readonly<Record<string, number>> = {
  engine: 50_000,
  growth: values.indexed ? 10_000 : 100_000,
  desk: 200_000,
  table: 200_000,
  rebuild: 100_000,
};
const [what = ''] = positionals;
const posts = values.full ? 500_000 : Number(values.posts ?? usual[what]);
if (!(posts >= 1_000)) {
  console.error(usage);
  process.exit(2);
}
if (what === 'engine') await engine({ posts, profile: values.profile, say });
else if (what === 'desk') await desk({ posts, only: values.only, say });
else if (what === 'table') await table({ posts, say });
else if (what === 'rebuild') await rebuild({ posts, say });
else await growth({ posts, only: values.only, indexed: values.indexed, say });
