/** The rows of a table that are in view, asked of the worker: one question at a time, always the newest. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Cells, RowsAsked, RowsTold } from '@/lib/desk/ask-rows';
import type { DeskContext } from './room';

/** Rows asked beyond the view, so that a turn of the wheel meets rows. */
const AROUND = 60;
const SCREEN = 40;

interface Rows {
  /** `undefined` before the first answer. */
  readonly told: (RowsTold & { readonly cells: readonly Cells[] }) | undefined;
  readonly error: string | undefined;
  readonly onView: (from: number, to: number) => void;
}

export function useRows(
  work: DeskContext['work'],
  asked: Pick<RowsAsked, 'table' | 'filter' | 'sort' | 'coder'>,
  version: number,
  firstRow: number,
): Rows {
  const [told, setTold] = useState<RowsTold | undefined>();
  const [error, setError] = useState<string | undefined>();
  const state = useRef({
    view: { from: Math.max(0, firstRow - AROUND), to: firstRow + SCREEN },
    asked,
    has: { from: 0, to: -1 },
    busy: false,
    stale: true,
    gone: false,
  }).current;
  state.asked = asked;

  const ask = useCallback(async (): Promise<void> => {
    if (state.busy) return;
    state.busy = true;
    while (state.stale && !state.gone) {
      state.stale = false;
      const from = Math.max(0, state.view.from - AROUND);
      const question = { ...state.asked, from, count: state.view.to + AROUND - from };
      try {
        const answer = await work.start('rows', question).done;
        state.has = { from: answer.from, to: question.from + question.count };
        if (state.gone) break;
        setTold(answer);
        setError(undefined);
      } catch (reason) {
        setError(reason instanceof Error ? reason.message : String(reason));
      }
    }
    state.busy = false;
  }, [work, state]);

  const key = JSON.stringify(asked);
  // Another question, or another state of the log, is what asks anew.
  useEffect(() => {
    state.stale = true;
    void ask();
  }, [key, version, ask]);
  useEffect(
    () => () => {
      state.gone = true;
    },
    [state],
  );

  const onView = useCallback(
    (from: number, to: number) => {
      state.view = { from, to };
      if (from >= state.has.from && to <= state.has.to) return;
      state.stale = true;
      void ask();
    },
    [ask, state],
  );
  return { told, error, onView };
}
