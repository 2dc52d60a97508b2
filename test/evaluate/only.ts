/** `--only ID`: one family with details: who was missed, who was badged wrongly, and what matched. */
import { accountsOf } from './case';
import { badged, f1, precision, rate, recall, recallTwice } from './measures';
import { fixed } from './table';
import { casesOf, read, type Task } from './tasks';

const SHOWN = 12;

export async function only(task: Omit<Task, 'seed'>, seeds: readonly number[]): Promise<void> {
  for (const seed of seeds) {
    let draw = 0;
    for (const one of casesOf({ ...task, seed })) {
      const { seen, lines, tally } = await read(one, {}, seed);
      const truth = accountsOf(one);
      const posts = grouped(seen);
      console.log(
        `\n${task.id}, seed ${seed}, draw ${draw++}: ${one.pages.map((page) => `#${page.hashtag}`).join(' ')}`,
      );
      console.log(JSON.stringify(tally));
      console.log(
        `precision ${fixed(rate(precision(tally)))} recall ${fixed(rate(recall(tally)))} (2 or more seen ${fixed(rate(recallTwice(tally)))}) F1 ${fixed(f1(tally))}`,
      );
      const byId = new Map(lines.map((line) => [line.accountId, line]));
      const show = (title: string, ids: readonly string[]) => {
        if (ids.length === 0) return;
        const patterns = new Map<string, number>();
        for (const id of ids) {
          const line = byId.get(id);
          const what = `${line?.level ?? 'no line'}${line?.flock ? ' in a flock' : ''}: ${line?.fingerprints.join(' ') || '-'}`;
          patterns.set(what, (patterns.get(what) ?? 0) + 1);
        }
        console.log(`${title}: ${ids.length}`);
        for (const [what, n] of [...patterns].sort((a, b) => b[1] - a[1]).slice(0, SHOWN))
          console.log(`  ${n} × ${what}`);
        for (const id of ids.slice(0, 3)) {
          const { handle, createdAtMs } = truth.get(id) ?? {};
          console.log(
            `  @${handle}, since ${createdAtMs === undefined ? '?' : new Date(createdAtMs).toISOString().slice(0, 10)}`,
          );
          for (const post of posts.get(id)?.slice(0, 8) ?? [])
            console.log(
              `    ${new Date(post.createdAtMs).toISOString().slice(5, 19)} ${post.client ?? '-'}: ${post.repostOf ? '(repost)' : post.text.replace(/\n/g, ' ')}`,
            );
        }
      };
      const ids = [...posts.keys()];
      const campaign = (id: string) => truth.get(id)?.campaign != null;
      show(
        'campaign accounts found',
        ids.filter((id) => campaign(id) && badged(byId.get(id))),
      );
      show(
        'campaign accounts missed',
        ids.filter((id) => campaign(id) && !badged(byId.get(id))),
      );
      show(
        'members badged',
        ids.filter((id) => one.members.has(id) && badged(byId.get(id))),
      );
      show(
        'members left alone',
        ids.filter((id) => one.members.has(id) && !badged(byId.get(id))),
      );
      show(
        'other genuine people badged',
        ids.filter((id) => !campaign(id) && !one.members.has(id) && badged(byId.get(id))),
      );
    }
  }
}

function grouped<Post extends { readonly authorId: string }>(seen: readonly Post[]): Map<string, Post[]> {
  const map = new Map<string, Post[]>();
  for (const post of seen) map.set(post.authorId, [...(map.get(post.authorId) ?? []), post]);
  return map;
}
