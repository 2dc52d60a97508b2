/** Puts accounts and posts together as a page that can be scrolled. */
import { oldestFirst, type Scenario, type TruthAccount, type TruthPost } from '../scenarios/truth';
import { type Plan, play } from './campaign';
import { type Case, type Size, scaled } from './case';
import { chatter } from './chatter';
import { people, type Stage } from './stage';

/** One page; accounts that never post on it are left out, as a page does not show them. */
export function pageOf(
  stage: Stage,
  id: string,
  accounts: readonly TruthAccount[],
  posts: readonly TruthPost[],
): Scenario {
  const seen = new Set(posts.map((post) => post.authorId));
  const shown = accounts.filter((account) => seen.has(account.id));
  return { id, hashtag: stage.hashtag, accounts: stage.random.shuffle(shown), posts: oldestFirst(posts) };
}

/** A case of campaigns among people. */
export const campaignCase = (...pages: readonly Scenario[]): Case => ({ pages, members: new Set() });

/** A case about a genuine family: its members are those of `accounts` who are on the page. */
export function crowdCase(members: readonly TruthAccount[], ...pages: readonly Scenario[]): Case {
  const shown = new Set(pages.flatMap((page) => page.accounts.map((account) => account.id)));
  return { pages, members: new Set(members.map(({ id }) => id).filter((id) => shown.has(id))) };
}

/** The plans' posts and those of 300–900 people around them, as one page. */
export function amongPeople(stage: Stage, id: string, size: Size, ...plans: readonly Plan[]): Scenario {
  const crowd = people(stage, scaled(size, stage.random.int(300, 900)));
  const accounts = [...plans.flatMap((plan) => plan.accounts), ...crowd];
  return pageOf(stage, id, accounts, [...plans.flatMap((plan) => play(stage, plan)), ...chatter(stage, crowd)]);
}

/** The members' posts with 250 other people around them, as one case. */
export function amongOthers(
  stage: Stage,
  id: string,
  size: Size,
  members: readonly TruthAccount[],
  posts: readonly TruthPost[],
): Case {
  const others = people(stage, scaled(size, 250));
  return crowdCase(members, pageOf(stage, id, [...members, ...others], [...posts, ...chatter(stage, others)]));
}
