/** `#/account?id=…`: everything known of one account. `@handle` in place of the id finds it by that. */
import { useEffect, useState } from 'preact/hooks';
import { AccountView } from '@/components/account-view';
import { MatesView, TimelineView } from '@/components/timeline-view';
import { isOwn } from '@/lib/coders';
import { parseQuery } from '@/lib/desk/query';
import type { DeskContext, Room } from './room';
import { useAnswer } from './use-answer';
import { WhoElse } from './who-else';
import '@/components/about.css';

const PART = 30;

function Timeline({ id, desk }: { readonly id: string; readonly desk: DeskContext }) {
  const { words, work, link } = desk;
  const [count, setCount] = useState(PART);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const { told } = useAnswer(
    () => work.start('timeline', { id, from: 0, count }),
    `${id} ${count}`,
    desk.followed?.version ?? 0,
  );
  const [shown, setShown] = useState(told?.output);
  useEffect(() => {
    if (told) setShown(told.output);
  }, [told]);
  if (!shown) return <p class="quiet">{words.say('log_loading')}</p>;
  const toggle = (postId: string) => {
    const next = new Set(open);
    if (!next.delete(postId)) next.add(postId);
    setOpen(next);
  };
  return (
    <>
      <TimelineView
        posts={shown.posts}
        blind={desk.eyes.blind}
        words={words}
        isOpen={(postId) => open.has(postId)}
        onAsk={toggle}
        answer={(postId) => <WhoElse postId={postId} desk={desk} />}
        postHref={(postId) => link('post', `id=${postId}`)}
      />
      {shown.total > shown.posts.length && (
        <button type="button" onClick={() => setCount(count + PART)}>
          {words.say('log_showMore')}
        </button>
      )}
    </>
  );
}

function Mates({ id, flockId, desk }: { readonly id: string; readonly flockId: string; readonly desk: DeskContext }) {
  // A flock of thousands is read as a whole: once for a page, not with every post that comes.
  const { told } = useAnswer(() => desk.work.start('mates', { id, flockId }), `${id} ${flockId}`, 0);
  return (
    <MatesView told={told?.output} words={desk.words} accountHref={(other) => desk.link('account', `id=${other}`)} />
  );
}

function AccountRoom({ id, desk }: { readonly id: string; readonly desk: DeskContext }) {
  const { words, work, followed, eyes, link } = desk;
  // What is done here changes no row of the tables: it is asked for by itself.
  const [acts, setActs] = useState(0);
  const { told, error } = useAnswer(() => work.start('account', { id }), id, (followed?.version ?? 0) + acts / 1e6);
  if (error !== undefined) return <p role="alert">{words.say('log_failed', error)}</p>;
  if (!told) return <p class="quiet">{words.say('log_loading')}</p>;
  const page = told.output;
  if (!page) return <p class="quiet">{words.say('log_goneAccount')}</p>;
  const own = eyes.blind ? { ...page, labels: page.labels.filter((label) => isOwn(label, eyes.coder)) } : page;
  const { handle } = page.account;
  const dismiss = async (dismissed: boolean) => {
    if (handle === undefined) return;
    await desk.send('dismiss', { handle, dismissed, atMs: Date.now() });
    setActs((n) => n + 1);
    await desk.refresh();
  };
  return (
    <article class="about">
      <AccountView
        page={own}
        words={words}
        blind={eyes.blind}
        flockHref={page.flockId === undefined ? undefined : link('flock', `id=${encodeURIComponent(page.flockId)}`)}
        onDismiss={(dismissed) => void dismiss(dismissed)}
      />
      {!eyes.blind && (
        <section>
          <h3>{words.say('log_mates')}</h3>
          {page.flockId === undefined ? (
            <p class="quiet">{words.say('log_matesNone')}</p>
          ) : (
            <Mates id={id} flockId={page.flockId} desk={desk} />
          )}
        </section>
      )}
      <section>
        <h3>{words.say('log_timeline')}</h3>
        <p>
          <a href={link('posts', '', { account: id })}>{words.say('log_postsOf')}</a>
        </p>
        <Timeline id={id} desk={desk} />
      </section>
      {handle !== undefined && (
        <p>
          <a href={link('care', `handle=${handle}`)}>{words.say('care_forgetThis')}</a>
        </p>
      )}
    </article>
  );
}

/** The id that the address names, by itself or by a handle. */
function Named({ desk }: { readonly desk: DeskContext }) {
  const query = new Map(parseQuery(desk.query));
  const [id, handle] = [query.get('id') ?? '', query.get('handle')?.replace(/^@/, '')];
  const [found, setFound] = useState<string | undefined>(id || undefined);
  useEffect(() => {
    if (id !== '' || handle === undefined) setFound(id);
    else void desk.log.accountByHandle([handle]).then(([account]) => setFound(account?.id ?? ''));
  }, [id, handle, desk.log]);
  return found === undefined ? null : <AccountRoom key={found} id={found} desk={desk} />;
}

export const accountRoom: Room = {
  id: 'account',
  title: 'log_account',
  hidden: true,
  render: (desk) => <Named desk={desk} />,
};
