/** What an object in X's answer is, judged by its type's name, its place and its looks, for any of the three may change. */
import type { Node } from './read';
import type { Place } from './walk';
import { envelopeKey, mark, notShown, post, postPlaces, type, user, userPlaces } from './wire';

const isEmpty = (node: Node): boolean => Object.keys(node).length === 0;
const holdsObject = (node: Node): boolean =>
  Object.values(node).some((value) => typeof value === 'object' && value !== null);

/** Only named: an id and no more, as in a quote inside a quote. */
const isReference = (node: Node): boolean => post.id(node) !== undefined && !holdsObject(node);

const isNotShown = (node: Node): boolean => notShown.has(mark.type(node) ?? '');

/** The envelope of a post with limited visibility. A preview has the same form, and only the beginning of a post in it. */
export const isEnvelope = (node: Node): boolean => mark.enveloped(node) !== undefined && !isNotShown(node);

/** Should this object be readable as a post? `isEnveloped`: the object around it is an envelope. */
export function looksLikePost({ node, key, parentKey }: Place, isEnveloped: boolean): boolean {
  const name = mark.type(node);
  if (name === type.post) return !isReference(node);
  if (mark.postText(node) !== undefined) return true;
  const isPlace = (key === 'result' && postPlaces.has(parentKey)) || (isEnveloped && key === envelopeKey);
  if (!isPlace || isEmpty(node) || isEnvelope(node)) return false;
  return name === undefined ? !isReference(node) : !isNotShown(node);
}

/** Should this object be readable as an account? */
export function looksLikeUser({ node, key, parentKey }: Place): boolean {
  const name = mark.type(node);
  const hasId = mark.anyId(node) !== undefined;
  // Without id: `data.user.result` as a mere frame around a timeline, or a mention by name.
  if (name === type.user) return hasId || mark.userParts(node) !== undefined;
  if (isNotShown(node)) return false;
  if (hasId && mark.userHandle(node) !== undefined) return true;
  if (key !== 'result' || !userPlaces.has(parentKey) || isEmpty(node)) return false;
  return hasId || name !== undefined;
}

/** Is the post's author one who does not show it to everyone? */
export function isByProtected(node: Node): boolean {
  const author = post.author(node);
  if (!author) return false;
  const isGone = mark.type(author) === type.goneUser;
  return user.isProtected(author) === true || (isGone && /protect/i.test(mark.reason(author) ?? ''));
}

/** Paid for, so no part of a hashtag's conversation. */
export const isPromoted = (node: Node): boolean =>
  mark.advertisement(node) !== undefined || /(?:^|-)promoted/i.test(mark.entryId(node) ?? '');

const MESSAGE_KEY = /(?:^|_)(?:dms?|xchat|inbox|direct_?messages?)(?:_|$)/i;
const MESSAGE_TYPE = /^(?:X?Chat[A-Z]|Dm[A-Z]|DM|DirectMessage)/;
/** An answer says near its root what it is. */
const ROOT_DEPTH = 5;

/** Direct messages are never read, whatever the operation is called. The tap leaves them out; this is the second lock. */
export function isDirectMessage({ node, key, depth }: Place): boolean {
  return (depth <= ROOT_DEPTH && MESSAGE_KEY.test(key)) || MESSAGE_TYPE.test(mark.type(node) ?? '');
}
