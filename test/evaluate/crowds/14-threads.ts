/** People who publish a thread at once: their own words, 3–6 s apart, some several threads. */
import type { TruthPost } from '../../scenarios/truth';
import { type CrowdFamily, scaled } from '../case';
import { thread } from '../chatter';
import { amongOthers } from '../page';
import { openStage, people } from '../stage';
import { arabicLoan } from '../tongues/arabic';
import { english } from '../tongues/english';

export const threads: CrowdFamily = {
  id: '14-threads',
  title: 'Threads published at once, 3–6 s apart',
  aPage: 500,
  draw(random, size) {
    const stage = openStage(random, random.pick([arabicLoan, english]));
    const members = people(stage, scaled(size, 500));
    const posts: TruthPost[] = members.flatMap((member) =>
      Array.from({ length: random.pick([1, 1, 1, 2, 3]) }).flatMap(() => thread(stage, member, random.int(3, 9))),
    );
    return amongOthers(stage, 'threads', size, members, posts);
  },
};
