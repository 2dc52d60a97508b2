/** The room in which the log is taken out as a file. */
import { ExportForm } from '@/components/export-form';
import { ExportProgress } from '@/components/export-progress';
import { choiceQuery, readChoice } from '@/lib/desk/export-choice';
import { isEmpty } from '@/lib/filter';
import type { DeskContext, Room } from '../room';
import { cancelExport, exportState, startExport } from './export-run';
import '@/components/export.css';

function ExportRoom({ desk }: { readonly desk: DeskContext }) {
  const filter = desk.selection();
  const choice = readChoice(desk.query, filter);
  const state = exportState.value;
  return (
    <>
      <ExportForm
        choice={choice}
        hasFilter={!isEmpty(filter)}
        isRunning={state.is === 'running'}
        words={desk.words}
        onChange={(changed) => desk.setQuery(choiceQuery({ ...choice, ...changed }), 'replace')}
        onSave={() => void startExport(desk.work, choice)}
      />
      <ExportProgress state={state} words={desk.words} onCancel={cancelExport} />
    </>
  );
}

export const exportRoom: Room = {
  id: 'export',
  title: 'export_title',
  render: (desk) => <ExportRoom desk={desk} />,
};
