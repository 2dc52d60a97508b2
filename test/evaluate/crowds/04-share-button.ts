/** An outlet's readers press its share button: headline, “via”, link. Some share several of the day's articles. */
import { clientOf, post } from '../../scenarios/crowd';
import type { TruthPost } from '../../scenarios/truth';
import { type CrowdFamily, scaled } from '../case';
import { headline, moments, voice } from '../chatter';
import { amongOthers } from '../page';
import { openStage, people } from '../stage';
import { arabicSchool } from '../tongues/arabic';
import { english } from '../tongues/english';
import { japanese } from '../tongues/japanese';

export const shareButton: CrowdFamily = {
  id: '04-share-button',
  title: 'Share button: headline and link of one outlet, one to five articles a reader',
  aPage: 500,
  draw(random, size) {
    const tongue = random.pick([arabicSchool, english, japanese]);
    const stage = openStage(random, tongue, 12);
    const outlet = random.pick(['nilewire', 'citydesk', 'rundschau24']);
    const articles = Array.from({ length: random.int(4, 9) }, () => ({
      text: headline(stage).text.replace(/via @\w+$/, `via @${outlet}`),
      link: `https://${outlet}.example/${random.int(1, 9)}/${random.int(10_000, 99_999)}`,
    }));
    const members = people(stage, scaled(size, 500), { recent: 0.05 });
    const posts: TruthPost[] = [];
    for (const member of members) {
      const client = clientOf(stage);
      const chosen = random.shuffle(articles).slice(0, random.pick([1, 1, 1, 2, 2, 3, 5]));
      moments(stage, chosen.length).forEach((createdAtMs, i) => {
        const article = chosen[i];
        if (!article) return;
        const said = random.chance(0.12) ? `${random.pick(tongue.emoji)} ${article.text}` : article.text;
        const draft = {
          authorId: member.id,
          client,
          createdAtMs,
          lang: tongue.lang,
          text: `${said} #${stage.hashtag}`,
        };
        posts.push(post(stage, { ...draft, links: [article.link] }));
      });
      if (random.chance(0.4)) posts.push(...voice(stage, member, random.int(1, 2), posts));
    }
    return amongOthers(stage, 'share-button', size, members, posts);
  },
};
