/** The log page: finds the room that the address names, and draws it. */
import { defineExtensionMessaging } from '@webext-core/messaging';
import { render } from 'preact';
import { dressPage } from '@/components/dress-page';
import { LogShell } from '@/components/log-shell';
import { createWords } from '@/components/words';
import type { Protocol } from '@/lib/messages';
import { indexedLog } from '@/lib/store/indexed-log';
import { watchDesk } from '@/lib/store/kept-desk';
import { openDatabase } from '@/lib/store/schema';
import { follow } from './follow';
import { placeOf, readPlace } from './place';
import type { DeskContext } from './room';
import { roomLinks } from './room-links';
import { roomAt } from './rooms';
import { startDesk } from './start-desk';
import '@/components/tokens.css';
import '@/components/page.css';
import '@/components/log-view.css';

const { sendMessage: send } = defineExtensionMessaging<Protocol>();
const log = indexedLog(openDatabase());
let words = createWords(browser.i18n);
let error: string | undefined;
let followed: DeskContext['followed'];
/** `undefined` until it is known: before that, nothing is drawn that blind eyes must not see, nor where it cannot be read. */
let eyes: DeskContext['eyes'] | undefined;

const onError = (message: string) => {
  error = message;
  eyes ??= { blind: true, coder: '' };
  draw();
};
const work = startDesk(onError);
const refresh = follow({
  work,
  onFollowed(now) {
    followed = now;
    draw();
  },
  onError,
  isWantedAt: (hash) => !roomAt(hash).apart,
});

function go(hash: string, how: 'push' | 'replace' = 'push'): void {
  if (hash === location.hash) return;
  history[how === 'push' ? 'pushState' : 'replaceState'](null, '', hash);
  draw();
}

function draw(): void {
  if (!eyes) return;
  const room = roomAt(location.hash);
  const place = placeOf({ ...readPlace(location.hash, eyes), room: room.id }, go);
  const desk = { log, words, send, work, followed, eyes, refresh, ...place };
  render(
    <LogShell rooms={roomLinks(desk)} current={room.id} error={error} words={words}>
      {eyes.blind && room.judged ? <p>{words.say('tag_blindOn')}</p> : room.render(desk)}
    </LogShell>,
    document.getElementById('app') as HTMLElement,
  );
}

dressPage(document, words, `Flockmark: ${words.say('log_title')}`);
for (const type of ['hashchange', 'popstate']) window.addEventListener(type, draw);
watchDesk(({ codebook, blind, coder }) => {
  words = { ...words, codebook };
  eyes = { blind, coder };
  draw();
}, onError);
