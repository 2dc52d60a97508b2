/** Made-up people: parts of names, each with a Gulf-style Latin spelling, and ways to form handles. */
import type { Random } from './random';

const parts = (list: string): readonly (readonly [string, string])[] =>
  list
    .trim()
    .split(/\s*\n\s*/)
    .map((line) => {
      const [arabic = '', latin = ''] = line.split('=');
      return [arabic, latin] as const;
    });

const FIRST = parts(`
  عبدالله=3abdullah
  عبدالعزيز=3abdul3aziz
  عبدالرحمن=3abdulra7man
  عبدالمجيد=3abdulmajed
  عادل=3adel
  عمر=3omar
  علي=3ali
  عايض=3ayed
  سعد=sa3ad
  سعود=so3od
  سلطان=sultan
  سلمان=salman
  سامي=sami
  سالم=salem
  صالح=sale7
  صقر=sagr
  طلال=talal
  طارق=tareq
  تركي=turki
  ثامر=thamer
  جابر=jaber
  جاسر=jaser
  حمد=7amad
  حسن=7asan
  حسين=7usain
  خالد=khaled
  خليل=khalil
  راشد=rashed
  رائد=raed
  زياد=ziad
  زايد=zayed
  ماجد=majed
  مازن=mazen
  محسن=mo7sen
  محمود=ma7moud
  مشاري=meshari
  مشعل=mesh3al
  منصور=mansour
  مهند=mohanad
  ناصر=naser
  نايف=naif
  نواف=nawaf
  وليد=waleed
  ياسر=yaser
  يزيد=yazeed
  فارس=fares
  فهد=fahad
  فواز=fawaz
  فيصل=faisal
  بدر=bader
  بندر=bandar
  باسل=basel
  أحمد=a7mad
  إبراهيم=ebrahim
  أنس=anas
  أسامة=osama
  منى=mona
  نورة=noura
  هند=hend
  سارة=sara
  ريم=reem
  لولوة=lulwa
  أمل=amal
  هيا=haya
`);

const FAMILY = parts(`
  السبيعان=alsubai3an
  الرشدان=alrashdan
  المنيفي=almoneefi
  الخزيمان=alkhozaiman
  الدحيلان=alduhailan
  العريفان=al3arifan
  الغنيمي=alghonaimi
  الفريحان=alfuraihan
  القصيبان=algusaiban
  الكليبان=alkulaiban
  اللهيبان=allahiban
  المجيدل=almujaidel
  المرزوقان=almarzogan
  المطيلق=almutailig
  النويصران=alnowaiseran
  الهويدان=alhowaidan
  الوهيبان=alwuhaiban
  اليحيان=alya7yan
  البديوان=albudaiwan
  البصيلان=albusailan
  التويمان=altowaiman
  الثويران=althowairan
  الجليدان=aljulaidan
  الحصينان=al7usainan
  الخليفان=alkhulaifan
  الدغيمان=aldughaiman
  الذيبان=althiban
  الرميحان=alrumaihan
  الزويدان=alzuwaidan
  السليمي=alsulaimi
  الشويعران=alshuwai3ran
  الصقيران=alsugairan
  الضويان=aldhowayan
  الطريفان=altraifan
  الظفيران=aldhafiran
  العميران=al3umairan
  الغزيلان=alghuzailan
  الفليجان=alfulaijan
  القويزان=alguwaizan
  الكنعاني=alkan3ani
  المقيبلان=almugaiblan
  المسيعيد=almusai3eed
  النفيسان=alnafisan
  الهذيلان=alhuthailan
  الوسيدان=alwusaidan
  اليماني=alyamani
  الشاطري=alshateri
  المنصوري=almansouri
  البرهان=alburhan
  السويلمان=alsuwailman
`);

const EGYPT_FAMILY = parts(`
  عبدالتواب=abdeltawab
  الدمنهوري=eldamanhory
  أبوالعينين=abouelenin
  الشرنوبي=elsharnouby
  البنهاوي=elbanhawy
  المنياوي=elmenyawy
  غباشي=ghobashy
  الأسيوطي=elasyouty
  الطنطاوي=eltantawy
  القليوبي=elkalyouby
  زهران=zahran
  الفيومي=elfayoumy
  شاهين=shahin
  الصعيدي=elsaidy
  بسيوني=basiouny
  الرفاعي=elrefaey
`);

const ENGLISH_FIRST = 'Hannah Owen Priya Marcus Leila Tom Nadia Grace Elliot Farah Jonas Maya Rob Ines Karim'.split(
  ' ',
);
const ENGLISH_LAST =
  'Wetherby Okonkwo Lindqvist Haddadin Marlow Pemberton Castellan Novak Achterberg Dunmore Salloum Fairley'.split(' ');
const NICKS = 'moon desert pen cairo nile najd hope coffee falcon sea rain poet econ voice story palm oud ray'.split(
  ' ',
);
const NICK_NAMES = [
  'قهوة مُرّة',
  'بنت النيل',
  'ابن الجنوب',
  'هدوء',
  'كاتب حر',
  'نخلة',
  'غيمة',
  'مواطن بسيط',
  'سوالف ليل',
  'حنين',
];

export interface Person {
  readonly name: string;
  readonly handle: string;
}

/** A campaign account as in the article: the name in Latin letters cut to 14 and a sign-up digit, or whole. */
export function campaignPerson(random: Random, taken: Set<string>): Person {
  for (;;) {
    const [first, firstLatin] = random.pick(FIRST);
    const [family, familyLatin] = random.pick(FAMILY);
    const latin = `${firstLatin}${familyLatin}`;
    const handle = random.chance(0.55) || latin.length > 15 ? `${latin.slice(0, 14)}${random.int(1, 9)}` : latin;
    if (claim(handle, taken)) return { name: `${first} ${family}`, handle };
  }
}

/** A genuine person: many ways to choose a name and a handle. `eightDigits` is X's own default since 2017. */
export function genuinePerson(random: Random, taken: Set<string>, eightDigits = 0): Person {
  for (;;) {
    const english = random.chance(0.12);
    const [first, firstLatin] = random.pick(FIRST);
    const [family, familyLatin] = random.pick(random.chance(0.45) ? EGYPT_FAMILY : FAMILY);
    const [a, b] = english
      ? [random.pick(ENGLISH_FIRST), random.pick(ENGLISH_LAST)]
      : [firstLatin.replaceAll('3', 'a').replaceAll('7', 'h'), familyLatin.replaceAll('3', 'a').replaceAll('7', 'h')];
    const nick = random.pick(NICKS);
    const handle = random.chance(eightDigits)
      ? `${a.slice(0, 7)}${random.int(10_000_000, 99_999_999)}`
      : random.pick([
          `${a}_${b}`,
          `${a}${b}`,
          `${a[0]}_${b}`,
          `${b}_${random.int(70, 99)}`,
          `${nick}_${a}`,
          `${a}${random.int(1, 2010)}`,
          `${nick}${random.int(1, 999)}`,
          `_${a}${nick}`,
          `${a}${random.pick(['_sa', '_eg', 'kw', '_ae', '_x', 'q8', ''])}${random.int(1, 99)}`,
          `${nick}_${random.pick(NICKS)}`,
        ]);
    const name = english
      ? random.pick([`${a} ${b}`, a, `${a} ${b[0]}.`])
      : random.pick([
          `${first} ${family}`,
          first,
          `${first} ${family.slice(0, 2)}..`,
          `${a} ${b}`,
          `م. ${first} ${family}`,
          random.pick(NICK_NAMES),
        ]);
    if (claim(handle.slice(0, 15), taken)) return { name, handle: handle.slice(0, 15) };
  }
}

function claim(handle: string, taken: Set<string>): boolean {
  const key = handle.toLowerCase();
  if (key.length < 4 || taken.has(key)) return false;
  taken.add(key);
  return true;
}
