/** What a file holds: the part of the log, the format, the tables, and whether it names anybody. */
import {
  asksFor,
  type ExportChoice,
  formats,
  judgedFormats,
  judgedTables,
  type ShareObject,
  shareObjects,
  type TableName,
  tableNames,
  usualTables,
  zipsTables,
} from '@/lib/desk/export-choice';
import { OneOf, YesNo } from './export-choice-parts';
import type { WordKey, Words } from './words';

export type FormChoice = ExportChoice & { readonly whole: boolean };

interface ExportFormProps {
  readonly choice: FormChoice;
  /** The address names a part of the log. */
  readonly hasFilter: boolean;
  /** Nothing that was judged is offered. */
  readonly blind: boolean;
  readonly isRunning: boolean;
  readonly words: Words;
  readonly onChange: (changed: Partial<FormChoice>) => void;
  readonly onSave: () => void;
}

const tableWord = (name: TableName): WordKey => `export_table_${name}`;
const objectWord = (name: ShareObject): WordKey => `export_object_${name}`;

export function ExportForm({ choice, hasFilter, blind, isRunning, words, onChange, onSave }: ExportFormProps) {
  const { format, tables, object, pseudonymised, texts, whole } = choice;
  const asks = asksFor[format];
  const isEmpty = asks === 'tables' && tables.length === 0;
  const toggle = (name: TableName, on: boolean) =>
    onChange({ tables: tableNames.filter((one) => (one === name ? on : tables.includes(one))) });
  const notes = [
    ...(blind ? (['export_blindNote'] as const) : []),
    ...(zipsTables.has(format) && tables.length > 1 ? (['export_zipNote'] as const) : []),
    ...(format === 'xlsx' ? (['export_xlsxNote'] as const) : []),
    ...(format === 'gexf' || format === 'graphml' ? (['export_networkNote'] as const) : []),
    ...(format === '4cat' ? (['export_4catNote'] as const) : []),
  ];
  return (
    <form
      class="export"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isEmpty && !isRunning) onSave();
      }}
    >
      <h2>{words.say('export_title')}</h2>
      <p class="quiet">{words.say('export_lead')}</p>

      <fieldset>
        <legend>{words.say('export_part')}</legend>
        <OneOf
          name="part"
          label={words.say('export_whole')}
          checked={whole}
          onChoose={() => onChange({ whole: true })}
        />
        <OneOf
          name="part"
          label={words.say('export_selection')}
          about={words.say(hasFilter ? 'export_selectionHas' : 'export_selectionNone')}
          checked={!whole}
          disabled={!hasFilter}
          onChoose={() => onChange({ whole: false })}
        />
      </fieldset>

      <fieldset class="formats">
        <legend>{words.say('export_format')}</legend>
        {formats
          .filter((name) => !(blind && judgedFormats.has(name)))
          .map((name) => (
            <OneOf
              key={name}
              name="format"
              label={words.say(`export_format_${name}`)}
              about={words.say(`export_about_${name}`)}
              checked={format === name}
              onChoose={() => onChange({ format: name, tables: usualTables(name) })}
            />
          ))}
      </fieldset>

      {asks === 'tables' && (
        <fieldset class="tables" aria-describedby={isEmpty ? 'export-none' : undefined}>
          <legend>{words.say('export_tables')}</legend>
          {tableNames
            .filter((name) => !(blind && judgedTables.includes(name)))
            .map((name) => (
              <YesNo
                key={name}
                label={words.say(tableWord(name))}
                checked={tables.includes(name)}
                onChange={(on) => toggle(name, on)}
              />
            ))}
          {isEmpty && <p id="export-none">{words.say('export_noTable')}</p>}
        </fieldset>
      )}
      {asks === 'object' && (
        <fieldset>
          <legend>{words.say('export_object')}</legend>
          {shareObjects.map((name) => (
            <OneOf
              key={name}
              name="object"
              label={words.say(objectWord(name))}
              checked={object === name}
              onChoose={() => onChange({ object: name })}
            />
          ))}
        </fieldset>
      )}

      <fieldset>
        <legend>{words.say('export_people')}</legend>
        <OneOf
          name="people"
          label={words.say('export_asIs')}
          about={words.say('export_asIsAbout')}
          checked={!pseudonymised}
          onChoose={() => onChange({ pseudonymised: false })}
        />
        <OneOf
          name="people"
          label={words.say('export_pseudonyms')}
          about={words.say('export_pseudonymsAbout')}
          checked={pseudonymised}
          onChoose={() => onChange({ pseudonymised: true })}
        />
        <YesNo
          label={words.say('export_texts')}
          about={words.say('export_textsAbout')}
          checked={texts}
          onChange={(on) => onChange({ texts: on })}
        />
      </fieldset>

      {notes.map((note) => (
        <p key={note} class="note">
          {words.say(note)}
        </p>
      ))}
      <button type="submit" class="primary" disabled={isRunning || isEmpty}>
        {words.say('export_save')}
      </button>
    </form>
  );
}
