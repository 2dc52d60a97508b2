/** The way to the background. It may be killed and restarted at any moment, so having no answer is an ordinary result. */
import { defineExtensionMessaging } from '@webext-core/messaging';
import { URL_CAP } from '@/lib/border';
import type { Protocol } from '@/lib/messages';

type Name = keyof Protocol;
type Question<N extends Name> = Parameters<Protocol[N]>[0];
type Answer<N extends Name> = ReturnType<Protocol[N]>;

export interface Background {
  /** Rejects when nobody answers. */
  readonly send: <N extends Name>(name: N, question: Question<N>) => Promise<Answer<N>>;
  /** `undefined` when nobody answers. */
  readonly ask: <N extends Name>(name: N, question: Question<N>) => Promise<Answer<N> | undefined>;
  /** Resolves to whether it arrived. */
  readonly tell: <N extends Name>(name: N, question: Question<N>) => Promise<boolean>;
}

/** The address shown now, no longer than the protocol takes. */
export const pageUrl = (): string => location.href.slice(0, URL_CAP);

/** @param onSilence called after each failure: the extension may have been updated or removed under the page. */
export function connect(onSilence: () => void): Background {
  const { sendMessage } = defineExtensionMessaging<Protocol>();
  // The library's own types cannot follow a generic name.
  const send = sendMessage as unknown as Background['send'];
  const tell: Background['tell'] = (name, question) =>
    send(name, question).then(
      () => true,
      () => {
        onSilence();
        return false;
      },
    );
  const ask: Background['ask'] = async (name, question) => {
    try {
      return await send(name, question);
    } catch {
      onSilence();
      return undefined;
    }
  };
  return { send, ask, tell };
}
