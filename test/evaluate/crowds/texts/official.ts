import type { Grammar } from '../../../scenarios/grammar';
import { lines } from '../../tongues/tongue';

/** A ministry's own notices: composed, so that two of them are not alike. */
export const NOTICES: Grammar = {
  joins: ['. ', ', ', ': ', ' - ', '; '],
  slots: {
    place: lines(`Carrick
      Port Ellery
      the northern district
      Tarbert
      the capital
      Wexcombe
      the islands
      Lynwood
      the border region
      Marlpool`),
    body: lines(`the inspectorate
      a team of experts
      the deputy minister
      our regional office
      the advisory board
      the permanent secretary
      the licensing unit`),
    matter: lines(`the new form
      the annual register
      licence renewals
      the complaints desk
      equipment for schools
      the grant scheme
      the training programme
      cross-border permits`),
  },
  openers: lines(`Reminder
    This morning in {place}
    Good news for {place}
    Update on {matter}
    Question of the week
    From the field`),
  claims: lines(`{body} visited {place} and met {n} families
    {matter} can now be handled online
    applications for {matter} close in {n} days
    {body} published the figures for {place}
    work on {matter} begins next week in {place}
    {n} new colleagues took the oath in {place}
    the hotline answered {n} thousand calls about {matter}
    {body} signed an agreement on {matter}
    the office in {place} moves to a new building
    an information day takes place in {place}`),
  reasons: lines(`bring an identity card
    {body} answers questions until noon
    details are in the gazette, issue {n}
    the waiting time fell by {n} percent
    {place} was chosen as the pilot district
    a summary is available in two languages
    the old rules on {matter} end with the year
    partners from {place} contributed {n} volunteers
    the next stop is {place}`),
  closers: lines(`thank you for your patience
    see the full report
    at your service
    have a good day
    more next week`),
};

/** Statements of ministries, tips of schedulers, alerts of stations, shops' coupons. Made up. */
export const STATEMENTS: readonly string[] = `
The government welcomes the signing of the regional water agreement and thanks all partners for their patience
Cabinet approves the national housing plan: sixty thousand homes, twelve provinces, five years
On the national day of service we honour every nurse, teacher and firefighter in the country
The minister of finance presents the budget at noon, follow the live stream on the official channel
Flu season has begun: free vaccination in all health centres from Monday, bring your card
The new digital identity is available from today, apply through the citizens portal
Condolences of the government to the families of the victims of the Carrick ferry accident
Climate report published: emissions fell for the fourth year in a row, read the summary
Public consultation on the education reform is open until the end of the month, have your say
Exercise Safe Harbour takes place this week, sirens will be tested on Thursday at ten`
  .trim()
  .split('\n');

export const TIPS: readonly string[] = `
Happy Monday! What is the one goal you want to reach this week? Tell us in the comments
Success is not final, failure is not fatal: it is the courage to continue that counts
Tip of the day: answer every customer within one hour and watch your reviews grow
Small business owners, remember to take a break today, your health comes first
Content is king but consistency is the kingdom, plan your posts a week ahead
Throwback Thursday: how did you start your business? Share your first picture
The best time to plant a tree was twenty years ago, the second best time is now
Friday feeling! Tag a friend who made your week better`
  .trim()
  .split('\n');

export const COUPONS: readonly string[] = `
كود خصم نون فعال اليوم استخدم الكود واحصل على خصم عشرين بالمئة على كل طلباتك
عروض نهاية الأسبوع على العطور الأصلية توصيل مجاني لجميع المناطق اطلب الآن
أقوى كوبونات التسوق مجربة ومضمونة كوبون ستايلي كوبون أناس كوبون جملة
زيادة متابعين حقيقيين وتوثيق الحسابات بأسعار تبدأ من عشرة ريالات للتواصل واتساب
تسديد القروض واستخراج تمويل جديد لجميع البنوك بدون كفيل وبأقل نسبة
شقق مفروشة للإيجار اليومي والشهري أسعار تنافسية ونظافة عالية للحجز خاص
كود خصم سيفي للعناية بالبشرة وفر نصف السعر على المنتجات الكورية
اشتراكات قنوات رياضية وأفلام بدون تقطيع جرب مجانا قبل الدفع
خادمات للتنازل من جميع الجنسيات خبرة طبخ وعناية بالأطفال للتواصل
تخفيضات جنونية على الجوالات والساعات الذكية الكمية محدودة سارع بالطلب
حل واجبات واختبارات وبحوث جامعية بسرية تامة ودرجات مضمونة
كوبون شي إن الجديد يشمل المخفض وغير المخفض انسخ الكود قبل انتهائه`
  .trim()
  .split('\n');
