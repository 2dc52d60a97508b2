/** A network larger than a format can hold is refused before anything is written, and told in words that name a way out. */
import { expect, test } from 'vitest';
import { EDGES_CAP, gexfFile, TooManyEdges } from '@/lib/formats/gexf';
import { graphmlFile } from '@/lib/formats/graphml';
import type { EdgeLine, Lines } from '@/lib/formats/tables';

async function* none(): AsyncGenerator<never> {}

/** Pairs of a flock in which everybody is tied to the ten next to them. */
function networkOf(edges: number): Lines {
  const edge = (i: number): EdgeLine => ({
    flock: 'f',
    accounts: [String(Math.floor(i / 10) + 1), String(Math.floor(i / 10) + 2 + (i % 10))],
    handles: [undefined, undefined],
    ties: [{ text: 't', posts: ['1', '2'], atMs: [1000, 2000] }],
  });
  return {
    ...{ accounts: none, posts: none, sightings: none, labels: none, dismissals: none, follows: none, findings: none },
    flocks: async function* () {
      yield [{ id: 'f', accounts: 9, posts: 9, texts: 9, pairs: edges }];
    },
    async *edges() {
      for (let at = 0; at < edges; at += 1000) {
        yield Array.from({ length: Math.min(1000, edges - at) }, (_, i) => edge(at + i));
      }
    },
  };
}

test('GEXF refuses one edge too many, GraphML writes them all', async () => {
  const tooMany = networkOf(EDGES_CAP + 1);
  const written: string[] = [];
  const write = async () => {
    for await (const part of gexfFile(tooMany)) written.push(part);
  };
  await expect(write()).rejects.toThrow(TooManyEdges);
  await expect(write()).rejects.toThrow(/250001 edges.*250000.*GraphML, or filter/);
  expect(written).toEqual([]);

  let edges = 0;
  for await (const part of graphmlFile(tooMany)) edges += part.match(/<edge /g)?.length ?? 0;
  expect(edges).toBe(EDGES_CAP + 1);
});

test('GEXF writes what is within the bound', async () => {
  let edges = 0;
  for await (const part of gexfFile(networkOf(2000))) edges += part.match(/<edge /g)?.length ?? 0;
  expect(edges).toBe(2000);
});
