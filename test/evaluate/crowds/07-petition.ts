/** A petition's tweet storm: at a fixed hour people click “tweet this” on a page that offers three to six texts. */
import { clientOf, post } from '../../scenarios/crowd';
import { fill } from '../../scenarios/grammar';
import type { TruthPost } from '../../scenarios/truth';
import { type CrowdFamily, scaled } from '../case';
import { voice } from '../chatter';
import { amongOthers } from '../page';
import { HOUR_MS, openStage, people, SECOND_MS } from '../stage';
import { english } from '../tongues/english';
import { spanish } from '../tongues/spanish';

export const petition: CrowdFamily = {
  id: '07-petition',
  title: 'Click-to-tweet petition: 3–6 texts at a fixed hour, several a person seconds apart',
  aPage: 500,
  draw(random, size) {
    const tongue = random.pick([english, spanish]);
    const stage = openStage(random, tongue, 8);
    const { grammar } = tongue;
    const texts = Array.from({ length: random.int(3, 6) }, () => {
      const demand = `${fill(random, random.pick(grammar.claims), grammar)}: ${fill(random, random.pick(grammar.reasons), grammar)}`;
      return `@${random.pick(['CityCouncil', 'MinObras', 'TransportCttee'])} ${demand}`;
    });
    const link = `https://sign.example/${random.int(1_000, 9_999)}`;
    const hourMs = Math.ceil((stage.fromMs + 2 * HOUR_MS) / HOUR_MS) * HOUR_MS;
    const members = people(stage, scaled(size, 500), { recent: 0.12 });
    const posts: TruthPost[] = [];
    for (const member of members) {
      const client = clientOf(stage);
      // Most come in the first minutes after the hour, some hours later.
      let createdAtMs = hourMs + Math.abs(random.normal(0, random.chance(0.7) ? 300 : 5_000)) * SECOND_MS;
      for (const text of random.shuffle(texts).slice(0, random.pick([1, 1, 2, 2, 3, 4]))) {
        // A few add a word of their own before they send.
        const said = random.chance(0.15) ? `${text} ${random.pick(tongue.emoji)}` : text;
        const own = { authorId: member.id, client, createdAtMs, lang: tongue.lang, text: `${said} #${stage.hashtag}` };
        posts.push(post(stage, { ...own, links: random.chance(0.9) ? [link] : [] }));
        createdAtMs += random.int(4, 45) * SECOND_MS;
      }
      if (random.chance(0.35)) posts.push(...voice(stage, member, 1, posts));
    }
    return amongOthers(stage, 'petition', size, members, posts);
  },
};
