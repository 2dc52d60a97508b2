/** The options: who codes, the project's labels and keys, what is hidden while coding, and the thresholds to read. */
import type { DeskSettings } from '@/lib/desk-settings';
import type { Settings } from '@/lib/settings';
import { type CodebookActs, CodebookEditor } from './codebook-editor';
import { CodingSwitches } from './coding-switches';
import { KeyField } from './key-field';
import { commands, commandWord } from './key-legend';
import { Mark } from './mark';
import { TextField } from './text-field';
import { Thresholds } from './thresholds';
import type { Words } from './words';

export interface OptionsProps {
  readonly desk: DeskSettings;
  readonly settings: Settings;
  readonly given: ReadonlyMap<string, number>;
  readonly status: string;
  readonly logUrl: string;
  readonly words: Words;
  readonly acts: CodebookActs;
  readonly onDesk: (change: Partial<DeskSettings>) => void;
}

export function OptionsView({ desk, settings, given, status, logUrl, words, acts, onDesk }: OptionsProps) {
  return (
    <main>
      <header>
        <Mark kind="strong" size={24} />
        <h1>Flockmark: {words.say('opt_title')}</h1>
        <a href={logUrl}>{words.say('popup_log')}</a>
      </header>
      <section>
        <h2>{words.say('opt_who')}</h2>
        <div class="fields">
          <TextField
            label={words.say('opt_coder')}
            hint={words.say('opt_coderHint')}
            value={desk.coder}
            maxLength={200}
            onCommit={(coder) => onDesk({ coder })}
          />
          <TextField
            label={words.say('opt_project')}
            hint={words.say('opt_projectHint')}
            value={desk.project}
            maxLength={200}
            onCommit={(project) => onDesk({ project })}
          />
        </div>
      </section>
      <section>
        <h2>{words.say('opt_coding')}</h2>
        <CodingSwitches desk={desk} words={words} onDesk={onDesk} />
      </section>
      <section>
        <h2>{words.say('opt_labels')}</h2>
        <p class="quiet">{words.say('opt_labelsHint')}</p>
        <p class="quiet">
          {words.say('opt_counts')}: {words.say('opt_countsHint')}
        </p>
        <CodebookEditor desk={desk} given={given} status={status} words={words} acts={acts} />
      </section>
      <section id="keys">
        <h2>{words.say('opt_commands')}</h2>
        <ul class="commands">
          {commands.map((command) => (
            <li key={command}>
              <span>{words.say(commandWord[command])}</span>
              <KeyField
                owner={{ kind: 'command', command }}
                title={words.say(commandWord[command])}
                shortcut={desk.keys[command]}
                desk={desk}
                words={words}
                canBeNone={false}
                onChange={(shortcut) => shortcut && onDesk({ keys: { ...desk.keys, [command]: shortcut } })}
              />
            </li>
          ))}
        </ul>
      </section>
      <section id="thresholds">
        <h2>{words.say('set_title')}</h2>
        <p class="quiet">{words.say('set_hint', words.number(settings.version))}</p>
        <Thresholds settings={settings} words={words} />
      </section>
    </main>
  );
}
