/** The log page: finds the room that the address names, and draws it. */
import { defineExtensionMessaging } from '@webext-core/messaging';
import { render } from 'preact';
import { dressPage } from '@/components/dress-page';
import { LogShell } from '@/components/log-shell';
import { createWords } from '@/components/words';
import type { Filter } from '@/lib/filter';
import type { Protocol } from '@/lib/messages';
import { indexedLog } from '@/lib/store/indexed-log';
import { openDatabase } from '@/lib/store/schema';
import { hashOf, readPlace } from './place';
import { type DeskContext, rooms } from './rooms';
import { startDesk } from './start-desk';
import '@/components/tokens.css';
import '@/components/log-view.css';

const { sendMessage: send } = defineExtensionMessaging<Protocol>();
const log = indexedLog(openDatabase());
const words = createWords(browser.i18n);
const app = document.getElementById('app') as HTMLElement;
let error: string | undefined;
let totals: Readonly<Record<string, number>> = {};
const work = startDesk((message) => {
  error = message;
  draw();
});

const roomAt = (id: string) => rooms.find((room) => room.id === id) ?? rooms[0]!;

function go(hash: string, how: 'push' | 'replace' = 'push'): void {
  if (hash === location.hash) return;
  history[how === 'push' ? 'pushState' : 'replaceState'](null, '', hash);
  draw();
}

function draw(): void {
  const place = { ...readPlace(location.hash), room: roomAt(readPlace(location.hash).room).id };
  const link = (room: string, query = '', filter: Filter = place.filter) => hashOf({ room, query, filter });
  const desk: DeskContext = {
    log,
    words,
    send,
    work,
    query: place.query,
    setQuery: (query, how) => go(hashOf({ ...place, query }), how),
    selection: () => readPlace(location.hash).filter,
    select: (filter, how) => go(hashOf({ ...place, filter }), how),
    link,
  };
  const room = roomAt(place.room);
  const links = rooms
    .filter(({ hidden }) => !hidden)
    .map(({ id, title }) => {
      const total = totals[id];
      return { id, title: words.say(title), href: link(id), ...(total === undefined ? {} : { total }) };
    });
  render(
    <LogShell rooms={links} current={room.id} error={error} words={words}>
      {room.render(desk)}
    </LogShell>,
    app,
  );
}

dressPage(document, words, `Flockmark: ${words.say('log_title')}`);
window.addEventListener('hashchange', draw);
window.addEventListener('popstate', draw);
draw();
work.start('countRows', undefined).done.then(
  (found) => {
    totals = { ...found };
    draw();
  },
  (reason: Error) => {
    error = reason.message;
    draw();
  },
);
