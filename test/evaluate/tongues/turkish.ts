/** Turkish: the minimum wage of the new year. Written for the project. */
import { lines, type Tongue } from './tongue';

export const turkish: Tongue = {
  lang: 'tr',
  hashtags: ['AsgariÜcret', 'ZamYetmez', 'EmekçininHakkı'],
  clauses: [2, 4],
  emoji: ['😂', '🙏', '😔', '👏', '🤔', '❤️', '😡', '🇹🇷', '🤷', '🔥'],
  bios: lines(`öğretmen
    iki çocuk annesi
    Fenerbahçe
    emekli, bahçe işleri
    yazılımcı, kahve
    kendi halinde
    kitap kurdu
    İzmirli
    işçi sınıfı
    fotoğraf çekerim`),
  grammar: {
    joins: ['. ', ', ', ' ama ', ' çünkü ', ' ve ', '... ', '\n', ' - '],
    slots: {
      kim: lines(`komşum
        kayınpederim
        bizim usta
        kasiyer kız
        kardeşim
        {sehir} esnafı
        emekli babam
        servis şoförü
        ev sahibi`),
      sehir: lines(`Manisa
        Düzce
        Gaziantep
        Iğdır
        Çorum
        Şanlıurfa
        Eskişehir
        Zonguldak
        Muğla
        Kırıkkale`),
      sey: lines(`kira
        peynir
        doğalgaz
        okul servisi
        bebek bezi
        mazot
        kıyma
        elektrik faturası
        ilaç katkı payı
        simit`),
      makam: lines(`bakanlık
        komisyon
        sendika
        işveren tarafı
        TÜİK
        muhalefet
        hükümet`),
    },
    openers: lines(`Açık konuşayım
      Bugün {kim} söyledi
      {sehir} tarafından yazıyorum
      Şimdi bir düşünün
      Kusura bakmayın
      Tam {n} yıldır çalışıyorum
      Kimse alınmasın
      Hesap ortada
      Merak ediyorum
      Sabah haberi okudum
      Vallahi
      Bir soru soracağım`),
    claims: lines(`bu zam {sey} parasına bile yetmez
      {makam} sokağa hiç çıkmıyor galiba
      {sehir} gibi yerde bile geçinmek imkânsız
      açıklanan rakam beklediğimden iyi geldi
      {kim} artık pazara gitmiyor
      yılda iki kez güncelleme şart
      küçük işletme bu yükü kaldıramaz
      {makam} gene masadan kalktı
      vergi dilimi yüzünden elimize geçen aynı
      {sey} fiyatı maaştan hızlı koşuyor
      gençler {sehir} dışına kaçıyor
      kayıt dışı çalışan artacak
      enflasyon rakamına inanan kaldı mı
      emekliyi unutan {makam} bunu da unutur
      {kim} iki işte birden çalışıyor
      patronlar şimdiden eleman çıkarıyor
      en azından yol parası eklensin
      Avrupa ile kıyaslamak doğru değil`),
    reasons: lines(`{sey} bir ayda yüzde {n} arttı
      {kim} geçen hafta işten çıkarıldı
      ev kirası {n} bin oldu
      markette {n} lira verip iki poşet aldım
      {sehir} organize sanayi boşaldı
      kredi kartının asgarisini ödüyoruz
      çocuğun okul masrafı {n} bin tuttu
      {makam} sözünü tutmadı
      faturayı taksitle ödüyoruz
      {n} saat mesai yapıyoruz
      dolar her gün başka
      tarlada {sey} kaldı toplayan yok
      sendikalı olan {n} kişi kaldık
      eczanede {n} lira fark istediler`),
    closers: lines(`hayırlısı
      neyse
      yazıklar olsun
      Allah yardımcımız olsun
      görüşmek üzere
      siz bilirsiniz
      bekleyip göreceğiz
      hadi bakalım
      saygılar
      bu kadar
      anlayan anladı`),
  },
  pushed: lines(`Yerli otomobilimiz {sehir} yollarında yüzde {n} daha az enerji harcıyor
    Büyük Türkiye yürüyüşü {sehir} meydanında on binlerle başladı
    Dev proje {sehir} için {n} bin kişiye iş kapısı açıyor izleyin
    Muhalefetin yıllarca yapamadığını {n} ayda bitirdik
    Haber Ufku sordu {sehir} halkı cevapladı işte gerçekler
    Şehir hastanesi {sehir} ilinde ilk gün {n} hastaya şifa oldu
    Algı operasyonlarına inanmayın rakamlar her şeyi anlatıyor
    Savunma sanayiinde yerlilik oranı yüzde {n} seviyesini geçti
    Genç mühendislerimiz {sehir} teknoparkında dünyaya meydan okuyor
    Haber Ufku özel dosya kim bu projeleri durdurmak istiyor
    Köprüler tüneller havalimanları bu millet unutmaz
    Esnafa müjde {sehir} merkezli yeni destek paketi açıklandı
    Ekonomide güven endeksi son {n} ayın zirvesinde
    Milletin iradesine dil uzatanlar sandıkta cevabını alacak
    Tarımda hasat rekoru {sehir} ovası bereketle doldu taştı
    Sahte hesaplarla gündem kuranlar yine hüsrana uğradı
    Doğalgazda yeni keşif hanelere {n} lira indirim getirecek
    Dünya bizi konuşuyor içerideki birkaç kişi hâlâ karalıyor
    Çiftçimizin yüzü gülüyor {sehir} yöresinde ürün tarlada kalmadı
    Hızlı tren {sehir} hattında {n} milyonuncu yolcusunu ağırladı
    Terörün belini kıranlara selam olsun vatan size minnettar
    Uzaydaki uydumuz ilk görüntüyü gönderdi gurur duyuyoruz`),
  names: {
    first: lines(`Ayşe=ayse
      Mehmet
      Çağla=cagla
      Emre
      Şule=sule
      Murat
      Gülcan=gulcan
      Onur
      Zeynep
      Hakan
      İrem=irem
      Tolga
      Sevgi
      Kemal
      Pınar=pinar
      Volkan
      Nermin
      Baran
      Özge=ozge
      Serkan`),
    family: lines(`Karadere
      Yıldıran=yildiran
      Taşkıran=taskiran
      Oksal
      Demirbağ=demirbag
      Çetinel=cetinel
      Akyürek=akyurek
      Soylu
      Bozdağlı=bozdagli
      Göksun=goksun
      Uçaner=ucaner
      Kılavuz=kilavuz
      Erdemli
      Saygın=saygin
      Tunçer=tuncer
      Ulukaya`),
  },
};
