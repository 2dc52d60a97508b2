/** Posts one under the other, each with the question who else said this. */
import type { ComponentChildren } from 'preact';
import type { Mates, TimelinePost } from '@/lib/desk/account-page';
import type { WhoElse } from '@/lib/desk/who-else';
import { Handle, LevelMark, pageTitle, Time } from './row-cells';
import type { Words } from './words';

interface TimelineViewProps {
  readonly posts: readonly TimelinePost[];
  /** How many said the same is told only where it is asked. */
  readonly blind: boolean;
  readonly words: Words;
  /** The answer for a post, where it was asked for. */
  readonly answer: (postId: string) => ComponentChildren;
  readonly isOpen: (postId: string) => boolean;
  readonly onAsk: (postId: string) => void;
  readonly postHref: (postId: string) => string;
}

export function TimelineView({ posts, blind, words, answer, isOpen, onAsk, postHref }: TimelineViewProps) {
  return (
    <ol class="timeline">
      {posts.map((post) => (
        <li key={post.id}>
          <p class="quiet">
            <a href={postHref(post.id)}>
              <Time atMs={post.atMs} words={words} />
            </a>
            {post.client !== undefined && (
              <>
                {' · '}
                <bdi>{post.client}</bdi>
              </>
            )}
            {post.pages.length > 0 && (
              <>
                {' · '}
                <bdi>{post.pages.map(pageTitle).join(', ')}</bdi>
              </>
            )}
          </p>
          <p class="full" dir="auto" lang={post.lang}>
            {post.kind === 'repost' && post.text === '' ? words.say('log_kindRepost') : post.text}
          </p>
          {post.saidBy !== undefined &&
            (post.saidBy < 2 && !blind ? (
              <span class="quiet">{words.say('log_whoNobody')}</span>
            ) : (
              <button type="button" class="again" aria-expanded={isOpen(post.id)} onClick={() => onAsk(post.id)}>
                {blind
                  ? words.say('log_whoElse')
                  : words.say('log_whoElseOf', words.count('accounts', post.saidBy - 1))}
              </button>
            ))}
          {isOpen(post.id) && answer(post.id)}
        </li>
      ))}
    </ol>
  );
}

interface WhoElseViewProps {
  /** `undefined` while it is asked. */
  readonly told: WhoElse | undefined;
  /** No levels. */
  readonly blind: boolean;
  readonly words: Words;
  readonly accountHref: (id: string) => string;
  readonly postHref: (id: string) => string;
}

export function WhoElseView({ told, blind, words, accountHref, postHref }: WhoElseViewProps) {
  if (!told) return <p class="quiet">{words.say('log_loading')}</p>;
  if (told.posts === 0) return <p class="quiet">{words.say('log_whoShort')}</p>;
  const others = told.sayings.filter(({ id }) => id !== told.post.id);
  return (
    <div class="who-else">
      <p>
        {told.accounts < 2 && others.length === 0
          ? words.say('log_whoNobody')
          : words.say('log_whoTotal', words.count('posts', told.posts), words.count('accounts', told.accounts))}
      </p>
      {others.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
        <section class="box" tabIndex={0} aria-label={words.say('log_whoElse')}>
          <table>
            <thead>
              <tr>
                <th scope="col">{words.say('col_time')}</th>
                <th scope="col">{words.say('col_author')}</th>
                {!blind && <th scope="col">{words.say('col_level')}</th>}
                <th scope="col">{words.say('col_text')}</th>
              </tr>
            </thead>
            <tbody>
              {others.map((one) => (
                <tr key={one.id}>
                  <td>
                    <a href={postHref(one.id)}>
                      <Time atMs={one.atMs} words={words} />
                    </a>
                  </td>
                  <td>
                    <a href={accountHref(one.author.id)}>
                      <Handle account={one.author} />
                    </a>
                  </td>
                  {!blind && (
                    <td>
                      <LevelMark level={one.author.level} words={words} />
                    </td>
                  )}
                  <td>
                    {one.variant === 0
                      ? words.say('log_exact')
                      : words.say('log_variant', words.number(one.variant + 1))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {told.variants.length > 1 && (
        <details>
          <summary>{words.say('log_variants')}</summary>
          <ol>
            {told.variants.map((text, i) => (
              <li key={i} dir="auto">
                {text}
              </li>
            ))}
          </ol>
        </details>
      )}
    </div>
  );
}

interface MatesViewProps {
  readonly told: Mates | undefined;
  readonly words: Words;
  readonly accountHref: (id: string) => string;
}

/** @param told `undefined` while it is read. */
export function MatesView({ told, words, accountHref }: MatesViewProps) {
  if (!told) return <p class="quiet">{words.say('log_loading')}</p>;
  return (
    <>
      <p class="quiet">{words.count('log_matesTotal', told.total)}</p>
      {told.mates.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
        <section class="box" tabIndex={0} aria-label={words.say('log_mates')}>
          <table>
            <thead>
              <tr>
                <th scope="col">{words.say('col_handle')}</th>
                <th scope="col">{words.say('col_level')}</th>
                <th scope="col" class="number">
                  {words.say('log_sharedTexts')}
                </th>
                <th scope="col" class="number">
                  {words.say('log_apart')}
                </th>
              </tr>
            </thead>
            <tbody>
              {told.mates.map(({ account, texts, apartMs }) => (
                <tr key={account.id}>
                  <td>
                    <a href={accountHref(account.id)}>
                      <Handle account={account} />
                    </a>
                  </td>
                  <td>
                    <LevelMark level={account.level} words={words} />
                  </td>
                  <td class="number">{words.number(texts)}</td>
                  <td class="number">{words.duration(apartMs)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  );
}
