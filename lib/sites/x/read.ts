/** Reading a JSON object of which nothing is sure: by paths of names, several places in turn, each value checked. */

/** A JSON object. Read by name only, never copied: a key may be `__proto__`. */
export type Node = { readonly [key: string]: unknown };
export type Read<T> = (node: Node) => T | undefined;

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value at a path of keys; undefined as soon as something on the way is not an object. */
function at(node: Node, path: readonly string[]): unknown {
  let value: unknown = node;
  for (const key of path) {
    if (!isNode(value)) return undefined;
    value = value[key];
  }
  return value;
}

/** Makes a reader of the first of several places (`a.b.c`) that holds a value which the check lets through. */
export function first<T>(check: (value: unknown) => T | undefined, ...places: readonly string[]): Read<T> {
  const paths = places.map((place) => place.split('.'));
  return (node) => {
    for (const path of paths) {
      const value = check(at(node, path));
      if (value !== undefined) return value;
    }
    return undefined;
  };
}

/** More links, tags or mentions than any post has; a list beyond is cut. */
const LIST_CAP = 500;
const listOf = (value: unknown): readonly Node[] =>
  Array.isArray(value) ? value.slice(0, LIST_CAP).filter(isNode) : [];

/** Makes a reader of the objects in all of several lists. */
export function lists(...places: readonly string[]): (node: Node) => readonly Node[] {
  const paths = places.map((place) => place.split('.'));
  return (node) => paths.flatMap((path) => listOf(at(node, path)));
}

export const nodeOf = (value: unknown): Node | undefined => (isNode(value) ? value : undefined);

/** Whatever stands there, were it of a wrong kind. */
export const anythingOf = (value: unknown): unknown => value;
