/**
 * Work of the log page that its own thread must not do (export, import, search), done by its worker: who asks for what, how
 * far it is, and how it ends.
 *
 * page → worker   `{ id, kind, input }`, or `{ id, cancel: true }`
 * worker → page   `{ id, progress }` any number of times, then one of `{ id, done }`, `{ id, failed }`, `{ id, cancelled: true }`
 */

/** What a job is given beside its input. */
export interface Course<Progress> {
  /** Tells the page how far it is, or hands it a part of the result. Buffers named in `transfer` are moved, not copied. */
  report(progress: Progress, transfer?: readonly ArrayBuffer[]): void;
  /** The person no longer wants it: a job looks at this between two parts. */
  readonly cancelled: boolean;
  /** @throws {Cancelled} where it is */
  goOn(): void;
}

export type Job<Input, Output, Progress = never> = (input: Input, course: Course<Progress>) => Promise<Output>;
/** Jobs by kind. */
export type Jobs = { readonly [kind: string]: Job<never, unknown, never> };

type InputOf<J> = J extends (input: infer Input, ...rest: never[]) => unknown ? Input : never;
type OutputOf<J> = J extends (...args: never[]) => Promise<infer Output> ? Output : never;
type ProgressOf<J> = J extends (input: never, course: Course<infer Progress>) => unknown ? Progress : never;

/** The end of a job that was cancelled. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

/** A worker seen from the page, or the page seen from the worker. */
export interface Port {
  post(message: unknown, transfer?: readonly ArrayBuffer[]): void;
  listen(onMessage: (message: unknown) => void): void;
}

type Asked =
  | { readonly id: number; readonly kind: string; readonly input: never }
  | { readonly id: number; readonly cancel: true };
type Told = { readonly id: number } & (
  | { readonly progress: never }
  | { readonly done: unknown }
  | { readonly failed: { readonly name: string; readonly message: string } }
  | { readonly cancelled: true }
);

/** The worker's side: does the jobs it is asked for, several at a time. */
export function serveJobs(jobs: Jobs, port: Port): void {
  const running = new Map<number, { cancelled: boolean }>();
  port.listen((message) => {
    const asked = message as Asked;
    if ('cancel' in asked) {
      const state = running.get(asked.id);
      if (state) state.cancelled = true;
      return;
    }
    const { id, kind, input } = asked;
    const state = { cancelled: false };
    const course: Course<never> = {
      report: (progress, transfer) => port.post({ id, progress }, transfer),
      get cancelled() {
        return state.cancelled;
      },
      goOn() {
        if (state.cancelled) throw new Cancelled(kind);
      },
    };
    running.set(id, state);
    const job = jobs[kind] ?? (() => Promise.reject(new Error(`no such work: ${kind}`)));
    job(input, course)
      .then(
        (done) => port.post(state.cancelled ? { id, cancelled: true } : { id, done }),
        (error: unknown) => port.post({ id, ...endOf(error) }),
      )
      .finally(() => running.delete(id));
  });
}

const endOf = (error: unknown) => {
  if (error instanceof Cancelled) return { cancelled: true };
  return {
    failed:
      error instanceof Error ? { name: error.name, message: error.message } : { name: 'Error', message: String(error) },
  };
};

export interface Running<Output> {
  /** Rejects with what the job failed with (its name and message kept), or with `Cancelled`. */
  readonly done: Promise<Output>;
  cancel(): void;
}

/** The page's side. `All` is the type of the worker's jobs. */
export interface Desk<All> {
  start<Kind extends keyof All & string>(
    kind: Kind,
    input: InputOf<All[Kind]>,
    onProgress?: (progress: ProgressOf<All[Kind]>) => void,
  ): Running<OutputOf<All[Kind]>>;
}

interface Waiting {
  readonly resolve: (output: never) => void;
  readonly reject: (error: Error) => void;
  readonly onProgress: ((progress: never) => void) | undefined;
}

export function openDesk<All>(port: Port): Desk<All> {
  const waiting = new Map<number, Waiting>();
  let last = 0;
  port.listen((message) => {
    const told = message as Told;
    const one = waiting.get(told.id);
    if (!one) return;
    if ('progress' in told) {
      one.onProgress?.(told.progress);
      return;
    }
    waiting.delete(told.id);
    if ('done' in told) one.resolve(told.done as never);
    else if ('failed' in told) one.reject(Object.assign(new Error(told.failed.message), { name: told.failed.name }));
    else one.reject(new Cancelled('cancelled'));
  });
  return {
    start(kind, input, onProgress) {
      const id = ++last;
      const done = new Promise<never>((resolve, reject) => {
        waiting.set(id, { resolve, reject, onProgress: onProgress as Waiting['onProgress'] });
      });
      port.post({ id, kind, input });
      return { done, cancel: () => port.post({ id, cancel: true }) };
    },
  };
}
