/** The head of a grid: the names of its columns, which sort it, and the choice of columns. */
import type { GridColumn } from './use-grid-table';
import type { Words } from './words';

export interface Head {
  readonly id: string;
  readonly title: string;
  readonly kind?: 'number' | 'text';
  readonly sorted: false | 'asc' | 'desc';
  /** Sorts by it, or the other way round; absent where one cannot. */
  readonly toggle?: () => void;
}

export function GridHead({ heads }: { readonly heads: readonly Head[] }) {
  return (
    <thead>
      <tr aria-rowindex={1}>
        {heads.map(({ id, title, kind, sorted, toggle }) => (
          <th
            key={id}
            scope="col"
            class={kind}
            {...(sorted ? { 'aria-sort': sorted === 'asc' ? 'ascending' : 'descending' } : {})}
          >
            {toggle ? (
              <button type="button" onClick={toggle}>
                {title}
                {sorted && (
                  <span class="order" aria-hidden="true">
                    {sorted === 'asc' ? '▲' : '▼'}
                  </span>
                )}
              </button>
            ) : (
              title
            )}
          </th>
        ))}
      </tr>
    </thead>
  );
}

interface ColumnChoiceProps {
  readonly columns: readonly Pick<GridColumn<never>, 'id' | 'title'>[];
  readonly shown: readonly string[];
  readonly words: Words;
  readonly onShown: (ids: readonly string[]) => void;
}

/** The last column that shows cannot be hidden: a table of none is no table. */
export function ColumnChoice({ columns, shown, words, onShown }: ColumnChoiceProps) {
  const toggle = (id: string, on: boolean) =>
    onShown(columns.map((one) => one.id).filter((one) => (one === id ? on : shown.includes(one))));
  return (
    <details class="column-choice">
      <summary>{words.say('log_columns')}</summary>
      <fieldset>
        <legend class="hidden">{words.say('log_columns')}</legend>
        {columns.map(({ id, title }) => (
          <label key={id}>
            <input
              type="checkbox"
              checked={shown.includes(id)}
              disabled={shown.length === 1 && shown[0] === id}
              onChange={(event) => toggle(id, event.currentTarget.checked)}
            />
            {title}
          </label>
        ))}
      </fieldset>
    </details>
  );
}
