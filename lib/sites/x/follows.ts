/** Whose following list an answer is a part of. X names the owner in the address only, as `variables={"userId":"…"}`. */
import type { AccountId } from '../../model';

/** The list of those whom an account follows; not its followers, and not the lists of mutual ones. */
const FOLLOWING = /\/graphql\/[\w-]+\/Following\/?\?(?:[^#]*&)?variables=([^&#]*)/;
const OWNER = /"userId"\s*:\s*"(\d{1,20})"/;

/** The owner of the following list that this address asks for; `undefined` for any other address. */
export function followingOwner(url: string): AccountId | undefined {
  const variables = FOLLOWING.exec(url)?.[1];
  if (variables === undefined) return undefined;
  try {
    return OWNER.exec(decodeURIComponent(variables))?.[1];
  } catch {
    return undefined;
  }
}
