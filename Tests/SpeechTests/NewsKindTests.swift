import Testing

@testable import Speech

/// Sentences of court reports, live blogs, sports, polls, … in which the rules once went wrong.
struct NewsKindTests {
    @Test(arguments: [
        // A colon inside a figure opens nothing.
        ("de", "Trainer Holger Stamm sprach nach dem 1:2 gegen Lübeck.", []),
        // Whole sentences behind a colon are of whoever stands before it, not of the sentence behind.
        (
            "de",
            "Lübecks Kapitän Emre Aydin widersprach: „Das war verdient.“ Sportchefin Katrin Voss kündigte an, zwei Spieler zu holen. "
                + "Sie wolle aber keine Namen nennen.",
            [
                "direct: Das war verdient. ← Emre Aydin", "indirect: zwei Spieler zu holen ← Katrin Voss",
                "indirect: Sie wolle aber keine Namen nennen ← Katrin Voss",
            ]
        ),
        // Several who are no people.
        ("en", "Apple and Google said they would appeal.", ["indirect: they would appeal ← Apple and Google"]),
        (
            "de", "Deutschland und Frankreich teilten mit, sie würden das Abkommen kündigen.",
            ["indirect: sie würden das Abkommen kündigen ← Deutschland und Frankreich"]
        ),
        // Whom a minister told.
        (
            "de", "„Wir müssen handeln“, sagte Finanzminister Karl Vogt der „Rheinischen Post“.",
            ["direct: Wir müssen handeln ← Karl Vogt"]
        ),
        // An abbreviation is no pronoun.
        ("en", "Cases fell to zero in January, the WHO said.", ["indirect: Cases fell to zero in January ← WHO"]),
        // A percent sign belongs to its number.
        (
            "en", "The central bank said on Tuesday that inflation would reach 4%.",
            ["indirect: that inflation would reach 4% ← central bank"]
        ),
        // The perfect tense.
        (
            "es", "«Habrá presupuestos este año», ha prometido el presidente de la junta, Jordi Mas.",
            ["direct: Habrá presupuestos este año ← Jordi Mas"]
        ),
        // Verbs of exclaiming.
        ("fr", "« On méritait mieux », a lâché Hugo Lancel après le match.", ["direct: On méritait mieux ← Hugo Lancel"]),
        // A time between a verb and its infinitive.
        ("es", "Carmen Ortiz negó este lunes haber cobrado comisiones.", ["indirect: haber cobrado comisiones ← Carmen Ortiz"]),
        ("ru", "Игорь Панин пообещал в понедельник закрыть мост.", ["indirect: закрыть мост ← Игорь Панин"]),
        // How somebody put it.
        (
            "en", "“A budget for bankers” is how Labour leader Joan Pike summed it up on Twitter.",
            ["direct: A budget for bankers ← Joan Pike"]
        ),
        (
            "en", "“A total disaster” was how Joan Pike, the Labour leader, described the budget.",
            ["direct: A total disaster ← Joan Pike"]
        ),
        // A participle and “by” inside the source.
        (
            "en", "A petition signed by 412 people calls the plan “an act of vandalism”.",
            ["mixed: the plan “an act of vandalism” ← A petition"]
        ),
        // What a thing is called ends with the marks.
        (
            "en", "The bill, which critics have dubbed the “sinking clause”, passed by 302 votes to 287.",
            ["mixed: the “sinking clause” ← critics"]
        ),
        // Words that go on are a quotation of their own, whatever verbs stand before them.
        (
            "en", "Nadia Verin vowed to finish the wall by spring, saying that it was “a fence, not a fortress.”",
            ["mixed: that it was “a fence, not a fortress.” ← Nadia Verin"]
        ),
    ])
    func whoSaysWhat(language: String, text: String, said: [String]) {
        #expect(Analysis(text, language: language).said == said)
    }

    /// A preposition alone is nobody.
    @Test func aPrepositionIsNobody() {
        let analysis = Analysis("With a grin: “You lost the whole lot.”")
        #expect(analysis.speech.quotations.map(\.mention) == [nil])
    }

    /// A nickname between a name and its verb is no speech.
    @Test func aNicknameIsNoSpeech() {
        let text = "Marlow, whose nickname at the company is “Breaker,” said the site would add a second power line."
        #expect(Analysis(text).asides == ["Breaker,"])
    }
}
