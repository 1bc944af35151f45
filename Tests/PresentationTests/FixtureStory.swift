import Collation
import Language
import Reading
import Speech
import Testing
import TextCore

/// The four example articles with a comparison made by hand that holds every kind of finding.
enum FixtureStory {
    static func collation() throws -> Collation {
        var coast = try FixtureArticle(
            file: "coast-tribune.txt",
            outlet: "Coast Tribune",
            language: "en",
            published: CivilTime(year: 2022, month: 10, day: 18, hour: 6, minute: 15),
            labels: [
                ("Ferry Crash", .headline), ("The harbor board has", .standfirst), ("By Dana", .byline), ("Staff", .byline),
                ("Oct.", .time), ("The Osmund Bridge in Kessenhavn, seen", .caption), ("Read more", .relatedLink),
                ("Sign up", .newsletter), ("— with", .agencyTag),
            ]
        )
        var herald = try FixtureArticle(
            file: "harbour-herald.txt",
            outlet: "The Harbour Herald",
            language: "en",
            published: CivilTime(year: 2022, month: 10, day: 18, hour: 7, minute: 40),
            labels: [
                ("Osmund", .headline), ("Kessenhavn faces", .standfirst), ("By Nell", .byline), ("18 October", .time),
                ("Also on", .promo), ("Enjoyed", .sharePrompt),
            ]
        )
        var littoral = try FixtureArticle(
            file: "le-littoral.txt",
            outlet: "Le Littoral",
            language: "fr",
            published: CivilTime(year: 2022, month: 10, day: 18, hour: 9, minute: 12),
            labels: [
                ("Accueil", .navigation), ("Un ferry", .headline), ("La ministre", .standfirst), ("Par Hélène", .byline),
                ("Publié", .time), ("Le ferry", .caption), ("À lire", .relatedLink),
                ("Recevez", .newsletter), ("Partager", .sharePrompt),
            ]
        )
        var wire = try FixtureArticle(
            file: "nordwire.txt",
            outlet: "NORDWIRE",
            language: "en",
            published: CivilTime(year: 2022, month: 10, day: 18),
            labels: [
                ("All news", .navigation), ("Bridge closure", .headline), ("\"The pier is cracked from", .standfirst),
                ("Harbor board chair Sigrun Aldal beside", .caption), ("©", .credit),
            ]
        )
        coast.article.agencies = ["NORDWIRE"]
        wire.article.dateline = Dateline(
            range: wire.range("KESSENHAVN, October 18. /NORDWIRE/."),
            place: "KESSENHAVN",
            date: CivilTime(month: 10, day: 18),
            agency: "NORDWIRE"
        )
        for name in ["Osmund Bridge", "Kessenhavn", "Ilse Varnach"] {
            coast.name(name, name == "Ilse Varnach" ? .person : .place)
            herald.name(name, name == "Ilse Varnach" ? .person : .place)
        }
        wire.name("Osmund Bridge", .place)
        littoral.name("Ilse Varnach", gender: .feminine)
        wire.name("Tomas Rehling", gender: .masculine)

        coast.quote(
            ["I’m not letting a single car onto that span before I’m personally convinced the pillars will hold,"],
            by: "Ilse Varnach",
            mention: "she",
            cue: "told reporters"
        )
        coast.quote(["I radioed twice,", "Nobody picked up."], by: "Anders Vole", mention: "he", cue: "said")
        herald.quote(
            ["Nobody will cross this bridge until I have seen with my own eyes that its piers can bear the load,"],
            by: "Ilse Varnach",
            mention: "she",
            cue: "insisted"
        )
        herald.quote(["The Span That Stayed"], isSpeech: false, form: .fragment)
        herald.quote(
            ["that the city could not manage six months without the only road to its hospital."],
            by: "Tomas Rehling",
            mention: "Tomas Rehling, the mayor",
            cue: "warned",
            kind: .indirect
        )
        littoral.quote(
            [
                "Personne ne passera sur ce pont tant que je n’aurai pas vu de mes propres yeux que ses piles supportent la charge"
            ],
            by: "Ilse Varnach",
            mention: "la ministre des Ports, Ilse Varnach",
            cue: "a déclaré"
        )
        littoral.quote(["Nous avons trois ambulances sur cette rive, et c’est tout"], by: "Solène Abrard", cue: "s’alarme")
        wire.quote(
            ["This city cannot live for half a year cut off from its hospital. There is no other road,"],
            by: "Rehling",
            mention: "he said",
            cue: "criticized the outcome"
        )
        wire.quote(
            ["somebody kept telling the passengers about \"a routine stop\" while the ship was already drifting."],
            by: "Tomas Rehling",
            mention: "The mayor",
            cue: "complained",
            damage: .unclosed
        )
        let fourteen = herald.figure("14", 14)
        let seventeen = wire.figure("17", 17)
        let dixSept = littoral.figure("17", 17)

        func passage(_ article: Int, _ words: String) -> Passage {
            Passage(article: article, range: [coast, herald, littoral, wire][article].range(words))
        }
        let copied =
            "The ferry Ellida, carrying 212 passengers and 38 crew, lost steering power at the port entrance and struck the northern pier of the Osmund Bridge at about eight knots, tearing away a steel fender and part of the footway."
        return Collation(
            articles: [coast.analyzed, herald.analyzed, littoral.analyzed, wire.analyzed],
            shared: shared(passage, copied),
            solo: solos(passage),
            figures: [
                .conflict(
                    what: "people treated for injuries",
                    values: [
                        FigureWitness(
                            passage: passage(1, "14"),
                            context: herald.range("In all, 14 people were treated for injuries"),
                            figure: fourteen
                        ),
                        FigureWitness(
                            passage: passage(2, "17"),
                            context: littoral.range("Selon les secours, 17 personnes ont été soignées pour des blessures."),
                            figure: dixSept
                        ),
                        FigureWitness(
                            passage: passage(3, "17"),
                            context: wire.range("after which 17 people were treated for injuries."),
                            figure: seventeen
                        ),
                    ]
                ),
                .arithmetic(
                    ArithmeticFinding(
                        claim: passage(0, "Most"),
                        parts: [passage(0, "9%"), passage(0, "32%")],
                        total: 41,
                        largestOther: 35,
                        verdict: "a plurality, not a majority"
                    )
                ),
            ],
            headlines: headlines(passage),
            reuse: [Reuse(first: passage(0, copied), second: passage(3, copied), words: 39, quotedWords: 0)]
        )
    }

    private static func shared(_ passage: (Int, String) -> Passage, _ copied: String) -> [SharedStatement] {
        func witness(_ article: Int, _ form: Witness.Form, _ words: String, _ speaker: String? = nil) -> Witness {
            Witness(passage: passage(article, words), form: form, speaker: speaker)
        }
        return [
            SharedStatement(
                id: "s1",
                kind: .fact,
                speaker: nil,
                strength: .strong,
                witnesses: [
                    witness(0, .narrated, "The harbor board approved the closure Monday on a 7-2 vote."),
                    witness(
                        1,
                        .narrated,
                        "Kessenhavn’s harbour board voted yesterday, by 7-2, to close the Osmund Bridge until spring"
                    ),
                    witness(
                        2,
                        .narrated,
                        "Le conseil portuaire a voté lundi, par 7 voix contre 2, la fermeture du pont Osmund jusqu’au printemps"
                    ),
                    witness(3, .narrated, "The motion was carried 7-2."),
                ],
                reasons: [.sharedFigures(["7-2"]), .sharedTimes(["2022-10-17"]), .sharedWords(["harbor", "board"])]
            ),
            SharedStatement(
                id: "s2",
                kind: .fact,
                speaker: nil,
                strength: .strong,
                witnesses: [witness(0, .verbatim, copied), witness(3, .verbatim, copied)],
                reasons: [.sharedRun(words: 39)]
            ),
            SharedStatement(
                id: "s3",
                kind: .speech,
                speaker: "Ilse Varnach",
                strength: .moderate,
                witnesses: [
                    witness(
                        0,
                        .quoted,
                        "I’m not letting a single car onto that span before I’m personally convinced the pillars will hold,",
                        "Ilse Varnach"
                    ),
                    witness(
                        1,
                        .quoted,
                        "Nobody will cross this bridge until I have seen with my own eyes that its piers can bear the load,",
                        "Ilse Varnach"
                    ),
                    witness(
                        2,
                        .quoted,
                        "Personne ne passera sur ce pont tant que je n’aurai pas vu de mes propres yeux que ses piles supportent la charge",
                        "Ilse Varnach"
                    ),
                ],
                reasons: [.sameSpeaker("Ilse Varnach"), .sameContext, .refersTo("that span", "this bridge")]
            ),
            SharedStatement(
                id: "s4",
                kind: .speech,
                speaker: "Tomas Rehling",
                strength: .moderate,
                witnesses: [
                    witness(
                        1,
                        .retold,
                        "Tomas Rehling, the mayor, warned that the city could not manage six months without the only road to its hospital.",
                        "Tomas Rehling"
                    ),
                    witness(2, .retold, "Il rappelle qu’aucune autre route ne mène à l’hôpital", "Tomas Rehling"),
                    witness(
                        3,
                        .quoted,
                        "This city cannot live for half a year cut off from its hospital. There is no other road,",
                        "Rehling"
                    ),
                ],
                reasons: [.sameSpeaker("Tomas Rehling"), .sharedWords(["hospital", "road", "city"])]
            ),
            SharedStatement(
                id: "s5",
                kind: .speech,
                speaker: nil,
                strength: .weak,
                witnesses: [
                    witness(0, .narrated, "The repairs are expected to run to at least €40 million"),
                    witness(1, .retold, "Repairs will cost at least €40 million, the harbour minister said.", "Ilse Varnach"),
                ],
                reasons: [.sharedFigures(["at least €40 million"]), .sharedWords(["repairs"])]
            ),
            SharedStatement(
                id: "s6",
                kind: .fact,
                speaker: nil,
                strength: .moderate,
                witnesses: [
                    witness(1, .narrated, "In all, 14 people were treated for injuries"),
                    witness(2, .narrated, "Selon les secours, 17 personnes ont été soignées pour des blessures."),
                    witness(3, .narrated, "after which 17 people were treated for injuries."),
                ],
                reasons: [.sharedWords(["treated", "injuries"]), .figuresDiffer(["14", "17"])]
            ),
        ]
    }

    private static func solos(_ passage: (Int, String) -> Passage) -> [Solo] {
        [
            Solo(
                passage: passage(0, "Most residents want a new bridge"),
                kind: .fact,
                speaker: nil,
                closest: .init(passage: passage(1, "is due to meet Varnach in the town hall on Thursday."), probability: 0.214)
            ),
            Solo(passage: passage(0, "I radioed twice,"), kind: .speech, speaker: "Anders Vole"),
            Solo(
                passage: passage(1, "I heard the engines go quiet, and then the bang."),
                kind: .speech,
                speaker: "Jonas Fehr"
            ),
            Solo(passage: passage(1, "is due to meet Varnach in the town hall on Thursday."), kind: .fact, speaker: nil),
            Solo(
                passage: passage(2, "Nous avons trois ambulances sur cette rive, et c’est tout"),
                kind: .speech,
                speaker: "Solène Abrard"
            ),
            Solo(
                passage: passage(3, "Freight bookings through the port were down 18% from a week earlier"),
                kind: .fact,
                speaker: nil
            ),
        ]
    }

    private static func headlines(_ passage: (Int, String) -> Passage) -> [HeadlineFinding] {
        [
            HeadlineFinding(
                claim: passage(0, "Its Bridge Won’t Reopen Before Spring"),
                support: .full,
                witnesses: [passage(0, "officials say it will stay that way until spring.")]
            ),
            HeadlineFinding(
                claim: passage(1, "Osmund Bridge shut until spring after ferry collision"),
                support: .full,
                witnesses: [passage(1, "to close the Osmund Bridge until spring")]
            ),
            HeadlineFinding(
                claim: passage(1, "minister threatens to resign"),
                support: .none,
                witnesses: [],
                missing: ["threatens", "resign"]
            ),
            HeadlineFinding(
                claim: passage(3, "Bridge closure 'cannot wait for politics,' says Kessenhavn harbor board chair"),
                support: .partial,
                witnesses: [passage(3, "The closure cannot wait for politics.")],
                missing: ["chair"]
            ),
        ]
    }
}
