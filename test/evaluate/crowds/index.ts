/** The hard negatives of METHOD, section 3, in its order. */
import type { CrowdFamily } from '../case';
import { prayerApps } from './01-prayer-apps';
import { greetings } from './02-greetings';
import { verses } from './03-verses';
import { shareButton } from './04-share-button';
import { regionalEditions } from './05-regional-editions';
import { alertFeeds } from './06-alert-feeds';
import { petition } from './07-petition';
import { fanVotes } from './08-fan-votes';
import { football } from './09-football';
import { ministries } from './10-ministries';
import { supporters } from './11-supporters';
import { joinedForTheEvent } from './12-joined-for-the-event';
import { classOfPupils } from './13-class';
import { threads } from './14-threads';
import { schedulers } from './15-schedulers';
import { giveaways } from './16-giveaways';
import { mockers } from './17-mockers';
import { hashtagOnly } from './18-hashtag-only';
import { retweetOnly } from './19-retweet-only';
import { coupons } from './20-coupons';

export const crowdFamilies: readonly CrowdFamily[] = [
  prayerApps,
  greetings,
  verses,
  shareButton,
  regionalEditions,
  alertFeeds,
  petition,
  fanVotes,
  football,
  ministries,
  supporters,
  joinedForTheEvent,
  classOfPupils,
  threads,
  schedulers,
  giveaways,
  mockers,
  hashtagOnly,
  retweetOnly,
  coupons,
];
