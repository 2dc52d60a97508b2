/**
 * Has a flock an audience of its own? Ministries, regional editions and alert feeds share texts, an app and a rhythm, as a
 * campaign does; but people follow them. Accounts made to flood a tag are followed by few, bought ones like anybody.
 */
import { binomialTail } from '../statistics';
import { oncePerFlock } from './surroundings';

/** Do most accounts of the flock say in their bio that a program writes? Campaigns pass for people; services say what they are. */
export const flockAutomated = oncePerFlock(({ sample }) => {
  const open = sample.filter((one) => one.profile?.automated).length;
  return open > sample.length / 2;
});

/** Whether most accounts of the flock have more followers than the middle one of the page's others. */
export const flockStanding = oncePerFlock((flock, { others, settings }) => {
  const rule = settings.standing;
  const followers = (sample: typeof others) => sample.flatMap((one) => one.profile?.followers ?? []);
  const usual = followers(others).toSorted((a, b) => a - b);
  const own = followers(flock.sample);
  const middle = usual[Math.floor(usual.length / 2)];
  if (middle === undefined || usual.length < rule.minBaseline || own.length < rule.minAccounts) {
    return { established: false, share: 0, n: own.length };
  }
  const above = own.filter((n) => n > middle).length;
  const share = above / own.length;
  return {
    established: share >= rule.minShare && binomialTail(above, own.length, 0.5) < rule.maxP,
    share,
    n: own.length,
  };
});
