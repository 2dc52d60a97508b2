/** `#/post?id=…`: one post in full, and who else said it. */
import { useState } from 'preact/hooks';
import { Handle, LevelMark, pageTitle, Time } from '@/components/row-cells';
import { parseQuery } from '@/lib/desk/query';
import type { DeskContext, Room } from './room';
import { useAnswer } from './use-answer';
import { WhoElse } from './who-else';
import '@/components/about.css';

function PostRoom({ id, desk }: { readonly id: string; readonly desk: DeskContext }) {
  const { words, work, followed, link } = desk;
  const isBlind = desk.eyes.blind;
  const [isAsked, setAsked] = useState(false);
  const { told, error } = useAnswer(() => work.start('posts', { ids: [id] }), id, followed?.version ?? 0);
  if (error !== undefined) return <p role="alert">{words.say('log_failed', error)}</p>;
  if (!told) return <p class="quiet">{words.say('log_loading')}</p>;
  const [post] = told.output;
  if (!post) return <p class="quiet">{words.say('log_gonePost')}</p>;
  const { author } = post;
  return (
    <article class="about">
      <header class="who">
        <h2>
          <a href={link('account', `id=${author.id}`)}>
            <bdi>{author.name ?? <Handle account={author} />}</bdi>
          </a>
        </h2>
        <p>
          <Handle account={author} />
          {!isBlind && (
            <>
              {' · '}
              <LevelMark level={author.level} words={words} />
            </>
          )}
        </p>
      </header>
      <p class="full large" dir="auto" lang={post.lang}>
        {post.text === '' ? words.say('log_kindRepost') : post.text}
      </p>
      <p class="quiet">
        <Time atMs={post.atMs} words={words} />
        {post.client !== undefined && (
          <>
            {' · '}
            <bdi>{post.client}</bdi>
          </>
        )}
        {author.handle !== undefined && (
          <>
            {' · '}
            <a href={`https://x.com/${author.handle}/status/${post.id}`} rel="noreferrer noopener" target="_blank">
              {words.say('log_openOnX')}
            </a>
          </>
        )}
      </p>
      {post.pages.length > 0 && (
        <p class="quiet">
          {words.say('log_seenOn')}{' '}
          {post.pages.map((key) => (
            <a key={key} class="seen-on" href={link('posts', '', { page: key })}>
              <bdi>{pageTitle(key)}</bdi>
            </a>
          ))}
        </p>
      )}
      {isBlind ? (
        // How many said the same is half a judgement: blind eyes are told when they ask.
        <button type="button" class="again" aria-expanded={isAsked} onClick={() => setAsked(!isAsked)}>
          {words.say('log_whoElse')}
        </button>
      ) : (
        <h3>{words.say('log_whoElse')}</h3>
      )}
      {(isAsked || !isBlind) && <WhoElse postId={id} desk={desk} />}
    </article>
  );
}

export const postRoom: Room = {
  id: 'post',
  title: 'log_post',
  hidden: true,
  render: (desk) => {
    const id = new Map(parseQuery(desk.query)).get('id') ?? '';
    return <PostRoom key={id} id={id} desk={desk} />;
  },
};
