/**
 * What deletes, and what is made anew, is asked for by the extension's own pages alone: a content script shares its process with
 * the page.
 */
import type { ExtensionMessenger } from '@webext-core/messaging';
import type { answers } from '@/lib/answers';
import type { Protocol } from '@/lib/messages';
import { tellChanged } from '@/lib/store/log-changed';

interface Message<Data> {
  readonly data: Data;
  readonly sender: { readonly url?: string | undefined };
}

/** @param workSoon called when there may be work that waits */
export function answerCare(
  onMessage: ExtensionMessenger<Protocol>['onMessage'],
  answer: ReturnType<typeof answers>,
  workSoon: () => void,
): void {
  const own = browser.runtime.getURL('/');
  const forOwn =
    <Data, Answer>(work: (data: Data) => Promise<Answer>) =>
    async ({ data, sender }: Message<Data>): Promise<Answer> => {
      if (!sender.url?.startsWith(own)) throw new Error('Only the extension’s own pages may ask for this.');
      const done = await work(data);
      workSoon();
      return done;
    };
  onMessage(
    'forget',
    forOwn(async (who) => {
      const begun = await answer.forget(who);
      await tellChanged(Date.now());
      return begun;
    }),
  );
  onMessage('care', forOwn(answer.care));
  onMessage('previewRetention', forOwn(answer.previewRetention));
  onMessage('retain', forOwn(answer.retain));
  onMessage('rebuild', forOwn(answer.rebuild));
  onMessage(
    'eraseAll',
    forOwn(async () => {
      await answer.eraseAll();
      await tellChanged(Date.now());
      await browser.storage.local.clear();
    }),
  );
}
