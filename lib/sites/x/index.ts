/** X, formerly Twitter. */
import type { Site } from '../site';
import { matches } from './matches';
import { pageOf } from './page';
import { parse } from './parse';
import { wants } from './wants';

export const x: Site = {
  id: 'x',
  matches,
  wants,
  parse,
  pageOf,
};
