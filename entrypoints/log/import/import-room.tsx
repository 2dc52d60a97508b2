/** The import room: archives and backups come in, a backup goes out. */
import { useEffect, useState } from 'preact/hooks';
import { BackupView } from '@/components/backup-view';
import { ImportView } from '@/components/import-view';
import { importUnderWay } from '@/lib/desk/run-import';
import { isZone } from '@/lib/formats/times';
import type { DeskContext, Room } from '../room';
import { backup, cancelBackup, saveBackup } from './backup';
import { cancelImport, checkFile, chooseFile, chosen, fileName, startImport, step } from './import-run';
import '@/components/import.css';

function ImportRoom({ desk: { log, words, work, link, eyes } }: { readonly desk: DeskContext }) {
  const [underWay, setUnderWay] = useState<string | undefined>();
  useEffect(() => {
    importUnderWay(log).then(
      (job) => setUnderWay(job?.name),
      () => setUnderWay(undefined),
    );
  }, [log]);
  const { choices, guess } = chosen.value ?? {};
  const zone = choices?.zone ?? '';
  return (
    <>
      <ImportView
        step={step.value}
        fileName={fileName.value}
        guess={guess}
        choices={choices}
        isZoneWrong={zone !== '' && !isZone(zone)}
        underWay={underWay}
        accountsHref={link('accounts')}
        words={words}
        onFile={(file) => void chooseFile(work, file)}
        onChoices={(next) => chosen.value && void checkFile(work, { ...chosen.value, choices: next })}
        onStart={() => void startImport(work)}
        onCancel={cancelImport}
      />
      <BackupView
        state={backup.value}
        blind={eyes.blind}
        words={words}
        onSave={() => void saveBackup(work)}
        onCancel={cancelBackup}
      />
    </>
  );
}

export const importRoom: Room = {
  id: 'import',
  title: 'import_title',
  apart: true,
  render: (desk) => <ImportRoom desk={desk} />,
};
