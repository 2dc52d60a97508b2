/** Language, direction and theme of one of our own pages. Here the system's theme holds; on X, X's own does. */
import type { Words } from './words';

export function dressPage(document: Document, words: Words, title: string): void {
  const root = document.documentElement;
  root.lang = words.locale;
  root.dir = words.dir;
  document.title = title;
  const dark = document.defaultView?.matchMedia('(prefers-color-scheme: dark)');
  const tint = () => {
    root.dataset.theme = dark?.matches ? 'dark' : 'light';
  };
  tint();
  dark?.addEventListener('change', tint);
}
