/** Labels against verdicts, and coders against each other. Files of other coders are compared here and kept nowhere. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { QualityAgreement } from '@/components/quality-agreement';
import { type LabelFile, QualityFiles } from '@/components/quality-files';
import { QualityFit } from '@/components/quality-fit';
import { type Coder, codersOf, compareCoders } from '@/lib/coders';
import { qualityOf } from '@/lib/desk/quality';
import { formatQuery, parseQuery } from '@/lib/desk/query';
import { handlesOf } from '@/lib/desk/scan';
import { type DeskSettings, defaultDesk } from '@/lib/desk-settings';
import type { Label } from '@/lib/model';
import { watchDesk } from '@/lib/store/kept-desk';
import type { DeskContext, Room } from '../room';
import { openLabelFile } from './open-label-file';
import { type LabelsRead, readLabelled } from './read-labelled';
import '@/components/quality.css';

interface OpenFile extends LabelFile {
  readonly found: readonly Label[];
}

function QualityRoom({ desk: { log, words, link, query, setQuery } }: { readonly desk: DeskContext }) {
  const [settings, setSettings] = useState<DeskSettings>(defaultDesk);
  const [read, setRead] = useState<LabelsRead | undefined>();
  const [files, setFiles] = useState<readonly OpenFile[]>([]);
  const [handles, setHandles] = useState<ReadonlyMap<string, string>>(new Map());
  const [error, setError] = useState<string | undefined>();
  useEffect(() => watchDesk(setSettings), []);
  useEffect(() => {
    readLabelled(log).then(setRead, (reason) => setError(reason instanceof Error ? reason.message : String(reason)));
  }, [log]);

  const coder = new Map(parseQuery(query)).get('coder');
  const quality = useMemo(
    () => read && qualityOf(read.labels, read.verdicts, settings.codebook, coder),
    [read, settings, coder],
  );
  const coders = useMemo(() => {
    let all: readonly Coder[] = codersOf(read?.labels ?? [], words.say('q_here'), new Set());
    for (const { found, name } of files) {
      all = [...all, ...codersOf(found, name, new Set(all.map((one) => one.name)))];
    }
    return all;
  }, [read, files, words]);
  const comparison = useMemo(() => compareCoders(coders), [coders]);
  useEffect(() => {
    const ids = comparison.disagreements.map(({ accountId }) => accountId);
    void handlesOf(log, ids).then(setHandles);
  }, [log, comparison]);

  async function open(chosen: readonly File[]): Promise<void> {
    const opened = await Promise.all(chosen.map((file) => openLabelFile(file, words)));
    const names = new Set(opened.map(({ name }) => name));
    // Chosen again, a file takes its own place.
    setFiles((before) => [...before.filter(({ name }) => !names.has(name)), ...opened]);
  }
  const given = [...new Set((read?.labels ?? []).map((label) => label.coder))].toSorted();

  if (error !== undefined) return <p role="alert">{words.say('log_failed', error)}</p>;
  if (quality === undefined || read === undefined) return <p class="quiet">{words.say('q_loading')}</p>;
  return (
    <div class="quality">
      <section>
        <h2>{words.say('q_fit')}</h2>
        <p class="quiet">{words.say('q_fitHint')}</p>
        <p class="quiet">{words.say('q_caveat')}</p>
        {given.length > 1 && (
          <p>
            <label>
              {words.say('q_coder')}{' '}
              <select
                value={coder === undefined ? '' : `=${coder}`}
                onChange={({ currentTarget: { value } }) =>
                  setQuery(value === '' ? '' : formatQuery([['coder', value.slice(1)]]), 'replace')
                }
              >
                <option value="">{words.say('q_allCoders')}</option>
                {given.map((name) => (
                  <option key={name} value={`=${name}`}>
                    {name || words.say('q_nameless')}
                  </option>
                ))}
              </select>
            </label>
          </p>
        )}
        {read.labels.length === 0 ? <p>{words.say('q_none')}</p> : <QualityFit quality={quality} words={words} />}
      </section>
      <section>
        <h2>{words.say('q_agreement')}</h2>
        <p class="quiet">{words.say('q_agreementHint')}</p>
        <QualityFiles
          files={files}
          words={words}
          onOpen={(chosen) => void open(chosen)}
          onRemove={(name) => setFiles(files.filter((file) => file.name !== name))}
        />
        <QualityAgreement
          comparison={comparison}
          coders={coders.map(({ name }) => name)}
          handles={handles}
          desk={settings}
          accountHref={(id) => link('account', formatQuery([['id', id]]))}
          words={words}
        />
      </section>
    </div>
  );
}

export const qualityRoom: Room = {
  id: 'quality',
  title: 'q_title',
  judged: true,
  render: (desk) => <QualityRoom desk={desk} />,
};
