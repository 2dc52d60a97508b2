/**
 * Walking any answer of X, known or not, from end to end: operations, instructions and entries get renamed, but posts and
 * accounts inside them keep their looks. No recursion, so that no nesting can exhaust the stack; lists in their order and
 * keys in alphabetical order, so that the same answer always gives the same result.
 */
import { isNode, type Node } from './read';

/** A response with 20 posts has 600–3,000 objects and lists, about 25 levels deep (captures of 2025 and 2026). */
export const NODE_CAP = 200_000;
export const DEPTH_CAP = 200;

export interface Place {
  readonly node: Node;
  /** The key under which it stands; in a list, the list's. */
  readonly key: string;
  /** The key of the object around it. */
  readonly parentKey: string;
  readonly depth: number;
  /** What the visitor said of the object around it. */
  readonly inherited: number;
}

/** Said by a visitor: leave out what is inside. */
export const STOP = -1;

/**
 * Visits every object but those under the keys to pass by.
 * @param visit answers with a number that is handed to everything inside, or with {@link STOP}
 * @returns whether a cap was met and something remained unvisited
 */
export function walk(root: unknown, passBy: ReadonlySet<string>, visit: (place: Place) => number): boolean {
  interface Frame extends Omit<Place, 'node'> {
    readonly value: object;
  }
  const stack: Frame[] = [];
  const push = (value: unknown, key: string, parentKey: string, depth: number, inherited: number) => {
    if (typeof value === 'object' && value !== null) stack.push({ value, key, parentKey, depth, inherited });
  };
  push(root, '', '', 0, 0);
  let seen = 0;
  let cut = false;
  for (let frame = stack.pop(); frame; frame = stack.pop()) {
    const { value, key, parentKey, depth, inherited } = frame;
    if (depth > DEPTH_CAP) {
      cut = true;
      continue;
    }
    seen += 1;
    if (seen > NODE_CAP) return true;
    if (isNode(value)) {
      const inside = visit({ node: value, key, parentKey, depth, inherited });
      if (inside === STOP) continue;
      const children: string[] = [];
      for (const name in value) {
        const child = value[name];
        if (typeof child === 'object' && child !== null && !passBy.has(name)) children.push(name);
      }
      if (children.length > 1) children.sort();
      for (let i = children.length - 1; i >= 0; i -= 1) {
        const name = children[i] as string;
        push(value[name], name, key, depth + 1, inside);
      }
    } else if (Array.isArray(value)) {
      for (let i = value.length - 1; i >= 0; i -= 1) push(value[i], key, parentKey, depth + 1, inherited);
    }
  }
  return cut;
}
