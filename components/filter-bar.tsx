/** Search, filters and what is filtered by: the same over every table. Choices come from what the log holds. */
import { useId, useRef } from 'preact/hooks';
import type { Choices } from '@/lib/desk/choices';
import { type Filter, filterPairs } from '@/lib/filter';
import type { Level } from '@/lib/model';
import { labelTitle } from './label-title';
import { filterWord, pageTitle } from './row-cells';
import type { WordKey, Words } from './words';

type How = 'push' | 'replace';
interface FilterBarProps {
  readonly filter: Filter;
  /** `undefined` until they are known. */
  readonly choices: Choices | undefined;
  /** No filter by what was judged. */
  readonly blind: boolean;
  readonly words: Words;
  readonly onFilter: (filter: Filter, how?: How) => void;
}

const LEVELS: readonly (readonly Level[])[] = [['strong', 'weak'], ['strong'], ['weak'], ['none'], ['not-enough-seen']];
/** Set by a link from a flock or an account, so they need words of their own. */
const byLink = ['flock', 'account', 'page'] as const;

/** The filter with one field changed; '' takes it out. */
function changed<Field extends keyof Filter>(filter: Filter, field: Field, value: Filter[Field] | ''): Filter {
  const { [field]: _before, ...rest } = filter;
  return value === undefined || value === '' ? rest : { ...rest, [field]: value };
}

/** A day of the reader's calendar as the time at which it begins. */
const dayStart = (value: string, daysLater = 0): number | undefined => {
  const [year = 0, month = 1, day = 1] = value.split('-').map(Number);
  const atMs = new Date(year, month - 1, day + daysLater).getTime();
  return value === '' || Number.isNaN(atMs) ? undefined : atMs;
};
const dayOf = (atMs: number | undefined, daysEarlier = 0): string => {
  if (atMs === undefined) return '';
  const day = new Date(atMs);
  day.setDate(day.getDate() - daysEarlier);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${String(day.getFullYear()).padStart(4, '0')}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
};

export function FilterBar({ filter, choices, blind, words, onFilter }: FilterBarProps) {
  const id = useId();
  /** What was typed last: more of the same word makes no step for “back”. */
  const typing = useRef(false);
  const set = <Field extends keyof Filter>(field: Field, value: Filter[Field] | '', how?: How) => {
    typing.current = field === 'text' && how !== undefined;
    onFilter(changed(filter, field, value), how);
  };
  const on = filterPairs(filter).filter(([name]) => name !== 'q').length;
  const select = (field: 'fingerprint' | 'label' | 'lang', title: WordKey, options: readonly [string, string][]) => (
    <label>
      {words.say(title)}
      <select value={filter[field] ?? ''} onChange={(event) => set(field, event.currentTarget.value)}>
        <option value="">{words.say('log_all')}</option>
        {options.map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
  const typed = (field: 'hashtag' | 'client', title: WordKey, options: readonly string[]) => (
    <label>
      {words.say(title)}
      <input
        type="text"
        dir="auto"
        list={`${id}-${field}`}
        value={filter[field] ?? ''}
        onChange={(event) => set(field, event.currentTarget.value.trim().replace(/^[#＃]/, ''))}
      />
      <datalist id={`${id}-${field}`}>
        {options.map((value) => (
          <option key={value} value={value} />
        ))}
      </datalist>
    </label>
  );
  const names = (of: 'clients' | 'langs' | 'hashtags' | 'fingerprints' | 'labels') =>
    (choices?.[of] ?? []).map(([name]) => name);
  const asOptions = (values: readonly string[]) => values.map((value): [string, string] => [value, value]);
  return (
    <search class="filter-bar">
      <input
        type="search"
        dir="auto"
        value={filter.text ?? ''}
        placeholder={words.say('log_search')}
        aria-label={words.say('log_search')}
        title={words.say('log_searchHint')}
        onInput={(event) => set('text', event.currentTarget.value, typing.current ? 'replace' : 'push')}
        onBlur={() => {
          typing.current = false;
        }}
      />
      <details class="filters" open={on > 0 ? true : undefined}>
        <summary>{on === 0 ? words.say('log_filters') : words.say('log_filtersOn', words.number(on))}</summary>
        <div class="fields">
          {!blind && (
            <label>
              {words.say('log_level')}
              <select
                value={filter.levels?.join() ?? ''}
                onChange={(event) =>
                  set(
                    'levels',
                    LEVELS.find((levels) => levels.join() === event.currentTarget.value),
                  )
                }
              >
                <option value="">{words.say('log_all')}</option>
                {LEVELS.map((levels) => (
                  <option key={levels.join()} value={levels.join()}>
                    {levels.length > 1 ? words.say('log_strongOrWeak') : words.say(filterWord[levels[0]!])}
                  </option>
                ))}
              </select>
            </label>
          )}
          {typed('hashtag', 'log_hashtag', names('hashtags'))}
          <label>
            {words.say('log_from')}
            <input
              type="date"
              value={dayOf(filter.fromMs)}
              onChange={(event) => set('fromMs', dayStart(event.currentTarget.value))}
            />
          </label>
          <label>
            {words.say('log_to')}
            <input
              type="date"
              value={dayOf(filter.toMs, 1)}
              onChange={(event) => set('toMs', dayStart(event.currentTarget.value, 1))}
            />
          </label>
          {!blind && select('fingerprint', 'log_fingerprint', asOptions(names('fingerprints')))}
          {!blind &&
            select('label', 'log_label', [
              ['any', words.say('log_anyLabel')],
              ['none', words.say('log_noLabel')],
              ...names('labels').map((key): [string, string] => [key, labelTitle(words, key)]),
            ])}
          {typed('client', 'log_client', names('clients'))}
          {select('lang', 'log_lang', asOptions(names('langs')))}
        </div>
      </details>
      {byLink.map((field) => {
        const value = filter[field];
        if (value === undefined) return null;
        const name =
          field === 'page' ? pageTitle(value) : `${words.say(`log_${field}`)} ${field === 'flock' ? '' : value}`;
        return (
          <button type="button" class="chip" key={field} onClick={() => set(field, '')}>
            <bdi>{words.say('log_only', name)}</bdi> <span aria-hidden="true">×</span>
            <span class="hidden">{words.say('log_remove', name)}</span>
          </button>
        );
      })}
      {filterPairs(filter).length > 0 && (
        <button type="button" onClick={() => onFilter({})}>
          {words.say('log_clear')}
        </button>
      )}
    </search>
  );
}
