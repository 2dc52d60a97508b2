/**
 * Looks for: the same accounts followed throughout a flock, in the lists that a person happened to open.
 * A sign because: accounts made by one recipe follow one starter list (METHOD S9: Saudi 24 and local sites).
 * Wrongly catches: fans of one club, people of one town. It supports and never decides. Lists are never asked for: without
 * one opened by a person there is nothing to say.
 * Source: Jones 2016.
 */
import { oncePerFlock } from '../flocks/surroundings';
import { fingerprint, notEnoughSeen } from './fingerprint';

/** Accounts of the flock whose lists were opened. */
const listed = oncePerFlock((flock) => flock.sample.filter((one) => one.profile?.follows !== undefined));

export const followedCore = fingerprint(
  { id: 'followed-core', version: 1, title: 'Follow the same accounts', family: 'else' },
  (evidence) => {
    const { account, flock, others, follows, settings } = evidence;
    const rule = settings.followedCore;
    const opened = flock ? listed(flock, evidence) : [];
    const lists = opened.filter((one) => one.id !== account?.id);
    if (follows === undefined || lists.length + 1 < rule.minLists) {
      return notEnoughSeen({ key: 'followed-core/few' }, { n: lists.length });
    }
    const followers = (id: string, sample: typeof lists) =>
      sample.filter((one) => one.profile?.follows?.includes(id)).length;
    const usual = others.filter((one) => one.profile?.follows !== undefined);
    const core = follows.filter(
      (id) => followers(id, lists) >= rule.minShare * lists.length && followers(id, usual) <= usual.length / 2,
    );
    return {
      outcome: core.length >= rule.minCore ? 'match' : 'no-match',
      scope: 'own',
      observed: core.length,
      threshold: rule.minCore,
      n: lists.length + 1,
      postIds: [],
      said: { key: 'followed-core/told', accounts: core.length, others: lists.length },
    };
  },
);
