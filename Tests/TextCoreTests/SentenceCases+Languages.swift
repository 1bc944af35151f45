extension SentenceCases {
    /// Hard cases of the languages of the multilingual encoder beyond those of ``byLanguage``. Thai is read before a segmenter
    /// has cut its runs.
    static let furtherLanguages: [(language: String, cases: [String])] = [
        (
            "nl",
            [
                "Dr. Jansen en mevr. De Vries spraken met prof. Bakker.| Zij zwegen.",
                "De trein vertrekt om 9.30 uur.| De bus om 10 uur.",
                "Bijv. de brug, d.w.z. de oude, is dicht.| De nieuwe is open.",
                "’s Avonds is het stil.| ’s Morgens niet.",
                "De foto's zijn weg.| Nemo's boot ook.",
                "“Gaan we?” vroeg hij.| “Ja!”",
                "Het kost 1.250,50 euro.| Dat is veel.",
                "J.P. Balk en A. de Wit wonnen.| B. Smit verloor.",
                "Zie blz. 12 en art. 3 lid 2.| Meer staat er niet.",
                "De N.V. ging failliet, enz.| Niemand kwam.",
                "Appels, peren, enz.| Volkin zweeg.",
            ]
        ),
        (
            "pl",
            [
                "Prof. Nowak i dr Kowalski spotkali się z ks. Janem.| Rozmawiali.",
                "Stało się to 3. dnia wojny, tj. w maju.| Potem był spokój.",
                "Urodził się w 1921 r. w Krakowie.| Zmarł w 1990 r.| Nie miał dzieci.",
                "Budowa kosztowała 5 mln zł.| To dużo.",
                "Zapłacił 50 zł.| Naprawdę?| Kosztuje 50 zł. za sztukę.",
                "Przyszli m.in. Anna i Jan.| Inni zostali.",
                "Ul. Długa i al. Wolności są zamknięte.| Inne nie.",
                "„Idziemy?” – zapytał.| „Tak!”",
                "W XX w. było inaczej.| Teraz jest lepiej.",
                "Zob. s. 12 i nast. strony.| Tam jest więcej.",
                "Spotkanie o godz. 10.30 odwołano.| Nikt nie przyszedł.",
            ]
        ),
        (
            "pt",
            [
                "O Sr. Silva e a Dra. Costa reuniram-se com o prof. Melo.| Ninguém falou.",
                "A reunião é às 9h30.| Depois há almoço.",
                "Mora na Av. Central, n.º 5.| A casa é velha.",
                "Custou 1.250,50 euros.| É muito.",
                "Ele vive nos E.U.A. desde maio.| Ela ficou.",
                "“Vamos?” perguntou ele.| “Sim!”",
                "Compraram frutas, verduras, etc.| Depois saíram.",
                "Veja pág. 12 e art. 3.| Não há mais.",
                "J. M. Dias venceu.| A. Reis perdeu.",
                "Que dia!| Ninguém esperava isso…| A ponte caiu.",
            ]
        ),
        (
            "it",
            [
                "Il dott. Rossi e la sig.ra Bianchi parlarono con l’on. Verdi.| Nessuno rispose.",
                "Il treno parte alle 9.30.| L’autobus alle 10.",
                "Costa 1.250,50 euro.| È troppo.",
                "La ditta Neri S.p.A. ha chiuso.| Gli operai protestano.",
                "Vedi pag. 12 e art. 3.| Non c’è altro.",
                "«Andiamo?» chiese.| «Sì!»",
                "Mele, pere, ecc. sono finite.| Torneranno.",
                "Mele, pere, ecc.| Davvero?| Davvero.",
                "G. B. Conti vinse.| A. Riva perse.",
                "Nacque nel 44 a.C. a Roma.| Morì lì.",
                "Perché no?| Quest’anno si può.| Com’è bello!",
            ]
        ),
        (
            "tr",
            [
                "Dr. Kaya ve Prof. Demir toplantıya geldi.| Kimse konuşmadı.",
                "Oğlu 3. sınıfa gidiyor.| Kızı 5. sınıfta.",
                "Türkiye'nin 2. büyük şehri burası.| Nüfusu 4,5 milyon.",
                "II. Mehmet şehri aldı.| Sonra orada yaşadı.",
                "Toplantı saat 10.30'da başladı.| Kısa sürdü.",
                "Elma, armut vb. ürünler satıldı.| Fiyatlar düştü.",
                "“Gidelim mi?” diye sordu.| “Evet!”",
                "Atatürk Cad. No. 5'te oturuyor.| Ev eski.",
                "Yıldız A.Ş. zarar açıkladı.| Hisseler düştü.",
                "Ne oldu?| Bilmiyoruz…| Köprü kapandı.",
            ]
        ),
        (
            "ko",
            [
                "시장은 다리가 5월에 열린다고 말했다.| 시민들은 기뻐했다.",
                "물가는 3.5% 올랐다.| 지난해에는 2.1%였다.",
                "“다리가 열립니까?”라고 기자가 물었다.| 시장은 답하지 않았다.",
                "“다리를 열겠다.”고 그는 말했다.| 아무도 믿지 않았다.",
                "회의는 2021. 10. 18. 열렸다.| 결과는 없었다.",
                "정말일까?| 아니다!| 다리는 닫혔다.",
                "(사진 = 시청 제공.)| 다리는 새것이다.",
                "A씨는 B사에 다닌다.| 그는 웃었다.",
                "“우리는 이겼다.| 그러나 끝이 아니다.”",
            ]
        ),
        (
            "th",
            [
                "นายกเทศมนตรีกล่าวว่าสะพานจะเปิดในเดือนหน้า| ประชาชนจำนวนมากรู้สึกดีใจ",
                "นายกเทศมนตรีกล่าวว่าสะพานจะเปิดในเดือนหน้า แต่ยังไม่มีการกำหนดวัน",
                "ราคาน้ำมันเพิ่มขึ้นร้อยละ 5 ในปีนี้",
                "นายสมชาย ใจดี",
                "การประชุมเริ่มเวลา 10.30 น. และสิ้นสุดในช่วงบ่าย",
                "เกิดเหตุเมื่อปี พ.ศ. 2564 ที่จังหวัดเชียงใหม่",
                "สะพานจะเปิดเมื่อไหร่?| ยังไม่มีใครทราบคำตอบ",
                "เขากล่าวว่า “เราจะเปิดสะพานภายในเดือนหน้านี้ ทุกคนรออยู่” และเดินจากไป",
                "สะพานใหม่มีความยาวทั้งหมดประมาณ 200 เมตร",
                "ชาวบ้านรู้สึกดีใจเป็นอย่างมาก (ดูภาพ)",
            ]
        ),
        (
            "ar",
            [
                "هل فتح الجسر؟| لا أحد يعرف.",
                "قال الوزير: «سنفتح الجسر.»| ثم غادر.",
                "ارتفع السعر بنسبة 3.5 في المئة.| كان 2.1 قبل عام.",
                "وصل د. سامي إلى المدينة.| استقبله العمدة.",
                "انتهى الاجتماع!| لم يحضر أحد…",
                "بلغ العدد ١٢٫٥ مليون.| هذا كثير.",
                "\"متى يفتح؟\" سأل الصحفي.| لم يجب أحد.",
                "(الصورة من الأرشيف.)| الجسر جديد.",
                "تأسست عام 1921 م. في المدينة القديمة.",
            ]
        ),
        ("ur", ["پل کب کھلے گا؟| کسی کو معلوم نہیں۔| میئر خاموش ہے۔", "یہ پل نیا ہے۔| وہ پرانا ہے۔"]),
        ("hi", ["पुल खुल गया।| लोग खुश हैं।", "क्या पुल खुलेगा?| कोई नहीं जानता।"]),
        (
            "zh",
            [
                "市长说：“桥会开的。”| 大家不信。", "桥开了吗？| 没有！| 还要等……", "“桥开了吗？”他问。| 没人回答。",
                "物价上涨3.5%。| 去年是2.1%。", "（图片由市政府提供。）| 桥是新的。", "市長說：「橋會開的。」| 大家不信。",
                "「橋開了嗎？」他問。| 沒人回答。", "使用iPhone 12的人增加了。| A股下跌。",
            ]
        ),
        (
            "ja",
            [
                "市長は「橋は開く。」と述べた。| 市民は喜んだ。", "橋は開くのか？| 誰も知らない。| 本当だ！", "物価は3.5%上がった。| 昨年は2.1%だった。",
                "「橋は開きますか？」と記者が聞いた。| 市長は黙った。", "（写真は市提供。）| 橋は新しい。", "「勝った。| だが終わりではない。」",
                "『新しい橋。』という本だ。| 売れている。", "A社は５月に移る。| B社は残る。",
            ]
        ),
    ]
}
