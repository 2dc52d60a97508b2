/** The room in which the log is taken out as a file. */
import { ExportForm } from '@/components/export-form';
import { ExportProgress } from '@/components/export-progress';
import { choiceQuery, readChoice, unjudgedChoice } from '@/lib/desk/export-choice';
import { isEmpty } from '@/lib/filter';
import type { DeskContext, Room } from '../room';
import { cancelExport, exportState, startExport } from './export-run';
import '@/components/export.css';

function ExportRoom({ desk }: { readonly desk: DeskContext }) {
  const filter = desk.selection();
  const { blind } = desk.eyes;
  const asked = readChoice(desk.query, filter);
  const choice = blind ? unjudgedChoice(asked) : asked;
  const state = exportState.value;
  return (
    <>
      <ExportForm
        choice={choice}
        blind={blind}
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
