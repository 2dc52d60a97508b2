/**
 * A K-pop voting party: the fan club prescribes three to eight texts, everybody posts them many times with a counter or
 * hearts so that they are accepted, seconds to minutes apart. Many accounts are new, for this award or the last one.
 */
import { clientOf, post } from '../../scenarios/crowd';
import { accountIdFor, type TruthAccount, type TruthPost } from '../../scenarios/truth';
import { type CrowdFamily, scaled } from '../case';
import { voice } from '../chatter';
import { amongOthers } from '../page';
import { DAY_MS, openStage, people, SECOND_MS, type Stage } from '../stage';
import { english } from '../tongues/english';
import { PRESCRIBED } from './texts/fans';

export const fanVotes: CrowdFamily = {
  id: '08-fan-votes',
  title: 'K-pop vote: 3–8 prescribed texts, many posts a fan, accounts new or 40–90 days old',
  aPage: 500,
  draw(random, size) {
    const stage: Stage = { ...openStage(random, english, 10), hashtag: 'HaneulAwards' };
    const texts = random.shuffle(PRESCRIBED).slice(0, random.int(3, 8));
    const members = fans(stage, scaled(size, 500));
    const posts: TruthPost[] = [];
    for (const member of members) {
      const client = clientOf(stage);
      // Half of the votes fall into the party's two hours.
      const party = stage.fromMs + (stage.toMs - stage.fromMs) * 0.6;
      let createdAtMs = random.chance(0.5)
        ? party + random.next() * 7_000 * SECOND_MS
        : stage.fromMs + random.next() * (party - stage.fromMs);
      const votes = random.weighted([
        [random.int(1, 3), 5],
        [random.int(4, 9), 4],
        [random.int(10, 22), 1],
      ]);
      for (let vote = 1; vote <= votes; vote++) {
        const text = random.pick(texts);
        const said = random.weighted([
          [text, 4],
          [`${text} ${random.pick(['💜', '🏮', '💜💜', '✨', '🔥'])}`, 3],
          [`${text} (${vote})`, 2],
          [`${text} ${random.int(1, 999)}/1000`, 1],
        ]);
        posts.push(
          post(stage, {
            authorId: member.id,
            client,
            createdAtMs,
            lang: 'en',
            text: `${said} #LUMENE #${stage.hashtag}`,
          }),
        );
        createdAtMs += Math.max(3, Math.exp(random.normal(3.4, 1.1))) * SECOND_MS;
      }
      if (random.chance(0.5)) posts.push(...voice(stage, member, random.int(1, 4), posts.slice(-300)));
    }
    return amongOthers(stage, 'fan-votes', size, members, posts);
  },
};

function fans(stage: Stage, count: number): TruthAccount[] {
  const { random, fromMs } = stage;
  return people(stage, count, { recent: 0.2, eightDigits: 0.3 }).map((account) => {
    const handle = random.chance(0.5)
      ? `${random.pick(['jiho', 'rael', 'lumene', 'sehyun', 'lantern'])}${random.int(100, 99_999)}`
      : account.handle;
    const bio = random.pick([
      'LUMENE only',
      'she/her | Jiho biased',
      'fan account',
      'OT7',
      'ult: Rael',
      account.bio ?? '',
    ]);
    if (!random.chance(0.22)) return { ...account, handle, bio };
    const createdAtMs = Math.floor((fromMs - (40 + random.next() * 50) * DAY_MS) / 1_000) * 1_000;
    return {
      ...account,
      id: accountIdFor(createdAtMs, random),
      handle,
      bio,
      createdAtMs,
      followers: random.int(0, 300),
      following: Math.round(Math.exp(random.normal(4.2, 0.9))),
      postsCount: Math.round(Math.exp(random.normal(6, 1.3))),
    };
  });
}
