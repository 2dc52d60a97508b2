/** What a response holds, read apart from the extension's parser on purpose. */

/** Ids of all posts in a response but the promoted ones: by type and id, wherever they stand. */
export function postIdsIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const node = value as Record<string, unknown>;
  if ('promotedMetadata' in node) return [];
  const own = node.__typename === 'Tweet' && typeof node.rest_id === 'string' ? [node.rest_id] : [];
  return [...own, ...Object.values(node).flatMap(postIdsIn)];
}
