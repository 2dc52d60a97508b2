/** Of the verdict as a whole, and of the chain's health. */
import type { ArabicSpeech } from './arabic-speech';
import type { SentencesOf, WholeFigures } from './said';

export const arabicWhole = ({ n, count, of, percent, name }: ArabicSpeech): SentencesOf<WholeFigures> => ({
  'switched-off': () => 'هذه البصمة متوقفة في الإعدادات.',

  'verdict/own-words': ({ own, posts }) => `${n(own)} من ${of(posts, 'post')} في ما شوهد لا تحمل أيًّا من نصوص سربه.`,
  'verdict/automated': () => 'معظم حسابات سربه تقول في نبذتها إنها آلية النشر.',
  'verdict/established': ({ share, accounts }) =>
    `${percent(share)} من ${of(accounts, 'account')} في سربه متابعوها أكثر من متابعي معظم غيرها هنا: يبدو سربًا راسخًا.`,

  'health/disk-full': () =>
    'القرص ممتلئ: لا تُخزَّن الاستجابات الجديدة الآن. ما خُزِّن من قبل سليم، وما ينتظر على الصفحة يُخزَّن حالما تتوفر مساحة.',
  'health/anchors': () => 'في الصفحة منشورات، لكن موضع كاتبها ليس حيث كان: غيّر X صفحته، فلا يمكن أن تظهر الشارات.',
  'health/unread-bodies': ({ responses }) => `تُرك ما تعذّرت قراءته: ${count(responses, 'response')}.`,
  'health/unread-nodes': ({ nodes }) => `تُرك ما صيغته غير معروفة من منشورات أو حسابات: ${count(nodes, 'node')}.`,
  'health/too-large': ({ responses }) => `تُرك ما تعذّرت قراءته لكبر حجمه: ${count(responses, 'response')}.`,
  'health/unreadable': ({ responses }) => `تعذّر نسخ ${of(responses, 'response')}.`,
  'health/rejected': ({ messages }) => `أُهمل ما لم تصحّ صيغته من جهة الصفحة: ${count(messages, 'message')}.`,
  'health/undelivered': ({ responses }) => `تُرك ما لم يأخذه السجل في حينه: ${count(responses, 'response')}.`,
  'health/errors': ({ errors, last }) => `${count(errors, 'error')}؛ الأخير: ${name(last)}`,
});
