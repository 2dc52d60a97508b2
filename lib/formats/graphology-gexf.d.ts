/** The writer alone: the package's own entry asks for a DOM parser as soon as it is loaded, and a worker has none. */
declare module 'graphology-gexf/common/writer.js' {
  import type { AbstractGraph } from 'graphology-types';
  export default function write(
    graph: AbstractGraph,
    options?: { readonly version?: '1.2' | '1.3'; readonly pretty?: boolean },
  ): string;
}
