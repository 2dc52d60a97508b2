/**
 * Ministries with one communication office: one scheduler, statements that all of them publish at :00, accounts opened in
 * the weeks after a government was formed. Verified, and busy with their own matters for the rest of the day.
 */
import { post } from '../../scenarios/crowd';
import { compose } from '../../scenarios/grammar';
import { accountIdFor, type TruthPost } from '../../scenarios/truth';
import type { CrowdFamily } from '../case';
import { amongOthers } from '../page';
import { DAY_MS, HOUR_MS, MINUTE_MS, openStage, people, SECOND_MS } from '../stage';
import { english } from '../tongues/english';
import { NOTICES, STATEMENTS } from './texts/official';

const OFFICES =
  `Finance Health Interior Justice Defence Labour Housing Energy Water Transport Culture Youth Sports Education Science
  Trade Tourism Environment Fisheries Planning Media Family Pensions Digital Mining Forestry Customs Statistics Ports Roads
  Railways Aviation Elections Archives Consumers Integration Reform Treaties Heritage Nutrition`.split(/\s+/);

export const ministries: CrowdFamily = {
  id: '10-ministries',
  title: 'Ministries: one scheduler, shared statements at :00, opened within weeks of each other',
  aPage: 40,
  draw(random, size) {
    const stage = { ...openStage(random, english, 12), hashtag: random.pick(['Cabinet', 'Budget27', 'NationalDay']) };
    const formedMs = stage.fromMs - random.int(300, 3_500) * DAY_MS;
    const members = people(stage, 40, { recent: 0 }).map((account, i) => {
      const office = OFFICES[i] ?? `Office${i}`;
      const createdAtMs = Math.floor((formedMs + random.next() * 21 * DAY_MS) / SECOND_MS) * SECOND_MS;
      return {
        ...account,
        id: accountIdFor(createdAtMs, random),
        handle: `Min${office}Gov`.slice(0, 15),
        name: `Ministry of ${office}`,
        createdAtMs,
        followers: Math.round(Math.exp(random.normal(9.5, 1.3))),
        following: random.int(30, 120),
        postsCount: random.int(900, 14_000),
        bio: `Official account of the Ministry of ${office}.`,
        verified: true,
      };
    });
    const statements = random.shuffle(STATEMENTS).slice(0, random.int(3, 6));
    const hours = random.shuffle([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    const startMs = Math.ceil(stage.fromMs / HOUR_MS) * HOUR_MS;
    const posts: TruthPost[] = [];
    const write = (authorId: string, createdAtMs: number, text: string) =>
      posts.push(
        post(stage, { authorId, client: 'Hootsuite Inc.', createdAtMs, lang: 'en', text: `${text} #${stage.hashtag}` }),
      );
    for (const member of members) {
      statements.forEach((statement, i) => {
        if (random.chance(0.9))
          write(member.id, startMs + (hours[i] ?? 0) * HOUR_MS + random.next() * 8 * SECOND_MS, statement);
      });
      for (let own = random.int(2, 7); own > 0; own--) {
        const slot = startMs + random.int(2, 20) * 30 * MINUTE_MS + random.next() * 8 * SECOND_MS;
        const text = compose(random, NOTICES, random.int(3, 4));
        write(member.id, slot, text);
      }
    }
    return amongOthers(stage, 'ministries', size, members, posts);
  },
};
