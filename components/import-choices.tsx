/** What a person says of a file that does not say it itself: its format, its columns, its clock, its page. */

import type { Preview } from '@/lib/desk/preview';
import type { Guess } from '@/lib/formats/guess';
import { encodings, type ReadOptions } from '@/lib/formats/imported';
import { type FormatId, formatIds } from '@/lib/formats/readers';
import { type Field, fields } from '@/lib/formats/row-fields';
import type { WordKey, Words } from './words';

export interface Choices {
  readonly format: FormatId;
  readonly options: ReadOptions;
  /** As typed: a hashtag or a search. */
  readonly page: string;
  /** As typed. */
  readonly zone: string;
}

interface ImportChoicesProps {
  readonly guess: Guess;
  readonly choices: Choices;
  readonly preview: Preview | undefined;
  readonly isZoneWrong: boolean;
  readonly words: Words;
  readonly onChange: (choices: Choices) => void;
}

const formatName = (format: FormatId): WordKey => `import_format_${format.replaceAll('-', '_')}` as WordKey;
export const fieldName = (field: Field): WordKey => `import_field_${field}`;

export function ImportChoices({ guess, choices, preview, isZoneWrong, words, onChange }: ImportChoicesProps) {
  const { options } = choices;
  const say = words.say;
  const change = (more: Partial<ReadOptions>) => onChange({ ...choices, options: { ...options, ...more } });
  const asksZone = (preview?.remarks['no-zone'] ?? 0) > 0 || choices.zone !== '';
  const asksOrder = (preview?.remarks['day-or-month'] ?? 0) > 0 || options.dayFirst !== undefined;
  const asksPage = (preview?.withoutPage ?? 0) > 0 || choices.page !== '';
  return (
    <div class="import-choices">
      <label>
        {say('import_format')}
        <select
          value={choices.format}
          onChange={({ currentTarget: { value } }) => onChange({ ...choices, format: value as FormatId })}
        >
          {formatIds.map((format) => (
            <option key={format} value={format}>
              {say(formatName(format))}
            </option>
          ))}
        </select>
      </label>
      <label>
        {say('import_encoding')}
        <select
          value={options.encoding}
          onChange={({ currentTarget: { value } }) => change({ encoding: value as ReadOptions['encoding'] })}
        >
          <option value="auto">{say('import_encoding_auto')}</option>
          {encodings.map((encoding) => (
            <option key={encoding} value={encoding}>
              {encoding}
            </option>
          ))}
        </select>
      </label>
      {asksZone && (
        <div class="question">
          <label for="import-zone">{say('import_zone')}</label>
          <input
            id="import-zone"
            dir="ltr"
            value={choices.zone}
            aria-describedby="import-zone-ask"
            aria-invalid={isZoneWrong}
            onChange={({ currentTarget: { value } }) => onChange({ ...choices, zone: value.trim() })}
          />
          <p id="import-zone-ask" class="quiet">
            {say(isZoneWrong ? 'import_zone_wrong' : 'import_zone_ask')}
          </p>
        </div>
      )}
      {asksOrder && (
        <label>
          {say('import_order')}
          <select
            value={options.dayFirst ? 'day' : 'month'}
            onChange={({ currentTarget: { value } }) => change({ dayFirst: value === 'day' })}
          >
            <option value="month">{say('import_order_month')}</option>
            <option value="day">{say('import_order_day')}</option>
          </select>
        </label>
      )}
      {asksPage && (
        <div class="question">
          <label for="import-page">{say('import_page')}</label>
          <input
            id="import-page"
            dir="auto"
            value={choices.page}
            aria-describedby="import-page-ask"
            onChange={({ currentTarget: { value } }) => onChange({ ...choices, page: value.trim() })}
          />
          <p id="import-page-ask" class="quiet">
            {say('import_page_ask')}
          </p>
        </div>
      )}
      {guess.table && choices.format === 'table' && (
        <ColumnTable
          table={guess.table}
          columns={options.columns}
          words={words}
          onChange={(columns) => change({ columns })}
        />
      )}
    </div>
  );
}

interface ColumnTableProps {
  readonly table: NonNullable<Guess['table']>;
  readonly columns: ReadOptions['columns'];
  readonly words: Words;
  readonly onChange: (columns: Readonly<Record<string, string>>) => void;
}

/** A row a column of the file, so that it fits a narrow window. */
function ColumnTable({ table, columns = table.columns, words, onChange }: ColumnTableProps) {
  const set = (column: string, field: string) => {
    // A field stands in one column: choosing it here takes it from there.
    const others = Object.entries(columns).filter(([name, taken]) => name !== column && taken !== field);
    onChange(Object.fromEntries(field === '' ? others : [...others, [column, field]]));
  };
  return (
    <div class="import-columns">
      <table>
        <caption>{words.say('import_columns')}</caption>
        <thead>
          <tr>
            <th scope="col">{words.say('import_column')}</th>
            <th scope="col">{words.say('import_means')}</th>
            <th scope="col">{words.say('import_sample')}</th>
          </tr>
        </thead>
        <tbody>
          {table.header.map((column, i) => (
            <tr key={column}>
              <th scope="row">
                <bdi>{column}</bdi>
              </th>
              <td>
                <select
                  aria-label={`${words.say('import_means')}: ${column}`}
                  value={columns[column] ?? ''}
                  onChange={({ currentTarget: { value } }) => set(column, value)}
                >
                  <option value="">{words.say('import_field_none')}</option>
                  {fields.map((field) => (
                    <option key={field} value={field}>
                      {words.say(fieldName(field))}
                    </option>
                  ))}
                </select>
              </td>
              <td class="sample">
                {table.rows.slice(0, 3).map((cells, row) => (
                  <bdi key={row} dir="auto">
                    {cells[i]?.slice(0, 120)}
                  </bdi>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
