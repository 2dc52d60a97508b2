/** For Firefox, where a test cannot look into the background: writes what arrives into the page. */
import { listenToTap } from '@/entrypoints/overlay.content/carrier';

const heard: unknown[] = [];
const note = (one: unknown) => {
  heard.push(one);
  document.documentElement.dataset.heard = JSON.stringify(heard);
};
listenToTap(note, () => note('rejected'));
