/** GraphML of the flock network, written as it is read; see `network.ts` for what nodes and edges bear. */
import {
  type Attributes,
  edgeAttributes,
  edgeTypes,
  networkOf,
  nodeAttributes,
  nodeTypes,
  told,
  xmlText,
} from './network';
import type { Lines } from './tables';

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => xmlText(text).replace(/[&<>"]/g, (sign) => escapes[sign]!);

const keysOf = (of: 'node' | 'edge', types: Readonly<Record<string, string>>): string =>
  Object.entries(types)
    .map(
      ([name, type]) =>
        `<key id="${of}_${name}" for="${of}" attr.name="${name}" attr.type="${type === 'int' ? 'long' : type}"/>\n`,
    )
    .join('');

const dataOf = (of: 'node' | 'edge', attributes: Attributes): string =>
  Object.entries(attributes)
    .map(([name, value]) => (value === undefined ? '' : `<data key="${of}_${name}">${escaped(String(value))}</data>`))
    .join('');

export async function* graphmlFile(lines: Lines): AsyncGenerator<string> {
  const network = await networkOf(lines);
  yield `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
<key id="graph_description" for="graph" attr.name="description" attr.type="string"/>
${keysOf('node', nodeTypes)}${keysOf('edge', edgeTypes)}<graph id="flocks" edgedefault="undirected">
<data key="graph_description">${escaped(told(network))}</data>
`;
  const unknown = new Set(network.tied);
  for await (const accounts of lines.accounts()) {
    yield accounts
      .filter(({ account }) => unknown.delete(account.id))
      .map((line) => `<node id="${escaped(line.account.id)}">${dataOf('node', nodeAttributes(line))}</node>\n`)
      .join('');
  }
  yield [...unknown].map((id) => `<node id="${escaped(id)}"/>\n`).join('');
  let number = 0;
  for await (const edges of lines.edges()) {
    yield edges
      .map((line) => {
        const [a, b] = line.accounts;
        const ends = `id="e${number++}" source="${escaped(a)}" target="${escaped(b)}"`;
        return `<edge ${ends}>${dataOf('edge', edgeAttributes(line))}</edge>\n`;
      })
      .join('');
  }
  yield '</graph>\n</graphml>\n';
}
