import Testing

@testable import Speech

/// Frames whose source is a possessive or stands between commas: “according to his account”.
struct PossessiveSourceTests {
    @Test(arguments: [
        ("de", "Anna Berg leitet die Werft. Ihren Angaben zufolge fehlen zehn Millionen Euro.", "Anna Berg"),
        ("de", "Karl Brandt leitet die Werft. Seiner Ansicht nach fehlen zehn Millionen Euro.", "Karl Brandt"),
        ("de", "Der Kapitän Jan Berger wurde vernommen. Nach seinen Angaben war das Boot leer.", "Jan Berger"),
        ("fr", "Claire Morel dirige le port. D’après ses déclarations, la grève durera une semaine.", "Claire Morel"),
        ("es", "Ana Vidal dirige el puerto. Según sus propias palabras, la huelga durará una semana.", "Ana Vidal"),
        ("ru", "Анна Белова руководит портом. По её собственным словам, она не знала о письме.", "Анна Белова"),
    ])
    func ownersOfAccounts(language: String, text: String, speaker: String) {
        let said = Analysis(text, language: language).said
        #expect(said.count == 1 && said.allSatisfy { $0.hasSuffix("← \(speaker)") }, "\(said)")
    }

    /// The verb of the sentence belongs to what she says.
    @Test func germanOwnAccount() {
        let text = "Anna Berg leitet die Werft. Nach eigenen Angaben hat sie zwanzig Jahre dort gearbeitet."
        #expect(
            Analysis(text, language: "de").said == ["indirect: hat sie zwanzig Jahre dort gearbeitet ← Anna Berg"]
        )
    }

    /// In Russian and Ukrainian, what stands on both sides of a frame between commas is one content, however short.
    @Test(arguments: [
        (
            "ru", "Анна Белова руководит портом. Забастовка, по её словам, продлится неделю.",
            "indirect: Забастовка / продлится неделю ← Анна Белова"
        ),
        ("ru", "Забастовка, по данным полиции, продлится неделю.", "indirect: Забастовка / продлится неделю ← полиция"),
        (
            "uk", "Анна Коваль керує портом. Страйк, за її словами, триватиме тиждень.",
            "indirect: Страйк / триватиме тиждень ← Анна Коваль"
        ),
        (
            "ru", "Анна Белова уехала, а порт, по её словам, закроют на неделю.",
            "indirect: порт / закроют на неделю ← Анна Белова"
        ),
        (
            "ru", "Порт закроют на неделю, по словам Анны Беловой, а рабочих уволят.",
            "indirect: Порт закроют на неделю ← Анна Белова"
        ),
    ])
    func framesBetweenCommas(language: String, text: String, expected: String) {
        #expect(Analysis(text, language: language).said == [expected])
    }

    /// “the owner” goes on with the owner just spoken of, not with another house or another house's owner.
    @Test func holdersOfRolesSpokenOf() {
        let text = """
            Tom Reed owns the Blue Anchor, a bar on the pier. Next door stands the Red Lion. The owner of the Red Lion said \
            that trade was slow. “We lose money,” the owner said.
            """
        #expect(
            Analysis(text).speech.quotations.map { $0.speaker?.name } == ["owner of the Red Lion", "owner of the Red Lion"]
        )
        let other = "Tom Reed, owner of the Blue Anchor, opened at noon. The owner of the Red Lion said that trade was slow."
        #expect(Analysis(other).speech.quotations.map { $0.speaker?.name } == ["owner of the Red Lion"])
    }
}
