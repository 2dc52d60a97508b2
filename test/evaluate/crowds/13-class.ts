/**
 * A class or workshop: some thirty people who signed up in the same lesson, weeks or months ago, and who post the exercise
 * sentences that the trainer wrote on the board, one after the other, from the lab's browsers.
 */
import { post } from '../../scenarios/crowd';
import { accountIdFor, type TruthAccount, type TruthPost } from '../../scenarios/truth';
import type { CrowdFamily } from '../case';
import { voice } from '../chatter';
import { amongOthers } from '../page';
import { DAY_MS, MINUTE_MS, openStage, people, SECOND_MS, type Stage } from '../stage';
import { english } from '../tongues/english';
import { turkish } from '../tongues/turkish';
import { EXERCISES } from './texts/exercises';

export const classOfPupils: CrowdFamily = {
  id: '13-class',
  title: 'A class that signed up the same day and posts prescribed sentences',
  aPage: 30,
  draw(random, size) {
    const tongue = random.pick([english, turkish]);
    const stage = openStage(random, tongue, 6);
    const members = pupils(stage, random.int(24, 36));
    const sentences = random.shuffle(EXERCISES[tongue.lang === 'tr' ? 'tr' : 'en']).slice(0, random.int(4, 7));
    const lessonMs = stage.fromMs + random.int(40, 200) * MINUTE_MS;
    const posts: TruthPost[] = [];
    for (const member of members) {
      const client = random.chance(0.75) ? 'Twitter Web App' : 'Twitter for Android';
      for (const [i, sentence] of sentences.entries()) {
        // The trainer sets a sentence every six minutes or so; the slow ones miss one.
        if (random.chance(0.15)) continue;
        const createdAtMs = lessonMs + i * 6 * MINUTE_MS + Math.abs(random.normal(70, 60)) * SECOND_MS;
        const typed = random.chance(0.2) ? sentence.replace(/[.!]$/, random.pick(['', ' :)', ' 😂', '!!'])) : sentence;
        const text = `${typed} #${stage.hashtag}`;
        posts.push(post(stage, { authorId: member.id, client, createdAtMs, lang: tongue.lang, text }));
      }
      posts.push(...voice(stage, member, random.pick([0, 1, 1, 2]), posts));
    }
    return amongOthers(stage, 'class', size, members, posts);
  },
};

/** Accounts of one lesson: within forty minutes of one day, hardly used since. */
function pupils(stage: Stage, count: number): TruthAccount[] {
  const { random, fromMs } = stage;
  const day = fromMs - random.int(8, 200) * DAY_MS;
  return people(stage, count, { recent: 0, eightDigits: 0.6 }).map((account) => {
    const createdAtMs = Math.floor((day + random.next() * 40 * MINUTE_MS) / SECOND_MS) * SECOND_MS;
    return {
      ...account,
      id: accountIdFor(createdAtMs, random),
      createdAtMs,
      followers: random.int(0, 40),
      following: random.int(3, 60),
      postsCount: random.int(5, 90),
      likes: random.int(0, 60),
      bio: random.chance(0.3) ? (account.bio ?? '') : '',
      banner: random.chance(0.1) ? (account.banner ?? '') : '',
      defaultAvatar: random.chance(0.5),
      verified: false,
    };
  });
}
