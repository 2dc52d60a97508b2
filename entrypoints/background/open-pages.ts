/** Opens the extension's own pages for a page of X, which cannot. */
import type { ExtensionMessenger } from '@webext-core/messaging';
import * as v from 'valibot';
import { AccountMessage, type Protocol } from '@/lib/messages';

export function openPages(onMessage: ExtensionMessenger<Protocol>['onMessage']): void {
  onMessage('openOptions', () => browser.runtime.openOptionsPage());
  onMessage('openAccount', async ({ data, sender }) => {
    const { accountId } = v.parse(AccountMessage, data);
    const url = browser.runtime.getURL(`/log.html#/account?id=${accountId}`);
    // Beside the page one came from; when it is closed, one is there again.
    const from = sender.tab?.id;
    await browser.tabs.create({ url, ...(from === undefined ? {} : { openerTabId: from }) });
  });
}
