/** A flock's page: its figures, the runs of days on which its accounts were made, its texts. */
import type { FlockPage } from '@/lib/desk/flock-page';
import type { Level } from '@/lib/model';
import { Day, filterWord, Time } from './row-cells';
import type { Words } from './words';

interface FlockViewProps {
  readonly page: FlockPage;
  readonly words: Words;
  readonly accountsHref: string;
  readonly postsHref: string;
}

const levels: readonly Level[] = ['strong', 'weak', 'none', 'not-enough-seen'];

export function FlockView({ page: { flock, texts, runs, sampled }, words, accountsHref, postsHref }: FlockViewProps) {
  return (
    <>
      <header class="who">
        <h2>{words.count('log_flockOf', flock.accounts)}</h2>
        <p class="quiet">
          {levels
            .filter((level) => flock.levels[level] > 0)
            .map((level) => `${words.say(filterWord[level])} ${words.number(flock.levels[level])}`)
            .join(' · ')}
        </p>
        <p>
          <a href={accountsHref}>{words.say('log_flockAccounts')}</a> {' · '}
          <a href={postsHref}>{words.say('log_flockPosts')}</a>
        </p>
      </header>
      <dl class="facts-list across">
        <div>
          <dt>{words.say('log_posts')}</dt>
          <dd>{words.number(flock.posts)}</dd>
        </div>
        <div>
          <dt>{words.say('log_texts')}</dt>
          <dd>{words.number(flock.texts)}</dd>
        </div>
        <div>
          <dt>{words.say('log_colLabelled')}</dt>
          <dd>{words.number(flock.labelled)}</dd>
        </div>
        {flock.firstMs !== undefined && (
          <div>
            <dt>{words.say('log_colFirstPost')}</dt>
            <dd>
              <Time atMs={flock.firstMs} words={words} />
            </dd>
          </div>
        )}
        {flock.lastMs !== undefined && (
          <div>
            <dt>{words.say('log_colLastPost')}</dt>
            <dd>
              <Time atMs={flock.lastMs} words={words} />
            </dd>
          </div>
        )}
      </dl>
      <div class="two">
        <section>
          <h3>{words.say('log_texts')}</h3>
          <ol class="timeline">
            {texts.map((text) => (
              <li key={text.root}>
                <p class="full" dir="auto">
                  {text.text}
                </p>
                <p class="quiet">
                  {words.count('log_saidBy', text.accounts)}
                  {text.variants > 1 && ` · ${words.count('log_variantsOf', text.variants)}`}
                </p>
              </li>
            ))}
          </ol>
        </section>
        <div>
          {flock.clients.length > 0 && (
            <section>
              <h3>{words.say('log_apps')}</h3>
              <ul class="plain">
                {flock.clients.map(([name, times]) => (
                  <li key={name}>
                    <bdi>{name}</bdi> <span class="quiet">{words.count('posts', times)}</span>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <section>
            <h3>{words.say('log_runs')}</h3>
            {runs.length === 0 && <p class="quiet">{words.say('log_runsNone')}</p>}
            <ul class="plain">
              {runs.map((run) => (
                <li key={run.fromMs}>
                  <Day atMs={run.fromMs} words={words} />
                  {run.toMs > run.fromMs && (
                    <>
                      {' – '}
                      <Day atMs={run.toMs} words={words} />
                    </>
                  )}{' '}
                  <span class="quiet">{words.count('accounts', run.accounts)}</span>
                </li>
              ))}
            </ul>
            {runs.length > 0 && <p class="quiet">{words.say('log_runsSample', words.count('accounts', sampled))}</p>}
          </section>
        </div>
      </div>
    </>
  );
}
