/** The page's own world. Nothing that needs the extension's API may be imported here: there is none. */
import { matches } from '@/lib/sites/x/matches';
import { startTap } from '@/lib/sites/x/tap';

export default defineContentScript({
  matches: [...matches],
  world: 'MAIN',
  runAt: 'document_start',
  // No variable of ours among the page's.
  globalName: false,
  main() {
    startTap(window);
  },
});
