/** The app of a whole flock. */
import { serviceOf } from '../services';
import { oncePerFlock } from './surroundings';

/** The app that a flock's accounts post from, and how usual it is among the page's others. */
export const flockClient = oncePerFlock((flock, { others, settings }) => {
  const rule = settings.oneClient;
  const known = flock.sample.filter((one) => one.client !== undefined);
  const faithful = known.filter((one) => (one.clientShare ?? 0) >= rule.minShare);
  const counts = new Map<string, number>();
  for (const { client } of faithful) counts.set(client!, (counts.get(client!) ?? 0) + 1);
  const [client, accounts] = [...counts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] ?? ['', 0];
  const usual = others.filter((one) => one.client !== undefined);
  const share = known.length === 0 ? 0 : accounts / known.length;
  const usualShare = usual.length === 0 ? 1 : usual.filter((one) => one.client === client).length / usual.length;
  const enough = known.length >= rule.minAccounts && usual.length >= rule.minBaseline;
  const common = rule.common.includes(client);
  const service = serviceOf(client);
  const match = enough && !common && !service && share >= rule.minShare && usualShare <= rule.maxBaseline;
  return { client, common, service, n: known.length, share, usualShare, enough, match };
});
