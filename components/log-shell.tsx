/** The frame of the log page: its name, the row of rooms, and the room one is in. */
import type { ComponentChildren } from 'preact';
import type { Words } from './words';

export interface RoomLink {
  readonly id: string;
  readonly title: string;
  readonly href: string;
  /** Rows in it, where that is known and worth telling. */
  readonly total?: number;
}

interface LogShellProps {
  readonly rooms: readonly RoomLink[];
  readonly current: string;
  readonly error: string | undefined;
  readonly words: Words;
  readonly children: ComponentChildren;
}

export function LogShell({ rooms, current, error, words, children }: LogShellProps) {
  return (
    <main>
      <header>
        <h1>Flockmark</h1>
        <nav class="tabs" aria-label={words.say('log_title')}>
          {rooms.map(({ id, title, href, total }) => (
            <a key={id} href={href} aria-current={id === current ? 'page' : undefined}>
              {title} {total !== undefined && <span class="total">{words.number(total)}</span>}
            </a>
          ))}
        </nav>
        <a class="options" href="options.html">
          {words.say('tag_options')}
        </a>
      </header>
      {error !== undefined && <p role="alert">{words.say('log_failed', error)}</p>}
      {children}
    </main>
  );
}
