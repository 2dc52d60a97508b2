/** Sentences of a social media workshop's exercise sheet. */
export const EXERCISES: { readonly en: readonly string[]; readonly tr: readonly string[] } = {
  en: [
    'Today I am learning how to write a clear post for a public service.',
    'A good post says who, what, when and where in one sentence.',
    'Our library opens on Saturday from ten to four, everyone is welcome.',
    'This is my second exercise: add one hashtag that readers really search for.',
    'Road works on Mill Lane until Friday, please use the Copper Row detour.',
    'Exercise four: describe the picture on the wall in fewer than twenty words.',
    'The swimming pool is closed for repairs, we are sorry and will be back soon.',
    'Last exercise of the day, tell your followers what you have learned.',
  ],
  tr: [
    'Bugün kamu kurumu için açık bir gönderi yazmayı öğreniyorum.',
    'İyi bir gönderi kim, ne, ne zaman ve nerede sorularını cevaplar.',
    'Kütüphanemiz cumartesi saat ondan dörde kadar açıktır, herkesi bekleriz.',
    'İkinci alıştırma: okurların gerçekten aradığı bir etiket ekleyin.',
    'İstasyon caddesinde cuma gününe kadar yol çalışması vardır.',
    'Dördüncü alıştırma: duvardaki resmi yirmi kelimeden az anlatın.',
    'Yüzme havuzu tadilat nedeniyle kapalıdır, anlayışınız için teşekkürler.',
    'Günün son alıştırması, bugün ne öğrendiğinizi takipçilerinize yazın.',
  ],
};
