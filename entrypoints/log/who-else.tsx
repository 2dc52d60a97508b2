/** “Who else said this?” for one post, asked when it is shown. */
import { WhoElseView } from '@/components/timeline-view';
import type { DeskContext } from './room';
import { useAnswer } from './use-answer';

export function WhoElse({ postId, desk }: { readonly postId: string; readonly desk: DeskContext }) {
  const { told, error } = useAnswer(() => desk.work.start('whoElse', { postId }), postId, desk.followed?.version ?? 0);
  if (error !== undefined) return <p role="alert">{desk.words.say('log_failed', error)}</p>;
  if (told && told.output === undefined) return <p class="quiet">{desk.words.say('log_gonePost')}</p>;
  return (
    <WhoElseView
      told={told?.output}
      blind={desk.eyes.blind}
      words={desk.words}
      accountHref={(id) => desk.link('account', `id=${id}`)}
      postHref={(id) => desk.link('post', `id=${id}`)}
    />
  );
}
