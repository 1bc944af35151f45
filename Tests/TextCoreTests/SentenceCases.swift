/// Invented news sentences by language, each sentence end inside a text marked with `|`.
enum SentenceCases {
    static let byLanguage: [(language: String, cases: [String])] = [
        ("en", english), ("fr", french), ("de", german), ("es", spanish), ("ru", russian), ("uk", ukrainian), ("el", greek),
        ("ar", arabic), ("zh", chinese), ("ja", japanese),
    ]

    static let english = [
        "Mr. and Mrs. Dale met Gov. Ann Roe.| They talked.",
        "She lives in the U.S. and he in the U.K. since May.",
        "He moved to the U.S.| His wife stayed.",
        "Harlow Inc. said it lost money.| Its shares fell.",
        "It starts at 9 a.m. on Friday.| Doors open at 8 a.m.| Bring tickets.",
        "No. 5 won.| The answer was no.| He left.",
        "It is on St. John St. near Mt. Hale.",
        "Many fruits, e.g. plums, i.e. the blue ones, were sold.",
        "J. R. Dale and A. B. Roe met.| B. Dale did not.",
        "Inflation was 3.5 percent.| It was 3.1 before.| 12 banks agreed.",
        "The index rose to 1,204.5.| The dollar fell.",
        "On Jan. 6 and Sept. 11 the flags are lowered.| So they were.",
        "“We won.”| “We did not.”",
        "“Did we win?” he asked.| “Yes!” she said.",
        "“Did we win?” the mayor asked.| Nobody knew.",
        "\"Is it safe?\" Dale asked.| \"No.\"",
        "He asked: “Is it safe?”| Nobody answered.",
        "She said she was “fine.”| He was not.",
        "She called it ‘a mess.’| He agreed.",
        "They came (from Dale.)| They left.",
        "They came (from Dale).| They left.",
        "(They came.)| They left.",
        "[They came.]| They left.",
        "He waited... and waited.| Then he left.",
        "“I thought … well, never mind,” he said.",
        "So it ended…| The hall was empty.",
        "Council closes bridge", "Bridge closed: council",
        "1. Close the bridge.| 2. Open the ferry.",
        "a) Close it.| b) Open it.",
        "Read more at www.example.org/news.html?id=5 today.| It is free.",
        "Write to desk.news@example.org.| The desk answers.",
        "Yahoo! said it would sell.| Buyers of Yahoo! waited.",
        "Why?| Because.| Really?!| Yes.",
        "Dr. Roe, Ph.D., spoke.| So did Lt. Col. Dale.",
        "Sen. Roe (D-N.Y.) voted no.| The bill failed.",
        "He earned $5.| She earned €6.50.| They left.",
        "It was the 5th.| Then came the 6th.",
        "The Washington, D.C. office closed.| It was in Washington, D.C.| The staff left.",
        "George W. Dale spoke.| His brother John F. did not.",
        "World War II ended.| In World War II many died.",
        "Vitamin C is good.| The plan is B.| We know.",
        "The firm (Dale Corp.) was sold.| It had debts.",
        "“It is over.| We lost,” he said.",
        "“Stop!”| The crowd ran.",
        "He said, “Stop.”| Then he ran.",
        "Mr. Dale said: ‘No.’| He left.",
        "Roe vs. Dale was heard in Oct. 2020.| The court ruled.",
        "The U.N. Security Council met.| The U.N. is in New York.",
        "He is 6 ft. tall.| She is not.",
        "It costs approx. 5 dollars.| That is cheap.",
        "Apple, Dale & Co. rose.| Others fell.",
        "By Ann Roe and John Dale Jr.",
        "Dale Jr. won.| He is the son of Dale Sr.| They live here.",
        "It is 5 p.m. EST.| At 6 p.m. he left.",
        "He said ‘Why?’ and left.| She stayed.",
        "• Close the bridge.| • Open the ferry.",
        "What now?| – Close it.",
    ]

    static let french = [
        "M. Dupré et Mme Roche sont venus.| Ils ont parlé.",
        "MM. Dupré et Roche sont venus.| Le maire aussi.",
        "Me Roche, avocat, a parlé.| Il a gagné.",
        "« C’est fini. »| Il est parti.",
        "« C’est fini ? » demande-t-il.| Personne ne répond.",
        "Il a dit : « C’est fini ! »| Puis il est parti.",
        "Le taux est de 3,5 %.| Il était de 3,1 %.| C’est trop.",
        "Le 1er mars, J.-P. Roche est venu.| Il est reparti.",
        "Il vend des fruits, p. ex. des prunes, etc.| Le reste attend.",
        "Le n° 5 a gagné.| Le no 6 a perdu.",
        "Il est né av. J.-C. selon eux.| On en doute.",
        "Est-ce vrai ?| Oui !| Non.",
        "Il attend… puis il part.| Elle reste.",
        "Voir www.exemple.fr/a.html.| Merci.",
        "St. Martin et Ste. Anne sont fermées.",
        "(Il est venu.)| Il est parti.",
        "Le conseil ferme le pont",
    ]

    static let german = [
        "Am 3. März 2024 kam er.| Am 31. Dezember ging er.",
        "Der 1. FC Nordhafen gewann im 2. Spiel.| Der Trainer ging.",
        "Obst, z. B. Pflaumen, bzw. Birnen, wurde verkauft.",
        "Das sind u. a. Birnen.| Das ist gut.",
        "Dr. Roth und Prof. Dr. Dahl kamen.| Sie sprachen.",
        "Es kostet 3,5 Mio. Euro.| Das ist viel.",
        "Es waren 5 Mrd. Euro usw.| Der Rest kam später.",
        "Um 20.15 Uhr begann es.| Um 22 Uhr war es aus.",
        "„Es ist aus.“| Er ging.", "„Ist es aus?“, fragte er.| „Ja!“| Sie ging.",
        "»Es ist aus.«| Er ging.", "Er sagte: „Nein.“| Dann ging er.",
        "Karl V. und Ludwig XIV. trafen sich.",
        "Das war 2019.| Danach kam 2020.",
        "Die Zahl der Fälle stieg auf 12.| Die Stadt reagierte.",
        "Er wohnt in der Hafenstr. 5 in Nordhafen.| Sie auch.",
        "A. Roth und E. Müller kamen.| E. Müller ging.",
        "Die Nr. 5 gewann.| Die Nr. 6 verlor.",
        "Das ist d. h. falsch.| Es stimmt nicht.",
        "Er wartete … und ging.| Sie blieb.",
        "Rat sperrt Brücke",
        "Der 3. Oktober ist ein Feiertag.| Der 4. nicht.",
        "Im 19. Jahrhundert war es so.| Im 20. Jh. nicht.",
        "Ist das wahr?| Ja!| Nein.",
    ]

    static let spanish = [
        "El Sr. López y la Sra. Gil llegaron.| Hablaron.",
        "Vive en EE. UU. desde mayo.| Ella no.",
        "Vive en EE. UU.| La casa es suya.",
        "¿Es verdad?| ¡Sí!| No.", "Dijo: «No.»| Luego salió.", "«¿Es verdad?», preguntó.| Nadie respondió.",
        "“Se acabó.”| Salió.", "Subió un 3,5 %.| Bajó un 3,1 %.",
        "Llegó a las 9 a. m. del lunes.| Salió tarde.",
        "El Dr. J. M. Gil habló.| La Dra. Roca no.",
        "Frutas, p. ej. ciruelas, etc.| El resto espera.",
        "El n.º 5 ganó.| El núm. 6 perdió.",
        "La av. Mayor se cerró.| El alcalde habló.",
        "Esperó… y salió.| Ella no.",
        "El consejo cierra el puente",
        "Ud. lo sabe.| Yo no.",
    ]

    static let russian = [
        "А. В. Петров и О. Сидоров ушли.| И. И. Иванов остался.",
        "Это было в 2019 г. в Москве.| Он уехал.", "Это было в 2019 г.| Он уехал.",
        "В 1990-х гг. было иначе.| Потом стало лучше.",
        "Он живёт на ул. Садовой, т. е. в центре.| Она тоже.",
        "Это стоит 5 млн. рублей.| Это много.", "Это стоит 5 млн руб.| Он заплатил.",
        "Яблоки, груши и т. д.| Он ушёл.", "Яблоки, груши и т.п.| Он ушёл.",
        "«Почему?» — спросил он.| «Нет!» — ответила она.",
        "«Всё кончено».| Он ушёл.", "«Всё кончено», — сказал он.| «Мы ушли».",
        "Он сказал: «Нет».| Потом ушёл.", "— Почему?| — Не знаю.",
        "Инфляция составила 3,5%.| Это много.",
        "Им. Пушкина назван театр.| Он закрыт.",
        "Он ждал… и ушёл.| Она осталась.",
        "Правда?| Да!| Нет.",
        "См. рис. 5 и стр. 7.| Там всё есть.",
        "Проф. Петров и акад. Сидоров спорили.",
        "Совет закрыл мост",
        "В г. Москве прошёл дождь.| Было холодно.",
    ]

    static let ukrainian = [
        "Т. Г. Коваль приїхав у 2019 р. до Києва.| Він поїхав.", "Це коштує 5 млн грн.| Він заплатив.",
        "«Чому?» — запитав він.| «Ні!» — відповіла вона.", "Це було на вул. Садовій.| Він пішов.",
        "Яблука, груші та ін.| Він пішов.", "Правда?| Так!| Ні.", "Він чекав… і пішов.| Вона ні.",
        "Це, напр., груші.| Він знає.", "Є. Коваль і Ю. Шевчук пішли.",
    ]

    static let greek = [
        "Ο κ. Παππάς και η κα. Νίκου ήρθαν.| Έφυγαν.", "Τι έγινε;| Δεν ξέρω.", "Πλήρωσε 3,5 εκ. ευρώ.| Ήταν πολλά.",
        "Φρούτα, π.χ. μήλα, κ.λπ.| Τα άλλα όχι.", "«Τελείωσε.»| Έφυγε.", "«Γιατί;» ρώτησε.| Κανείς δεν ξέρει.",
        "Ο Α. Β. Παππάς μίλησε.| Ο Γ. Νίκου όχι.", "Άρχισε στις 9 π.μ. και τελείωσε.| Έφυγε.",
        "Περίμενε… και έφυγε.| Εκείνη όχι.",
    ]

    static let arabic = [
        "وصل الوزير.| غادر الوفد.", "هل وصل؟| نعم.", "قال د. أحمد ذلك.| ثم غادر.", "قال: «انتهى الأمر.»| ثم غادر.",
        "وصل!| غادر.", "بلغت النسبة 3.5 في المئة.| هذا كثير.", "انتظر… ثم غادر.",
    ]

    static let chinese = [
        "他来了。|她走了。", "他说：“我不知道。”|她走了。", "“为什么？”他问。|没人回答。", "他问：“为什么？”|没人回答。", "真的吗？|是的！|不是。",
        "（他来了。）|她走了。", "增长了3.5%。|很多。", "他说“不知道”。|她走了。", "他等……然后走了。", "「結束了。」|他走了。", "他說：「不知道。」|她走了。",
    ]

    static let japanese = [
        "彼は来た。|彼女は去った。", "「知らない。」と彼は言った。|彼女は去った。", "「なぜ？」と聞いた。|答えはない。", "『終わった。』と述べた。",
        "岸田首相は「反対だ。」と述べた。|会議は終わった。", "本当か？|はい！", "（彼は来た。）|彼女は去った。", "3.5％増えた。|多い。",
        "「終わった。」|彼は去った。", "「行く。|待つな」と彼は言った。",
    ]
}
