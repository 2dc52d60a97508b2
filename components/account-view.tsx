/** An account's page, its head: who it is, what it was, how it was judged. */
import type { ComponentChildren } from 'preact';
import type { AccountPage } from '@/lib/desk/account-page';
import { CountChart, type Point, TimesChart } from './charts';
import { Findings, levelWord } from './evidence';
import { labelTitle } from './label-title';
import { Mark, markOf } from './mark';
import { Day, Handle, Time } from './row-cells';
import type { WordKey, Words } from './words';

interface AccountViewProps {
  readonly page: AccountPage;
  readonly words: Words;
  /** No judgement is shown, and what was judged leads nowhere. */
  readonly blind: boolean;
  readonly flockHref: string | undefined;
  readonly onDismiss: (dismissed: boolean) => void;
}

const pointsOf = (
  counts: AccountPage['account']['counts'],
  field: 'followers' | 'following' | 'posts',
): readonly Point[] => counts.flatMap(({ atMs, [field]: value }) => (value === undefined ? [] : { atMs, value }));

/** Only addresses of the web: a profile can hold any text. */
const webAddress = (text: string): string | undefined => (/^https?:\/\//i.test(text) ? text : undefined);

function Profile({ page: { account }, words }: Pick<AccountViewProps, 'page' | 'words'>) {
  const website = account.website && webAddress(account.website);
  const facts: readonly (readonly [WordKey, ComponentChildren])[] = [
    ['col_created', account.createdAtMs !== undefined && <Time atMs={account.createdAtMs} words={words} />],
    ['log_bio', account.bio && <span dir="auto">{account.bio}</span>],
    ['log_location', account.location && <bdi>{account.location}</bdi>],
    [
      'log_website',
      website ? (
        <a href={website} rel="noreferrer noopener" target="_blank" dir="ltr">
          {website}
        </a>
      ) : (
        account.website && <bdi>{account.website}</bdi>
      ),
    ],
    ['log_basedIn', account.basedIn && <bdi>{account.basedIn}</bdi>],
    ['log_verified', account.verified && '✓'],
    ['log_id', <bdi dir="ltr">{account.id}</bdi>],
    [
      'log_earlier',
      account.handles.length > 0 && (
        <ul class="plain">
          {account.handles.map(({ handle, untilMs }) => (
            <li key={`${handle} ${untilMs}`}>
              <bdi dir="ltr">@{handle}</bdi> {words.say('log_until', words.date(untilMs))}
            </li>
          ))}
        </ul>
      ),
    ],
  ];
  const known = facts.filter(([, value]) => value !== undefined && value !== false && value !== '');
  return (
    <section>
      <h3>{words.say('log_profile')}</h3>
      <dl class="facts-list">
        {known.map(([key, value]) => (
          <div key={key}>
            <dt>{words.say(key)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Judged({ page: { verdict, mark }, words }: Pick<AccountViewProps, 'page' | 'words'>) {
  if (!verdict) return null;
  return (
    <section class="judged">
      <h3>{words.say('log_findings')}</h3>
      <p class={`level ${mark.level}`}>
        <Mark kind={markOf(mark.level)} size={18} /> {words.say(levelWord[mark.level])}
      </p>
      <p class="quiet">{words.say('card_evidence')}</p>
      <Findings verdict={verdict} words={words} />
    </section>
  );
}

export function AccountView({ page, words, blind, flockHref, onDismiss }: AccountViewProps) {
  const { account, mark, labels } = page;
  const charts = (['followers', 'following', 'posts'] as const).map(
    (field) => [field, pointsOf(account.counts, field)] as const,
  );
  const chartWord = { followers: 'col_followers', following: 'col_following', posts: 'log_colPosts' } as const;
  return (
    <>
      <header class="who">
        <h2>
          <bdi>{account.name ?? <Handle account={account} />}</bdi>
        </h2>
        <p>
          <Handle account={account} />
          {account.handle !== undefined && (
            <>
              {' · '}
              <a href={`https://x.com/${account.handle}`} rel="noreferrer noopener" target="_blank">
                {words.say('log_openOnX')}
              </a>
            </>
          )}
        </p>
        <p class="quiet">
          {words.count('postsSeen', page.times.length)}
          {' · '}
          {words.say('log_seenFromTo', words.time(account.firstSeenMs), words.time(account.lastSeenMs))}
          {!blind && flockHref !== undefined && mark.flockSize !== undefined && (
            <>
              {' · '}
              <a href={flockHref}>{words.count('flock', mark.flockSize)}</a>
            </>
          )}
        </p>
        {!blind && (
          <p>
            {mark.dismissed && <span>{words.say('card_dismissed')} </span>}
            <button type="button" onClick={() => onDismiss(!mark.dismissed)} disabled={account.handle === undefined}>
              {words.say(mark.dismissed ? 'card_undo' : 'card_dismiss')}
            </button>
          </p>
        )}
      </header>
      <TimesChart timesMs={page.times} words={words} />
      <div class="two">
        {blind ? <p>{words.say('tag_blindOn')}</p> : <Judged page={page} words={words} />}
        <div>
          <Profile page={page} words={words} />
          {charts.some(([, points]) => points.length > 0) && (
            <section>
              <h3>{words.say('log_countsOverTime')}</h3>
              {charts.map(([field, points]) => (
                <CountChart key={field} title={words.say(chartWord[field])} points={points} words={words} />
              ))}
            </section>
          )}
          <section>
            <h3>{words.say('log_labelsOf')}</h3>
            {labels.length === 0 && <p class="quiet">{words.say('log_labelsNone')}</p>}
            <ul class="plain">
              {labels.map((label) => (
                <li key={label.id}>
                  <strong>
                    <bdi>{labelTitle(words, label.value)}</bdi>
                  </strong>{' '}
                  {label.retractedAtMs !== undefined && <span class="quiet">({words.say('log_takenBack')}) </span>}
                  <span class="quiet">
                    <Day atMs={label.atMs} words={words} /> {label.coder !== '' && <bdi>{label.coder}</bdi>}
                  </span>
                  {label.note !== '' && <p dir="auto">{label.note}</p>}
                </li>
              ))}
            </ul>
          </section>
        </div>
      </div>
    </>
  );
}
