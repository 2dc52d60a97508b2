/** `#/flock?id=…`: one flock. */
import { FlockView } from '@/components/flock-view';
import { parseQuery } from '@/lib/desk/query';
import type { DeskContext, Room } from './room';
import { useAnswer } from './use-answer';
import '@/components/about.css';

function FlockRoom({ id, desk }: { readonly id: string; readonly desk: DeskContext }) {
  const { words, work, followed, link } = desk;
  // Before the log is read as a whole, its figures would be those of a part.
  const complete = followed?.complete ? followed.version : -1;
  const { told, error } = useAnswer(() => work.start('flock', { id }), id, complete);
  if (error !== undefined) return <p role="alert">{words.say('log_failed', error)}</p>;
  if (!told || (complete < 0 && !told.output)) return <p class="quiet">{words.say('log_loading')}</p>;
  if (!told.output) return <p class="quiet">{words.say('log_goneFlock')}</p>;
  return (
    <article class="about">
      <FlockView
        page={told.output}
        words={words}
        accountsHref={link('accounts', '', { flock: id })}
        postsHref={link('posts', '', { flock: id })}
      />
    </article>
  );
}

export const flockRoom: Room = {
  id: 'flock',
  title: 'log_flock',
  hidden: true,
  judged: true,
  render: (desk) => {
    const id = new Map(parseQuery(desk.query)).get('id') ?? '';
    return <FlockRoom key={id} id={id} desk={desk} />;
  },
};
