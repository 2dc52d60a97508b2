/** Which of X's responses are copied. Plain work on strings, because it runs in the page's world on every request. */

// https://x.com/i/api/graphql/<queryId>/<Operation>?… from the site itself, https://api.x.com/graphql/… from some clients.
const address = /^(?:https:\/\/([\w.-]+)(?::443)?)?(\/i\/api)?\/graphql\/[\w-]+\/(\w+)\/?(?:[?#]|$)/;
const siteHost = /^(?:(?:www|mobile)\.)?(?:x|twitter)\.com$/i;
const apiHost = /^api\.(?:x|twitter)\.com$/i;

/**
 * Operations that may carry private conversations. Wider than need be: a timeline left out costs a few posts, a message read costs trust.
 * Seen in X's bundles to 2026: DmAllSearchSlice, useDMReactionMutation…, GetInboxPageRequestQuery, GetConversationPageQuery,
 * GetInitialXChatPageQuery, useSendMessageMutation, GrokConversationItemsByRestId, GetPublicKeys.
 */
const privateWord = /direct|messag|inbox|conversation|chat|encrypt|publickey|grok/i;
// With its case, so that “LikedMedia” is not taken for one.
const dm = /D[Mm]|(?:^|[_\d])dm/;

// Kept from before the page's own scripts, which may replace it.
const { apply } = Reflect;
const { exec } = RegExp.prototype;
const match = (pattern: RegExp, text: string): RegExpExecArray | null => apply(exec, pattern, [text]);

/** True when the response of this address (absolute, or from the root) may be copied. Direct messages never are. */
export function wants(url: string): boolean {
  const parts = match(address, url);
  const host = parts?.[1];
  const site = parts?.[2];
  const operation = parts?.[3];
  if (operation === undefined) return false;
  const known = host === undefined ? site !== undefined : match(site ? siteHost : apiHost, host) !== null;
  return known && !match(privateWord, operation) && !match(dm, operation);
}
