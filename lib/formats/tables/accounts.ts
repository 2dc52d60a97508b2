/** accounts: one line an account of the log, as it was last seen, with what was judged and said of it. */

import { counterEvidenceOf, unknownsOf } from '../../sentences';
import type { Field, Table } from '../field';
import { saidEmpty } from '../field';
import { type AccountLine, matching } from '../lines';
import { accountRecord } from '../whole-log';

const profile: readonly Field<AccountLine>[] = [
  { name: 'id', type: 'id', about: 'Id of the account.', value: ({ account }) => account.id },
  { name: 'handle', type: 'text', about: 'Its handle, without @.', value: ({ account }) => account.handle },
  { name: 'name', type: 'text', about: 'The name it shows.', value: ({ account }) => account.name },
];

const judged: readonly Field<AccountLine>[] = [
  {
    name: 'level',
    type: 'text',
    judged: true,
    about: 'Verdict: strong, weak, none, not-enough-seen; empty where it was never judged.',
    value: ({ verdict }) => verdict?.level,
  },
  {
    name: 'fingerprints',
    type: 'list',
    judged: true,
    join: '; ',
    about: 'Ids of the fingerprints that match.',
    value: matching,
  },
  {
    name: 'flock',
    type: 'id',
    judged: true,
    about: 'The flock in which it stands.',
    value: ({ verdict }) => verdict?.flockId,
  },
  {
    name: 'flock_size',
    type: 'count',
    judged: true,
    about: 'Accounts of that flock.',
    value: ({ verdict }) => verdict?.flockSize,
  },
  { name: 'posts_seen', type: 'count', about: 'Its posts in the evidence.', value: ({ postsSeen }) => postsSeen },
];

const counted: readonly Field<AccountLine>[] = [
  { name: 'created_at', type: 'time', about: 'When it was made.', value: ({ account }) => account.createdAtMs },
  { name: 'followers', type: 'count', about: 'As its profile says.', value: ({ account }) => account.followers },
  { name: 'following', type: 'count', about: 'As its profile says.', value: ({ account }) => account.following },
  { name: 'posts', type: 'count', about: 'Posts as its profile says.', value: ({ account }) => account.posts },
  { name: 'bio', type: 'text', about: 'As written.', value: ({ account }) => account.bio },
  { name: 'location', type: 'text', about: 'As written.', value: ({ account }) => account.location },
  { name: 'website', type: 'text', about: 'The link of its profile.', value: ({ account }) => account.website },
  { name: 'verified', type: 'flag', about: 'Has a check mark.', value: ({ account }) => account.verified },
  {
    name: 'based_in',
    type: 'text',
    about: 'Country or region the site shows under “About this account”, where a person opened it.',
    value: ({ account }) => account.basedIn,
  },
];

const said: readonly Field<AccountLine>[] = [
  { name: 'label', type: 'text', about: 'Its newest label.', value: ({ label }) => label?.value },
  { name: 'label_note', type: 'text', about: 'Note of that label.', value: ({ label }) => label?.note },
  { name: 'labelled_at', type: 'time', about: 'When it was given.', value: ({ label }) => label?.atMs },
  {
    name: 'never_badge',
    type: 'flag',
    judged: true,
    about: 'A person said: no badge.',
    value: ({ dismissed }) => dismissed,
  },
  { name: 'first_seen', type: 'time', about: 'First seen.', value: ({ account }) => account.firstSeenMs },
  { name: 'last_seen', type: 'time', about: 'Last seen.', value: ({ account }) => account.lastSeenMs },
  {
    name: 'engine',
    type: 'count',
    judged: true,
    about: 'Version that judged.',
    value: ({ verdict }) => verdict?.engineVersion,
  },
  {
    name: 'settings',
    type: 'count',
    judged: true,
    about: 'Version of settings.',
    value: ({ verdict }) => verdict?.settingsVersion,
  },
];

const more: readonly Field<AccountLine>[] = [
  { name: 'media', type: 'count', about: 'Posts with media, by its profile.', value: ({ account }) => account.media },
  { name: 'likes', type: 'count', about: 'Likes it gave, by its profile.', value: ({ account }) => account.likes },
  { name: 'avatar_url', type: 'text', about: 'Address of its picture.', value: ({ account }) => account.avatarUrl },
  {
    name: 'default_avatar',
    type: 'flag',
    about: 'Has no picture of its own.',
    value: ({ account }) => account.defaultAvatar,
  },
  { name: 'banner_url', type: 'text', about: 'Address of its banner.', value: ({ account }) => account.bannerUrl },
  {
    name: 'earlier_handles',
    type: 'json',
    about: 'Earlier handles, newest last: [{handle, untilMs}].',
    value: ({ account }) => account.handles,
  },
  {
    name: 'counts_history',
    type: 'json',
    about: 'Counts as they changed, newest last, one a day at most: [{atMs, followers, following, posts}].',
    value: ({ account }) => account.counts,
  },
  {
    name: 'counter_evidence',
    type: 'json',
    judged: true,
    about: 'Sentences on what speaks against the verdict.',
    value: ({ verdict }) => verdict && counterEvidenceOf(verdict),
  },
  {
    name: 'unknowns',
    type: 'json',
    judged: true,
    about: 'Sentences on what was not there to look at.',
    value: ({ verdict }) => verdict && unknownsOf(verdict),
  },
  {
    name: 'said_empty',
    type: 'list',
    about: 'Fields of the profile in which the site said that there is none; other empty cells are unknown.',
    value: ({ account }) => saidEmpty(accountRecord(account)),
  },
];

export const accountTable: Table<AccountLine> = {
  name: 'accounts',
  about: 'Accounts as they were last seen, with verdict and newest label.',
  key: ['id'],
  fields: [...profile, ...judged, ...counted, ...said, ...more],
};
