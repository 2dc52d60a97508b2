/** The popup: on or off, this page's figures, whether the chain works, the keys. */

import type { DeskSettings } from '@/lib/desk-settings';
import type { HealthReport } from '@/lib/health';
import type { PageSummary } from '@/lib/messages';
import { CodingSwitches } from './coding-switches';
import { KeyLegend } from './key-legend';
import { Mark } from './mark';
import type { WordKey, Words } from './words';

export interface PopupProps {
  readonly enabled: boolean;
  /** `undefined` where the tab in front is no hashtag or search page. */
  readonly summary: PageSummary | undefined;
  /** The figures are of another tab's page, the one looked at last. */
  readonly isLast: boolean;
  /** `null`: the background does not answer; `undefined`: not asked yet. */
  readonly health: HealthReport | null | undefined;
  readonly logUrl: string;
  readonly optionsUrl: string;
  readonly desk: DeskSettings;
  readonly words: Words;
  readonly onSwitch: (enabled: boolean) => void;
  readonly onDesk: (change: Partial<DeskSettings>) => void;
}

const stateWord: { readonly [S in HealthReport['state']]: WordKey } = {
  working: 'health_working',
  idle: 'health_idle',
  trouble: 'health_trouble',
};

function Figures({ summary, words }: { readonly summary: PageSummary; readonly words: Words }) {
  const { page, posts, accounts, strong, weak, share } = summary;
  if (summary.blind) {
    return (
      <p class="blind">
        <Mark kind="blind" size={18} />
        {words.say('tag_blindOn')}
      </p>
    );
  }
  const match = words.count('strip_match', strong + weak);
  return (
    <>
      <p class="title">
        <bdi>{page.kind === 'hashtag' ? `#${page.title}` : page.title}</bdi>
      </p>
      <p>{words.say('strip_seen', words.count('posts', posts), words.count('accounts', accounts))}</p>
      <p class={strong + weak > 0 ? 'accent' : undefined}>
        {weak > 0 ? `${match} (${words.count('strip_weak', weak)})` : match}
      </p>
      <p>{share === undefined ? words.say('strip_notEnough') : words.say('strip_share', words.percent(share))}</p>
    </>
  );
}

function Health({ health, words }: { readonly health: HealthReport; readonly words: Words }) {
  const { state, counters, troubles } = health;
  return (
    <>
      <p class={`state ${state}`}>
        <span class="dot" />
        {words.say(stateWord[state])}
      </p>
      {troubles.length > 0 && (
        <ul>
          {troubles.map((trouble) => (
            <li key={trouble.key}>{words.sentence(trouble)}</li>
          ))}
        </ul>
      )}
      {counters.bodies > 0 && (
        <p class="quiet">
          {words.count('health_bodies', counters.bodies)} · {words.count('health_posts', counters.posts)}
        </p>
      )}
      {counters.articles > 0 && (
        <p class="quiet">
          {words.say('health_anchors', words.number(counters.anchors), words.number(counters.articles))}
        </p>
      )}
    </>
  );
}

export function PopupView(props: PopupProps) {
  const { enabled, summary, isLast, health, desk, words, onSwitch, onDesk } = props;
  return (
    <main>
      <header>
        <Mark kind="strong" size={22} />
        <h1>Flockmark</h1>
        <label class="switch">
          <span>{words.say(enabled ? 'popup_on' : 'popup_off')}</span>
          <input
            type="checkbox"
            role="switch"
            aria-checked={enabled}
            checked={enabled}
            aria-label={words.say('popup_switch')}
            onChange={(event) => onSwitch(event.currentTarget.checked)}
          />
        </label>
      </header>
      {!enabled && <p class="quiet off">{words.say('popup_offHint')}</p>}
      <section>
        <h2>{words.say(summary && isLast ? 'popup_pageLast' : 'popup_page')}</h2>
        {summary ? <Figures summary={summary} words={words} /> : <p class="quiet">{words.say('popup_noPage')}</p>}
      </section>
      <section>
        <h2>{words.say('popup_health')}</h2>
        {health && <Health health={health} words={words} />}
        {health === null && <p class="state trouble">{words.say('health_silent')}</p>}
      </section>
      <section>
        <h2>{words.say('tag_desk')}</h2>
        <CodingSwitches desk={desk} words={words} onDesk={onDesk} />
        <p class="quiet">{desk.coder ? words.say('tag_coder', desk.coder) : words.say('tag_noCoder')}</p>
      </section>
      <section>
        <h2>{words.say('popup_keys')}</h2>
        <p class="quiet">{words.say('popup_keyHint')}</p>
        <KeyLegend desk={desk} words={words} />
      </section>
      <footer>
        <a href={props.logUrl} target="_blank" rel="noreferrer">
          {words.say('popup_log')}
        </a>
        <a href={props.optionsUrl} target="_blank" rel="noreferrer">
          {words.say('tag_options')}
        </a>
        <span class="quiet">{words.say('popup_local')}</span>
      </footer>
    </main>
  );
}
