import Speech
import Testing

/// Belief, hope, fear, doubt and wish in other languages than English: by the verb, apart from what is said.
struct TypedCueTests {
    @Test(
        arguments: [
            ("de", "Angela Kern glaubt, dass die Brücke hält.", AttributionType.belief),
            ("de", "Angela Kern fürchtet, dass es zu spät ist.", .belief),
            ("de", "Angela Kern sagte, dass es zu spät ist.", .assertion),
            ("fr", "Anne Roux espère que le plan réussira.", .belief),
            ("fr", "Anne Roux doute que le plan réussisse.", .belief),
            ("es", "Ana Vidal teme que sea tarde.", .belief),
            ("es", "Ana Vidal dijo que es tarde.", .assertion),
            ("ru", "Анна Волкова боится, что уже поздно.", .belief),
            ("ru", "Анна Волкова сомневается, что план удастся.", .belief),
            ("uk", "Анна Петренко сподівається, що план вдасться.", .belief),
        ]
    )
    func quotations(language: String, text: String, type: AttributionType) {
        let found = Analysis(text, language: language).speech.quotations
        #expect(found.map(\.type) == [type] && found.first?.speaker?.kind == .person)
    }

    @Test(
        arguments: [
            ("de", "Angela Kern will die alte Brücke schließen.", "eventuality: die alte Brücke schließen ← Angela Kern"),
            ("de", "Angela Kern weiß, dass die Brücke alt ist.", "fact: dass die Brücke alt ist ← Angela Kern"),
            ("fr", "Anne Roux veut fermer le pont.", "eventuality: fermer le pont ← Anne Roux"),
            ("es", "Ana Vidal quiere cerrar el puente.", "eventuality: cerrar el puente ← Ana Vidal"),
            ("ru", "Анна Волкова хочет закрыть мост.", "eventuality: закрыть мост ← Анна Волкова"),
            ("ru", "Анна Волкова хочет, чтобы мост закрыли.", "eventuality: чтобы мост закрыли ← Анна Волкова"),
            ("uk", "Анна Петренко хоче закрити міст.", "eventuality: закрити міст ← Анна Петренко"),
        ]
    )
    func attitudes(language: String, text: String, expected: String) {
        let analysis = Analysis(text, language: language)
        #expect(
            analysis.speech.attitudes.map { "\($0.type): \(analysis.content($0)) ← \($0.speaker?.name ?? "?")" } == [expected]
        )
        #expect(analysis.speech.quotations.isEmpty)
    }

    @Test(arguments: [
        ("de", "Weil Angela Kern gehen will, wartet sie."), ("fr", "Anne Roux veut du pain."), ("es", "Quiere pan."),
    ])
    func nothingIsWanted(language: String, text: String) {
        #expect(Analysis(text, language: language).speech.attitudes.isEmpty)
    }
}
