/** The tap alone, as entrypoints/tap.content.ts starts it. */
import { startTap } from '@/lib/sites/x/tap';

startTap(window);
