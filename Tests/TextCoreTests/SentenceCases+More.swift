/// More of ``SentenceCases``: abbreviations at sentence ends, appositions of the speaker, dialogue, closing marks.
extension SentenceCases {
    static let more: [(language: String, cases: [String])] = [
        (
            "en",
            [
                "The St. Louis Post-Dispatch, Inc., said so.| It lost.",
                "It was 3 a.m.| Nobody came.",
                "“We won,” he said.| “They lost.”",
                "The No. 2 U.S. bank fell.| The rest rose.",
                "Gen. A. B. Dale Jr. spoke.| The U.S. listened.",
                "He asked, “Is it over?”| “No,” she said.",
                "Ph.D. students met.| They left.",
                "He scored 3-0.| Dale, 25, left.",
                "The report (see p. 5) is out.| It's long.",
                "“Where is it?” a spokesman for the board asked on Monday.",
                "“Where is it?” shouted the crowd.",
                "“Go!” the crowd shouted.",
                "“What is next?” Ms. Roe, the mayor, asked.",
                "He wrote: \"Is it over?\"| The mayor did not answer.",
                "That's it, folks!| What's next?",
                "He left at 5 p.m.| “It is late,” she said.",
                "Dale et al. found it.| It holds.",
                "It was in Sept.| The vote was in Oct. 2020.",
                "The E.U. and the U.N. met.| Both agreed.",
                "He works for Dale & Sons Ltd.| It is old.",
                "She is V.P. of sales.| He is C.E.O.| They met.",
                "Rev. Dr. Roe spoke.| Amen.",
                "It is v. Dale, 5 U.S. 137.| The court met.",
                "The price was $1.2 bn.| That is high.",
                "He said so on CNN's \"The Hour.\"| The host nodded.",
                "It closed Sept. 30.| Sales fell 5 pct.| The end.",
                "Visit us at example.com.| We are open.",
                "The .com boom ended.| The rest is known.",
                "He got a 2.1.| She got a first.",
                "‘It is over.’| He left.",
                "\"Who knows?\" says Dale.| \"Nobody.\"",
                "Oh no!! he cried.| She left.",
                "Who (if anyone?) knows.| He left.",
                "He thanked [Mr.] Dale.| She left.",
                "A.B. Dale left.| B.C. is a province.",
                "He is from Washington D.C.| She is from L.A.| They met.",
                "U.S. stocks fell.| U.S. Sen. Ann Roe voted.",
                "He spoke to the A.P.| The A.P. wrote it.",
                "Is this Plan B?| It is!",
            ]
        ),
        (
            "de",
            [
                "Am 1. und 2. Mai ist zu.| Danach offen.",
                "Der 80. Geburtstag war gestern.| Sie feierte.",
                "Er kam am 5.| Der Rest kam später.",
                "„Was?“| Er ging.",
                "Das Spiel endete 2:1.| Das war knapp.",
                "Die CDU/CSU gewann.| Die SPD verlor.",
                "Es gilt § 5 Abs. 2 Nr. 3 StGB.| Das ist klar.",
                "Er sagte dies am Mo., 5. Mai.| Sie nickte.",
                "Die Firma Roth GmbH & Co. KG ist pleite.| Sie hat Schulden.",
                "Um ca. 5 Uhr.| Es war kalt.",
                "„Es ist aus“, sagte er.| „Wir gehen.“",
                "Es war im Jahr 2020.| 2021 wurde es besser.",
                "Papst Johannes XXIII. starb 1963.| Er war alt.",
                "Der Vertrag lief bis zum 31.12.2020.| Dann war Schluss.",
                "So z.B. auch hier.| Ende.",
                "Er ist Dr. med. Karl Roth.| Sie ist Dipl.-Ing. Anna Dahl.",
                "St. Pauli verlor.| Der HSV auch.",
                "Sie wurde am 12. geboren.| Er am 13. Juni.",
            ]
        ),
        (
            "fr",
            [
                "Il habite au 5, av. Foch.| Elle aussi.",
                "« Bonjour. »| Il part.",
                "Le 14 juil. 2020, il vint.| Elle partit.",
                "M. Roche, 5 ans, est là.| M. Dupré aussi.",
                "Il a gagné 5 M€.| C’est beaucoup.",
                "L’O.N.U. a voté.| Les É.-U. aussi.",
                "Il a dit oui (peut-être.)| Elle non.",
                "Qui ?| Personne.",
                "« Non », dit-il.| « C’est faux. »",
                "C’est à 20 h 30.| Venez.",
                "MM. A. Roche et B. Dupré.",
                "Selon l’art. 5 al. 2, c’est faux.| Il le sait.",
            ]
        ),
        (
            "es",
            [
                "El 3 de mayo, D. Juan Gil habló.| Calló.",
                "Los JJ. OO. empiezan.| La llama arde.",
                "Nació en el s. XX.| Murió ayer.",
                "—¿Qué?| —Nada.",
                "Dijo que «no».| Luego salió.",
                "El kg. cuesta 5.| Es caro.",
                "S. M. el Rey habló.| Calló.",
                "Costó 5 mill. de euros.| Es mucho.",
                "¡No!, gritó.| Nadie oyó.",
                "La empresa Gil S. A. cerró.| Debía mucho.",
            ]
        ),
        (
            "ru",
            [
                "Ущерб — 5 млрд. руб.| Это много.",
                "«Что?»| Он ушёл.",
                "Ср. с гл. 5.| Там всё.",
                "В 5 час. 30 мин. утра он ушёл.",
                "И. о. министра Петров ушёл.| Он устал.",
                "С. Петербург и др. города закрыты.",
                "Он сказал: «Уходим!».| Все ушли.",
                "«Уходим!», — сказал он.",
                "— Уходим, — сказал он.| — Куда?",
                "Это 5 тыс. человек.| Много.",
                "Д. А. Медведь и В. В. Волк.",
                "На 5 кв. м живут двое.| Тесно.",
                "До н. э. и после н. э.| Так считают.",
                "Жители с. Покровского ушли.| Дома пусты.",
                "Г-н Петров и г-жа Сидорова пришли.| Сели.",
            ]
        ),
        (
            "uk",
            [
                "У 2020 р. було так.| Потім інакше.",
                "Збитки — 5 млрд грн.| Це багато.",
                "В. о. міністра пішов.| Він утомився.",
                "Р. Коваль пішов.",
                "У м. Київ холодно.| У с. Новому тепло.",
            ]
        ),
        (
            "el",
            [
                "Στις 5 π.μ. έφυγε.| Γύρισε μετά.",
                "Ο πρωθυπουργός, κ. Νίκου, μίλησε.| Τι είπε;",
                "«Έλα;»| Όχι.",
                "Π.χ. αυτό.| Τέλος.",
                "Η Δ.Ε.Η. έκλεισε.| Το ρεύμα κόπηκε.",
            ]
        ),
        (
            "ar",
            [
                "سأل: «هل انتهى؟»| لم يجب أحد.",
                "«هل انتهى؟» سأل الوزير.",
                "قال ا. أحمد.| غادر.",
                "بلغ 5 ملايين.| كثير.",
            ]
        ),
        (
            "zh",
            [
                "他说“好。”|她走了。",
                "真的？！|是的。",
                "他说：“走吧！|快走！”|她走了。",
                "A公司说：“好。”|股价涨了。",
                "“走吧。”他说。|“好。”她说。",
                "2020年3月5日。|天晴。",
                "他问「為什麼？」。|沒人答。",
            ]
        ),
        (
            "ja",
            [
                "「はい。」|「いいえ。」|彼は去った。",
                "3月5日、彼は来た。|雨だった。",
                "「行こう！」と叫んだ。|誰も来ない。",
                "彼は「なぜ？」と聞いた。|答えはない。",
                "同社は「売らない。」としている。|株は下がった。",
                "（共同）彼は来た。|以上。",
            ]
        ),
    ]
}
