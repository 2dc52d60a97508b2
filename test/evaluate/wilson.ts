/** The same interval as on the log page: `lib/wilson.ts`. */
export { type Share, wilson } from '../../lib/wilson';
