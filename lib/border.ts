/**
 * What both sides of the border between the page's world and the content script must agree on.
 * It stands alone so that the tap, which shares the page's world, need not carry a validator.
 */

/** Bodies above this many UTF-16 units are counted, not carried (50 MB answers exist). */
export const BODY_CAP = 8_000_000;

/** Addresses are cut here; X's run to about 5,000 units, what follows the operation's name is not needed. */
export const URL_CAP = 8_192;

/** The one message that hands the private port over. Its secrecy does not matter, only that it comes first. */
export const HANDSHAKE = 'flockmark:port';
