/** The engine's sentences in English: those of files, and of the screen where its language has no others. */
import type { ProfilePart } from '../model';
import type { Service } from '../services';
import { hundredthsOf } from './hundredths';
import type { Sentences } from './said';

const NUMBER = new Intl.NumberFormat('en');
// One formatter for all, made when it is needed: making one costs a hundred times what using it does.
let dates: Intl.DateTimeFormat | undefined;
function date(day: number): string {
  dates ??= new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });
  return dates.format(day * 86_400_000);
}
/** “1 account”, “12 accounts”. */
const count = (n: number, noun: string): string => `${NUMBER.format(n)} ${noun}${n === 1 ? '' : 's'}`;
/** As `count`, of larger words; the number as it is. */
const told = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;
const percent = (share: number): string => `${hundredthsOf(share)} %`;
const seconds = (ms: number): string => `${ms / 1000} s`;
/** Pauses of a burst: “1 to 10 s”. */
const short = (maxGapMs: number): string => `1 to ${seconds(maxGapMs)}`;

const SERVICES: Readonly<Record<Service['kind'], string>> = {
  prayers: 'a service that posts prayers for its subscribers',
  alerts: 'a service that posts alerts',
  publishing: 'a tool of newsrooms and offices',
};
const COUNTERS = { following: 'the number followed', posts: 'the number of posts' } as const;
const PARTS: Readonly<Record<ProfilePart, string>> = { bio: 'bio', banner: 'banner', 'no-picture': 'no picture' };
const parts = (shape: readonly ProfilePart[]): string =>
  shape.length === 0 ? 'neither bio nor banner' : shape.map((part) => PARTS[part]).join(' and ');

export const english: Sentences = {
  'switched-off': () => 'Switched off in the settings.',

  'copied-text/few': ({ posts, needed }) =>
    `${count(posts, 'post')} long enough to compare; ${needed} are needed to tell.`,
  'copied-text/match': ({ texts, others }) =>
    `Posts ${count(texts, 'text')} that are shared in a pool of texts posted by ${count(others, 'other account')} seen here.`,
  'copied-text/no-match': ({ posts, texts, accounts, minTexts, minAccounts }) =>
    `${count(posts, 'post')} compared: ${texts === 0 ? 'none shared with a group of accounts' : `${count(texts, 'text')} shared with a group of ${count(accounts, 'account')}`}; ${minTexts} texts and ${minAccounts} accounts are needed.`,
  'closed-pool/none': () => 'Shares no pool of texts with other accounts seen here.',
  'closed-pool/few': ({ posts, needed }) =>
    `${count(posts, 'post')} of the accounts with these texts seen; ${needed} are needed to tell.`,
  'closed-pool/told': ({ accounts, posts, texts }) =>
    `${count(accounts, 'account')} wrote ${count(posts, 'post')} with ${count(texts, 'distinct text')} (${percent(texts / posts)}).`,
  'playlist/few-texts': ({ texts, needed }) =>
    `${count(texts, 'text')} of a shared pool compared; ${needed} are needed to see an order.`,
  'playlist/few-pairs': ({ pairs, needed }) =>
    `${count(pairs, 'pair')} of shared texts compared; ${needed} are needed to see an order.`,
  'playlist/told': ({ same, pairs, others }) =>
    `${same} of ${count(pairs, 'pair')} of texts that it shares with ${count(others, 'other account')} stand in the same order.`,

  'burst-rhythm/coarse': () => 'The times of its posts are too coarse to see a rhythm.',
  'burst-rhythm/none': () => 'Fewer than two posts seen: no rhythm can be seen.',
  'burst-rhythm/few': ({ pauses, needed }) =>
    `${count(pauses, 'pause')} between posts seen; ${needed} are needed to see a rhythm.`,
  'burst-rhythm/own': ({ bursts, short: n, pauses, maxGapMs, meanS }) =>
    `Posts in ${count(bursts, 'burst')}: ${n} of ${count(pauses, 'pause')} last ${short(maxGapMs)}, ${meanS.toFixed(1)} s on average.`,
  'burst-rhythm/flock': ({ meanS, inTurns, share, pauses, maxGapMs }) =>
    `Posts ${meanS.toFixed(1)} s apart, as its group does${inTurns ? ', in turns that come round' : ''}: ${percent(share)} of ${count(pauses, 'pause')} seen there last ${short(maxGapMs)}.`,
  'burst-rhythm/no-match': ({ short: n, pauses, maxGapMs }) =>
    `${n} of ${count(pauses, 'pause')} between its posts last ${short(maxGapMs)}: no bursts as of a queue.`,
  'phase-lock/alone': () => 'Stands in no group whose bursts could be compared.',
  'phase-lock/few': ({ bursts, needed }) =>
    `${count(bursts, 'burst')} seen; ${needed} are needed to see it in step with others.`,
  'phase-lock/coarse': () => 'The times of its posts are too coarse to see it in step with others.',
  'phase-lock/clock': () => 'Posts by the clock, as many schedulers do.',
  'phase-lock/match': ({ others, times, nearestMs }) =>
    `Its bursts keep a constant distance from those of ${count(others, 'other account')} with the same texts, ${times} times or more (nearest: ${Math.round(nearestMs / 1000)} s).`,
  'phase-lock/no-match': ({ accounts, inStep }) =>
    `Of ${count(accounts, 'account')} with the same texts, ${inStep === 0 ? 'none keeps' : told(inStep, 'keeps', 'keep')} in step with it: no more than chance.`,
  'phase-lock/turns': ({ mates, times, spreadMs, accounts, pairs }) =>
    `Takes its turn in its group: ${count(mates, 'other account')} of it keep their distance to its bursts ${times} times or more, give or take ${seconds(spreadMs)}; among ${count(accounts, 'account')} compared with one another, ${count(pairs, 'pair')} do so three times.`,
  'hand-over/few': () => 'Too few posts of its group within seconds of each other seen to see an order.',
  'hand-over/told': ({ times, maxGapMs, sorted, longest }) =>
    `Of ${count(times, 'time')} that accounts of its group follow each other within ${seconds(maxGapMs)}, ${sorted} are in the order of their handles; the longest row has ${count(longest, 'account')}.`,

  'creation-cluster/alone': () => 'Stands in no group whose creation dates could be compared.',
  'creation-cluster/few': () =>
    'Too few creation dates seen, of its group or of the other accounts here, to compare them.',
  'creation-cluster/unseen': () => 'Its own creation date was not seen.',
  'creation-cluster/match': ({ day, share, accounts, runs, from, to, usual }) =>
    `Created on ${date(day)}. ${percent(share)} of ${count(accounts, 'dated account')} of its group were created in ${count(runs, 'run')} of days such as ${date(from)} to ${date(to)}; of the other accounts here, ${percent(usual)}.`,
  'creation-cluster/outside': ({ day, share }) =>
    `Created on ${date(day)}, outside the days in which ${percent(share)} of its group were created.`,
  'creation-cluster/spread': () => 'The creation dates of its group are spread like those of the other accounts here.',
  'cohort-counters/alone': () => 'Stands in no run of creation dates whose counts could be compared.',
  'cohort-counters/few': () => 'The counts of too few accounts created in the same days were seen.',
  'cohort-counters/match': ({ accounts, alike }) =>
    `Among ${count(accounts, 'account')} of its group created within ten days of it, ${alike.map((one) => COUNTERS[one]).join(' and ')} hardly differ: a third as much as among the other accounts here, or less.`,
  'cohort-counters/no-match': () =>
    'The counts of its group created in the same days differ as those of other accounts here do.',
  'profile-shape/alone': () => 'Stands in no run of creation dates whose profiles could be compared.',
  'profile-shape/few': () => 'Too few profiles seen to compare them.',
  'profile-shape/told': ({ share, accounts, parts: shape, usual }) =>
    `${percent(share)} of ${count(accounts, 'account')} of its group created in the same days have the same parts of a profile (${parts(shape)}); of the other accounts here, ${percent(usual)}.`,

  'one-client/alone': () => 'Stands in no group whose apps could be compared.',
  'one-client/few': () => 'The apps of too few accounts were seen, of its group or of the others here.',
  'one-client/unseen': () => 'The app it posts from was not seen.',
  'one-client/match': ({ client, share, accounts, usual }) =>
    `Posts from ${client}, as ${percent(share)} of ${count(accounts, 'account')} of its group do; of the other accounts here, ${percent(usual)}.`,
  'one-client/another': ({ client }) => `Posts from another app than its group (${client}).`,
  'one-client/service': ({ client, service }) =>
    `Its group posts from ${client}, known as ${SERVICES[service]}: sharing it says nothing.`,
  'one-client/common': () => 'Its group posts mostly from an app that most people use.',
  'one-client/various': () => 'Its group posts from various apps, or from one that others here use as well.',
  'one-outlet/few': () => 'Too few links seen, of its own or of its group.',
  'one-outlet/match': ({ own, links, domain, share, accounts }) =>
    `${own} of ${count(links, 'link')} lead to ${domain}, as do those of ${percent(share)} of ${count(accounts, 'linking account')} of its group.`,
  'one-outlet/no-match': () => 'The links of its group, or its own, lead to various places.',
  'off-topic/few': () => 'Too little seen of what the others here talk about, or they have no topic in common.',
  'off-topic/told': ({ on, texts, usual }) =>
    `${on} of ${count(texts, 'shared text')} use a word of what the others here talk about; of the others' posts, ${percent(usual)}.`,
  'retargeting/few': ({ texts, needed }) =>
    `${count(texts, 'shared text')} seen under a hashtag; ${needed} are needed.`,
  'retargeting/match': ({ hashtags, names }) =>
    `Posts texts of one pool under ${hashtags} unrelated hashtags: ${names.map((name) => `#\u2068${name}\u2069`).join(', ')}.`,
  'retargeting/no-match': () => 'Its shared texts stand under one hashtag, or the same few together.',
  'reused-profile/unseen': () => 'Its bio was not seen, or is too short to compare.',
  'reused-profile/told': ({ others, bios, usual }) =>
    `${count(others, 'other account')} of ${bios} with a bio in its group have the same bio; of the other accounts here, ${percent(usual)}.`,
  'handle-template/few': () => 'Too few handles seen, of its group or of the others here, to compare them.',
  'handle-template/match': ({ share, handles, usual }) =>
    `Its handle is its name with a digit, as ${percent(share)} of ${count(handles, 'handle')} of its group are; of the others here, ${percent(usual)}.`,
  'handle-template/no-match': () =>
    'Its handle is not made like those of its group, or theirs are made like anybody’s.',
  'followed-core/few': () => 'Whom it and others of its group follow was not opened by anybody here.',
  'followed-core/told': ({ accounts, others }) =>
    `${count(accounts, 'account')} that it follows are followed by nearly all of ${count(others, 'other account')} of its group whose lists were opened here.`,
  'isolation/few': ({ posts, needed }) => `${count(posts, 'post')} seen; ${needed} are needed to say whom it talks to.`,
  'isolation/told': ({ social, posts, usual }) =>
    `${social} of ${count(posts, 'post')} answer, mention, quote or repost somebody${usual === undefined ? '' : `; of the other accounts' posts here, ${percent(usual)}`}.`,

  'verdict/own-words': ({ own, posts }) => `${own} of ${posts} posts seen carry none of the texts of its group.`,
  'verdict/automated': () => 'Most accounts of its group say in their bio that they are automated.',
  'verdict/established': ({ share, accounts }) =>
    `${percent(share)} of ${accounts} accounts of its group have more followers than most others here: it looks established.`,

  'health/disk-full': () =>
    'The disk is full: new responses are not stored now. What was stored before is safe, and what waits on the page is stored as soon as there is space.',
  'health/anchors': () =>
    'Posts are on the page, but the place of their author is not where it was: X has changed its page, badges cannot show.',
  'health/unread-bodies': ({ responses: n }) =>
    `${told(n, 'response could', 'responses could')} not be read and ${n === 1 ? 'was' : 'were'} left out.`,
  'health/unread-nodes': ({ nodes: n }) =>
    `${told(n, 'post or account was', 'posts or accounts were')} of a form not known and left out.`,
  'health/too-large': ({ responses: n }) =>
    `${told(n, 'response was', 'responses were')} too large to read and ${n === 1 ? 'was' : 'were'} left out.`,
  'health/unreadable': ({ responses: n }) => `${told(n, 'response', 'responses')} could not be copied.`,
  'health/rejected': ({ messages: n }) =>
    `${told(n, 'message', 'messages')} on the page's side had a wrong form and ${n === 1 ? 'was' : 'were'} ignored.`,
  'health/undelivered': ({ responses: n }) =>
    `${told(n, 'response was', 'responses were')} not taken by the log in time and left out.`,
  'health/errors': ({ errors: n, last }) => `${told(n, 'unexpected error', 'unexpected errors')}; the last: ${last}`,
};
