/** The room “Keep and delete”: asks the background, which owns the log, and shows how far it is. */
import { useEffect, useState } from 'preact/hooks';
import { CareView } from '@/components/care-view';
import { parseQuery } from '@/lib/desk/query';
import type { CareStatus } from '@/lib/messages';
import { changeDesk, watchDesk } from '@/lib/store/kept-desk';
import type { DeskContext, Room } from '../room';
import '@/components/care.css';

/** While something is being done it is asked for, which also keeps the background alive until it is through. */
const BUSY_MS = 700;
const IDLE_MS = 5_000;

const isBusy = (status: CareStatus | undefined): boolean =>
  status === undefined || status.forgetting > 0 || status.retaining || status.rebuild !== undefined;

function CareRoom({ desk: { send, words, link, query, refresh } }: { readonly desk: DeskContext }) {
  const [status, setStatus] = useState<CareStatus | undefined>();
  const [days, setDays] = useState<number | undefined>();
  const [error, setError] = useState<string | undefined>();
  const failed = (reason: unknown) => setError(reason instanceof Error ? reason.message : String(reason));
  const ask = async (): Promise<CareStatus> => {
    const now = await send('care', undefined);
    setStatus(now);
    return now;
  };

  useEffect(() => watchDesk(({ retentionDays }) => setDays(retentionDays)), []);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isGone = false;
    const next = async () => {
      const now = await ask().catch(failed);
      if (!isGone) timer = setTimeout(() => void next(), isBusy(now ?? undefined) ? BUSY_MS : IDLE_MS);
    };
    void next();
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, []);

  /** What a person asked for: its error is shown, and the figures are asked for again. */
  async function guarded<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    setError(undefined);
    try {
      return await work();
    } catch (reason) {
      failed(reason);
      throw reason;
    } finally {
      await ask().catch(failed);
    }
  }
  const quietly = (work: () => Promise<unknown>) => async (): Promise<void> => {
    // The error is on the screen by then.
    await guarded(work).catch(() => undefined);
  };
  return (
    <>
      {error !== undefined && <p role="alert">{words.say('log_failed', error)}</p>}
      <CareView
        status={status}
        retentionDays={days}
        handle={new Map(parseQuery(query)).get('handle') ?? ''}
        backupHref={link('import')}
        words={words}
        forget={async (handle) => (await guarded(() => send('forget', { handle }))) === 'begun'}
        preview={(of) => guarded(() => send('previewRetention', { days: of, atMs: Date.now() }))}
        retain={(of) =>
          quietly(async () => {
            await changeDesk((desk) => ({ ...desk, retentionDays: of }));
            await send('retain', { days: of, atMs: Date.now() });
          })()
        }
        stopRetaining={quietly(() => changeDesk(({ retentionDays: _off, ...desk }) => desk))}
        rebuild={quietly(() => send('rebuild', undefined))}
        erase={async () => {
          await guarded(() => send('eraseAll', undefined));
          // The tables of the other rooms, and their figures in the row; nobody waits for them here.
          void refresh();
        }}
      />
    </>
  );
}

export const careRoom: Room = {
  id: 'care',
  title: 'care_title',
  render: (desk) => <CareRoom key="care" desk={desk} />,
};
