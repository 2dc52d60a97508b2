/** Coupon sellers on a campaign's page: spam too, but of others. They may be badged; they may not join the campaign's flock. */
import { post } from '../../scenarios/crowd';
import type { TruthPost } from '../../scenarios/truth';
import { articleLike, bought, manyAccounts, play } from '../campaign';
import { type CrowdFamily, scaled } from '../case';
import { chatter } from '../chatter';
import { crowdCase, pageOf } from '../page';
import { openStage, people } from '../stage';
import { arabicSchool } from '../tongues/arabic';
import { COUPONS } from './texts/official';

export const coupons: CrowdFamily = {
  id: '20-coupons',
  title: 'Coupon sellers on a campaign’s page: another spam, not to be merged',
  aPage: 80,
  spam: true,
  draw(random, size) {
    const stage = openStage(random, arabicSchool, 12);
    const plan = articleLike(stage, 'channel', {
      count: scaled(size, manyAccounts(random, 80, 250)),
      postsEach: [4, 8],
    });
    const sellers = bought(stage, 'coupons', scaled(size, 80));
    const offers: TruthPost[] = sellers.flatMap((seller) => {
      const client = random.pick([
        'Twitter for Android',
        'Twitter for iPhone',
        'Twitter Web App',
        'TweetDeck Web App',
        'IFTTT',
      ]);
      const own = random.shuffle(COUPONS).slice(0, random.int(2, 5));
      const phone = random.int(500_000_000, 599_999_999);
      return Array.from({ length: random.int(3, 12) }, () => {
        const createdAtMs = stage.fromMs + random.next() * (stage.toMs - stage.fromMs);
        const text = `${random.pick(own)}${random.chance(0.5) ? ` ${phone}` : ''} #${stage.hashtag} #${random.pick(['الرياض', 'جدة', 'كود_خصم'])}`;
        return post(stage, { authorId: seller.id, client, createdAtMs, lang: 'ar', text });
      });
    });
    const others = people(stage, scaled(size, 300));
    const posts = [...play(stage, plan), ...offers, ...chatter(stage, others)];
    return crowdCase(sellers, pageOf(stage, 'coupons', [...plan.accounts, ...sellers, ...others], posts));
  },
};
