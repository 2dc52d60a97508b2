/** Of who an account is and how it stands among others: the fingerprints of the families dates and else. */
import type { ProfilePart } from '../model';
import type { Service } from '../services';
import type { ArabicSpeech } from './arabic-speech';
import type { DateFigures, OtherFigures, SentencesOf } from './said';

const COUNTERS = { following: 'عدد المتابَعين', posts: 'عدد المنشورات' } as const;
const PARTS: Readonly<Record<ProfilePart, string>> = {
  bio: 'نبذة',
  banner: 'صورة غلاف',
  'no-picture': 'بلا صورة شخصية',
};
/** “نبذة وبلا صورة شخصية”. */
const parts = (shape: readonly ProfilePart[]): string =>
  shape.length === 0 ? 'لا نبذة ولا صورة غلاف' : shape.map((part) => PARTS[part]).join(' و');

export const arabicDates = ({ of, percent, date }: ArabicSpeech): SentencesOf<DateFigures> => ({
  'creation-cluster/alone': () => 'لا ينتمي إلى سرب يمكن مقارنة تواريخ إنشاء حساباته.',
  'creation-cluster/few': () => 'لم يُشاهَد من تواريخ الإنشاء، في سربه أو لدى بقية الحسابات هنا، ما يكفي للمقارنة.',
  'creation-cluster/unseen': () => 'لم يُشاهَد تاريخ إنشاء هذا الحساب.',
  'creation-cluster/match': ({ day, share, accounts, runs, from, to, usual }) =>
    `أُنشئ في ${date(day)}. ${percent(share)} من ${of(accounts, 'datedAccount')} في سربه أُنشئت في ${of(runs, 'run')} من الأيام، مثل ما بين ${date(from)} و${date(to)}؛ أما بقية الحسابات هنا فنسبتها ${percent(usual)}.`,
  'creation-cluster/outside': ({ day, share }) =>
    `أُنشئ في ${date(day)}، خارج الأيام التي أُنشئت فيها ${percent(share)} من حسابات سربه.`,
  'creation-cluster/spread': () => 'تواريخ إنشاء حسابات سربه موزّعة كتواريخ بقية الحسابات هنا.',
  'cohort-counters/alone': () => 'لا يقع تاريخ إنشائه في فترة يمكن مقارنة أعداد حساباتها.',
  'cohort-counters/few': () => 'لم تُشاهَد أعداد ما يكفي من الحسابات المنشأة في الأيام نفسها.',
  'cohort-counters/match': ({ accounts, alike }) =>
    `بين ${of(accounts, 'account')} من سربه أُنشئت في حدود عشرة أيام من إنشائه، يكاد لا يختلف ${alike.map((one) => COUNTERS[one]).join(' و')}: بمقدار ثلث الاختلاف بين بقية الحسابات هنا أو أقل.`,
  'cohort-counters/no-match': () =>
    'أعداد حسابات سربه المنشأة في الأيام نفسها تتفاوت كما تتفاوت أعداد بقية الحسابات هنا.',
  'profile-shape/alone': () => 'لا يقع تاريخ إنشائه في فترة يمكن مقارنة ملفات حساباتها.',
  'profile-shape/few': () => 'لم يُشاهَد من الملفات الشخصية ما يكفي للمقارنة.',
  'profile-shape/told': ({ share, accounts, parts: shape, usual }) =>
    `${percent(share)} من ${of(accounts, 'account')} في سربه أُنشئت في الأيام نفسها، ملفاتها الشخصية بالأجزاء نفسها (${parts(shape)})؛ أما بقية الحسابات هنا فنسبتها ${percent(usual)}.`,
});

const SERVICES: Readonly<Record<Service['kind'], string>> = {
  prayers: 'خدمة تنشر أدعية باسم مشتركيها',
  alerts: 'خدمة تنشر تنبيهات',
  publishing: 'أداة لغرف الأخبار والمكاتب',
};

export const arabicOthers = ({ n, count, of, percent, name }: ArabicSpeech): SentencesOf<OtherFigures> => ({
  'one-client/alone': () => 'لا ينتمي إلى سرب يمكن مقارنة تطبيقاته.',
  'one-client/few': () => 'لم تُشاهَد تطبيقات ما يكفي من الحسابات، في سربه أو لدى الآخرين هنا.',
  'one-client/unseen': () => 'لم يُشاهَد التطبيق الذي ينشر منه.',
  'one-client/match': ({ client, share, accounts, usual }) =>
    `ينشر من ${name(client)}، وكذلك ${percent(share)} من ${of(accounts, 'account')} في سربه؛ أما بقية الحسابات هنا فنسبتها ${percent(usual)}.`,
  'one-client/another': ({ client }) => `ينشر من تطبيق غير تطبيق سربه (${name(client)}).`,
  'one-client/service': ({ client, service }) =>
    `ينشر سربه من ${name(client)}، وهو معروف بأنه ${SERVICES[service]}: فالاشتراك فيه لا يدل على شيء.`,
  'one-client/common': () => 'ينشر سربه في الغالب من تطبيق يستعمله معظم الناس.',
  'one-client/various': () => 'ينشر سربه من تطبيقات شتى، أو من تطبيق يستعمله غيره هنا أيضًا.',
  'one-outlet/few': () => 'لم يُشاهَد من روابطه أو من روابط سربه ما يكفي.',
  'one-outlet/match': ({ own, links, domain, share, accounts }) =>
    `يؤدي ${n(own)} من ${of(links, 'link')} إلى ${name(domain)}، وكذلك روابط ${percent(share)} من ${of(accounts, 'linkingAccount')} في سربه.`,
  'one-outlet/no-match': () => 'روابط سربه، أو روابطه هو، تؤدي إلى مواقع شتى.',
  'off-topic/few': () => 'لم يُشاهَد ما يكفي مما يتحدث عنه الآخرون هنا، أو لا موضوع يجمعهم.',
  'off-topic/told': ({ on, texts, usual }) =>
    `${n(on)} من ${of(texts, 'sharedText')} فيها كلمة مما يتحدث عنه الآخرون هنا؛ أما منشورات الآخرين فنسبتها ${percent(usual)}.`,
  'retargeting/few': ({ texts, needed }) =>
    `${count(texts, 'sharedText')} تحت وسم في ما شوهد؛ ويلزم ${n(needed)} على الأقل.`,
  'retargeting/match': ({ hashtags, names }) =>
    `ينشر نصوصًا من المجموعة نفسها تحت ${of(hashtags, 'hashtag')}: ${names.map((one) => name(`#${one}`)).join('، ')}.`,
  'retargeting/no-match': () => 'نصوصه المشتركة تحت الوسم نفسه، أو تحت الوسوم القليلة نفسها معًا.',
  'reused-profile/unseen': () => 'لم تُشاهَد نبذته، أو هي أقصر من أن تُقارن.',
  'reused-profile/told': ({ others, bios, usual }) =>
    `${count(others, 'otherAccount')} بالنبذة نفسها، من ${n(bios)} لها نبذة في سربه؛ أما بقية الحسابات هنا فنسبتها ${percent(usual)}.`,
  'handle-template/few': () => 'لم يُشاهَد من أسماء المستخدمين، في سربه أو لدى الآخرين هنا، ما يكفي للمقارنة.',
  'handle-template/match': ({ share, handles, usual }) =>
    `اسم المستخدم هو الاسم المعروض مع رقم، كما في ${percent(share)} من ${of(handles, 'handle')} في سربه؛ أما الآخرون هنا فنسبتهم ${percent(usual)}.`,
  'handle-template/no-match': () => 'اسم المستخدم ليس على نمط الأسماء في سربه، أو أن نمطها كنمط أسماء غيره.',
  'followed-core/few': () => 'لم يفتح أحد هنا قوائم من يتابعهم هو وآخرون من سربه.',
  'followed-core/told': ({ accounts, others }) =>
    `ممّا يتابعه: ${count(accounts, 'account')} في قوائم كل رفاقه في السرب تقريبًا، وقد فُتحت هنا قوائم ${of(others, 'otherAccount')} منهم.`,
  'isolation/few': ({ posts, needed }) =>
    `${count(posts, 'post')} في ما شوهد؛ ويلزم ${n(needed)} على الأقل ليتبيّن من يخاطب.`,
  'isolation/told': ({ social, posts, usual }) =>
    `${n(social)} من ${of(posts, 'post')} فيها رد على أحد أو ذكر له أو اقتباس منه أو إعادة نشر له${usual === undefined ? '' : `؛ أما منشورات بقية الحسابات هنا فنسبتها ${percent(usual)}`}.`,
});
