/** Of what an account posts, and when: the fingerprints of the families text and cadence. */
import type { ArabicSpeech } from './arabic-speech';
import type { CadenceFigures, SentencesOf, TextFigures } from './said';

export const arabicTexts = ({ n, count, of, percent }: ArabicSpeech): SentencesOf<TextFigures> => ({
  'copied-text/few': ({ posts, needed }) =>
    `${count(posts, 'post')} بطول يكفي للمقارنة؛ ويلزم ${n(needed)} على الأقل ليتبيّن الأمر.`,
  'copied-text/match': ({ texts, others }) =>
    `له ${count(texts, 'text')} من مجموعة نصوص مشتركة بينه وبين ${of(others, 'otherAccount')} ممّا شوهد هنا.`,
  'copied-text/no-match': ({ posts, texts, accounts, minTexts, minAccounts }) =>
    `بعد مقارنة ${of(posts, 'post')}: ${texts === 0 ? 'لا نص مشتركًا مع مجموعة حسابات' : `${count(texts, 'sharedText')} مع مجموعة من ${of(accounts, 'account')}`}؛ ويلزم ${count(minTexts, 'text')} و${count(minAccounts, 'account')} على الأقل.`,
  'closed-pool/none': () => 'لا يشترك في مجموعة نصوص مع حسابات أخرى ممّا شوهد هنا.',
  'closed-pool/few': ({ posts, needed }) =>
    `${count(posts, 'post')} للحسابات ذات هذه النصوص في ما شوهد؛ ويلزم ${n(needed)} على الأقل ليتبيّن الأمر.`,
  'closed-pool/told': ({ accounts, posts, texts }) =>
    `في ${of(posts, 'post')} من ${of(accounts, 'account')}: ${count(texts, 'distinctText')} (${percent(texts / posts)}).`,
  'playlist/few-texts': ({ texts, needed }) =>
    `ما قورن من نصوص مشتركة: ${count(texts, 'text')}؛ ويلزم ${n(needed)} على الأقل ليظهر ترتيب.`,
  'playlist/few-pairs': ({ pairs, needed }) =>
    `ما قورن من أزواج النصوص المشتركة: ${count(pairs, 'pair')}؛ ويلزم ${n(needed)} على الأقل ليظهر ترتيب.`,
  'playlist/told': ({ same, pairs, others }) =>
    `${n(same)} من ${of(pairs, 'pair')} من النصوص المشتركة بينه وبين ${of(others, 'otherAccount')} جاءت بالترتيب نفسه.`,
});

export function arabicCadence({ n, count, of, percent, seconds }: ArabicSpeech): SentencesOf<CadenceFigures> {
  const short = (maxGapMs: number) => `مدتها من ${n(1)} إلى ${seconds(maxGapMs / 1000)}`;
  return {
    'burst-rhythm/coarse': () => 'أوقات منشوراته أقل دقة من أن يظهر فيها إيقاع.',
    'burst-rhythm/none': () => 'ما شوهد أقل من منشورين: لا يمكن أن يظهر فيه إيقاع.',
    'burst-rhythm/few': ({ pauses, needed }) =>
      `${count(pauses, 'pause')} بين منشوراته في ما شوهد؛ ويلزم ${n(needed)} على الأقل ليظهر إيقاع.`,
    'burst-rhythm/own': ({ bursts, short: brief, pauses, maxGapMs, meanS }) =>
      `ينشر على ${of(bursts, 'burst')}: ${n(brief)} من ${of(pauses, 'pause')} ${short(maxGapMs)}، بمتوسط ${seconds(meanS, 1)}.`,
    'burst-rhythm/flock': ({ meanS, inTurns, share, pauses, maxGapMs }) =>
      `ينشر بفاصل ${seconds(meanS, 1)} كما يفعل سربه${inTurns ? '، بأدوار تتكرر' : ''}: ${percent(share)} من ${of(pauses, 'pause')} شوهدت هناك ${short(maxGapMs)}.`,
    'burst-rhythm/no-match': ({ short: brief, pauses, maxGapMs }) =>
      `${n(brief)} من ${of(pauses, 'pause')} بين منشوراته ${short(maxGapMs)}: ليست دفعات كدفعات طابور.`,
    'phase-lock/alone': () => 'لا ينتمي إلى سرب يمكن مقارنة دفعاته.',
    'phase-lock/few': ({ bursts, needed }) =>
      `${count(bursts, 'burst')} في ما شوهد؛ ويلزم ${n(needed)} على الأقل ليتبيّن إن كان يساير غيره.`,
    'phase-lock/coarse': () => 'أوقات منشوراته أقل دقة من أن تتبيّن منها مسايرته لغيره.',
    'phase-lock/clock': () => 'ينشر وفق الساعة، كما تفعل برامج جدولة كثيرة.',
    'phase-lock/match': ({ others, times, nearestMs }) =>
      `بين دفعاته ودفعات ${of(others, 'otherAccount')} بالنصوص نفسها فارق زمني ثابت، ${of(times, 'time')} أو أكثر (الأقرب على بعد ${seconds(Math.round(nearestMs / 1000))}).`,
    'phase-lock/no-match': ({ accounts, inStep }) =>
      `من ${of(accounts, 'account')} بالنصوص نفسها ${inStep === 0 ? 'لا حساب يسايره' : `يجري على إيقاعه ${count(inStep, 'account')}`}: لا يزيد ذلك على الصدفة.`,
    'phase-lock/turns': ({ mates, times, spreadMs, accounts, pairs }) =>
      `له دور في سربه: ${count(mates, 'otherAccount')} منه على فارق ثابت من دفعاته ${of(times, 'time')} أو أكثر، بتفاوت في حدود ${seconds(spreadMs / 1000)}؛ وبين ${of(accounts, 'account')} قورن بعضها ببعض، ${count(pairs, 'pair')} على فارق ثابت ثلاث مرات.`,
    'hand-over/few': () => 'لم يُشاهَد لسربه ما يكفي من منشورات تفصل بينها ثوانٍ ليظهر ترتيب.',
    'hand-over/told': ({ times, maxGapMs, sorted, longest }) =>
      `من ${of(times, 'time')} تلا فيها حسابٌ من سربه حسابًا آخر في غضون ${seconds(maxGapMs / 1000)}، ${n(sorted)} على ترتيب أسماء المستخدمين؛ وفي أطول تتابع ${count(longest, 'account')}.`,
  };
}
