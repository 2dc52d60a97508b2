/** What a profile looks like from afar: which parts are filled in, what its bio and its handle are made of. */
import type { Account, AccountId, ProfilePart } from '../model';
import { compact } from '../text/fold';
import type { ProfileTraits } from './evidence';

/** Shorter bios (“God, country, family”) are anybody's. */
const BIO_LETTERS = 20;
const BIO_KEPT = 160;
/** Letters of the name that a handle must repeat to be made from it. */
const STEM = 6;

/** Says of itself that a program writes: a service, and no disguise. In the languages of the pages met so far. */
const AUTOMATED =
  /\b(?:bots?|automated|automatic(?:ally)?|automatisch\w*|automatizad[oa]s?|automatique\w*|otomatik)\b|آلي|آلية|آليا|تلقائي|أوتوماتيك|خودکار|自動|자동/iu;

export function profileTraits(account: Account, follows?: readonly AccountId[]): ProfileTraits {
  const { followers, following, posts, bio } = account;
  const folded = bio === undefined ? '' : compact(bio).slice(0, BIO_KEPT);
  const [shape, handle] = [profileShape(account), handleKind(account)];
  return {
    ...(followers === undefined ? {} : { followers }),
    ...(following === undefined ? {} : { following }),
    ...(posts === undefined ? {} : { posts }),
    ...(folded.length < BIO_LETTERS ? {} : { bio: folded }),
    ...(shape === undefined ? {} : { shape }),
    ...(bio !== undefined && AUTOMATED.test(bio) ? { automated: true } : {}),
    ...(handle === undefined ? {} : { handle }),
    ...(follows === undefined ? {} : { follows }),
  };
}

/** The parts of a profile that tell recipes apart; `undefined` where one of them is unknown. */
export function profileParts({ bio, bannerUrl, defaultAvatar }: Account): readonly ProfilePart[] | undefined {
  if (bio === undefined || bannerUrl === undefined || defaultAvatar === undefined) return undefined;
  return [
    ...(bio === '' ? [] : (['bio'] as const)),
    ...(bannerUrl === '' ? [] : (['banner'] as const)),
    ...(defaultAvatar ? (['no-picture'] as const) : []),
  ];
}

/** The parts as one word to compare and to keep: `bio banner`, `bio`, `banner`, `bare`, with `no picture`. */
export function profileShape(account: Account): string | undefined {
  const parts = profileParts(account);
  return parts && (parts.map((part) => part.replace('-', ' ')).join(' ') || 'bare');
}

/**
 * Is the handle the display name, perhaps cut, and a digit or two (METHOD: three of six in the article)? Name and eight digits
 * is what X itself proposes since 2017 and says nothing. Names in another script than the handle cannot be compared.
 */
export function handleKind({ handle, name }: Account): ProfileTraits['handle'] {
  if (handle === undefined || name === undefined) return undefined;
  if (/\d{8}$/.test(handle)) return 'default';
  const latin = name.toLowerCase().replace(/[^a-z0-9]/g, '');
  if (latin.length < STEM) return 'other';
  const [, stem = '', digits = ''] = /^(.*?)(\d{1,3})$/.exec(handle.toLowerCase().replaceAll('_', '')) ?? [];
  const made = digits !== '' && stem.length >= STEM && latin.startsWith(stem);
  return made ? 'name-and-digit' : 'other';
}
