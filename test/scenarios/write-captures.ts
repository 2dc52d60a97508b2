/** `tsx test/scenarios/write-captures.ts seed-page out.ndjson [top|latest] [A|B|C]`: a scenario as recorded responses. */

import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { captures, loadScenario, type Order, scenarioIds } from './scenarios';
import type { Shape } from './wire';

const [id, path, order = 'latest', shape = 'C'] = process.argv.slice(2);
if (id === undefined || path === undefined) {
  console.error(`usage: write-captures <${scenarioIds.join('|')}> <file.ndjson> [latest|top] [A|B|C]`);
  process.exit(2);
}
const file = createWriteStream(path);
let lines = 0;
for (const recorded of captures(loadScenario(id), { order: order as Order, shape: shape as Shape })) {
  if (!file.write(`${JSON.stringify(recorded)}\n`)) await once(file, 'drain');
  lines++;
}
file.end();
await once(file, 'finish');
console.log(`${lines} responses of ${id} (${order}, shape ${shape}) in ${path}`);
