/**
 * GEXF 1.3 of the flock network, for Gephi; see `network.ts` for what nodes and edges bear. The library writes the file from a graph
 * in memory, so there is a bound to it; GraphML has none.
 */
import Graph from 'graphology';
import writeGexf from 'graphology-gexf/common/writer.js';
import { type Attributes, edgeAttributes, networkOf, nodeAttributes, told, xmlText } from './network';
import type { Lines } from './tables';

/** Edges that a graph in memory may have; Gephi itself tires before. */
export const EDGES_CAP = 250_000;

/** The network is too large for this format: the message says what to do. */
export class TooManyEdges extends Error {
  override readonly name = 'TooManyEdges';
  constructor(readonly edges: number) {
    super(`the network has ${edges} edges, more than GEXF is written for (${EDGES_CAP}): take GraphML, or filter`);
  }
}

const sound = (attributes: Attributes): Attributes =>
  Object.fromEntries(
    Object.entries(attributes).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, typeof value === 'string' ? xmlText(value) : value]],
    ),
  );

/** @throws {TooManyEdges} */
export async function* gexfFile(lines: Lines): AsyncGenerator<string> {
  const network = await networkOf(lines);
  if (network.edges > EDGES_CAP) throw new TooManyEdges(network.edges);
  const graph = new Graph({ type: 'undirected', multi: true });
  graph.replaceAttributes({ creator: 'Flockmark', description: told(network) });
  for await (const accounts of lines.accounts()) {
    for (const line of accounts) {
      if (network.tied.has(line.account.id)) graph.addNode(line.account.id, sound(nodeAttributes(line)));
    }
  }
  for await (const edges of lines.edges()) {
    for (const line of edges) {
      for (const id of line.accounts) graph.mergeNode(id);
      graph.addEdge(...line.accounts, sound(edgeAttributes(line)));
    }
  }
  yield writeGexf(graph, { version: '1.3', pretty: false });
}
