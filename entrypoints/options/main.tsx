/** The options page: draws what is kept, and keeps what is changed. */
import { render } from 'preact';
import { dressPage } from '@/components/dress-page';
import { OptionsView } from '@/components/options-view';
import { createWords } from '@/components/words';
import { defaultDesk } from '@/lib/desk-settings';
import type { Given } from '@/lib/edit-codebook';
import { defaultSettings } from '@/lib/settings';
import { indexedLog } from '@/lib/store/indexed-log';
import { changeDesk, watchDesk } from '@/lib/store/kept-desk';
import { openDatabase } from '@/lib/store/schema';
import { codebookActs } from './codebook-acts';
import { countGiven } from './count-given';
import '@/components/tokens.css';
import '@/components/page.css';
import '@/components/key-caps.css';
import '@/components/options.css';

const words = createWords(browser.i18n);
const log = indexedLog(openDatabase());
const app = document.getElementById('app') as HTMLElement;
let desk = defaultDesk;
let given: Given = new Map();
let status = '';

const acts = codebookActs({
  words,
  async given() {
    given = await countGiven(log);
    return given;
  },
  say(next) {
    status = next;
    draw();
  },
});

function draw(): void {
  const onDesk = (change: Partial<typeof desk>) => void changeDesk((now) => ({ ...now, ...change }));
  const logUrl = browser.runtime.getURL('/log.html');
  const props = { desk, settings: defaultSettings, given, status, logUrl, words, acts, onDesk };
  render(<OptionsView {...props} />, app);
}

dressPage(document, words, `Flockmark: ${words.say('opt_title')}`);
watchDesk((next) => {
  desk = next;
  draw();
});
void countGiven(log).then((counts) => {
  given = counts;
  draw();
});
