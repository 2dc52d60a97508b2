/** One answer of the worker's, asked again when the log grows; the old one stays until the new one is there. */
import { useEffect, useState } from 'preact/hooks';
import type { Running } from '@/lib/desk/work';

interface Answer<Output> {
  /** `undefined` until it is there. */
  readonly told: { readonly output: Output } | undefined;
  readonly error: string | undefined;
}

/** @param key names the question: another key forgets the answer before. */
export function useAnswer<Output>(ask: () => Running<Output>, key: string, version: number): Answer<Output> {
  const [answer, setAnswer] = useState<{ readonly key: string; readonly output: Output } | undefined>();
  const [error, setError] = useState<string | undefined>();
  useEffect(() => {
    let isWanted = true;
    ask().done.then(
      (output) => {
        if (!isWanted) return;
        setAnswer({ key, output });
        setError(undefined);
      },
      (reason: unknown) => {
        if (isWanted) setError(reason instanceof Error ? reason.message : String(reason));
      },
    );
    return () => {
      isWanted = false;
    };
  }, [key, version]);
  return { told: answer?.key === key ? answer : undefined, error };
}
