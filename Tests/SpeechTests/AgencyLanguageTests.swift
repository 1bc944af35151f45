import Foundation
import Speech
import Testing

/// `Tests/Fixtures/speech/agency.tsv`: constructions that the agencies of each language build daily.
struct AgencyLanguageTests {
    private static let rows = FixtureTable.rows("agency.tsv")

    @Test(arguments: ["ru", "uk", "de", "fr", "es", "ar"])
    func said(language: String) {
        let rows = Self.rows.filter { $0[0] == language }
        #expect(!rows.isEmpty)
        for row in rows {
            let expected = row.count < 3 || row[2].isEmpty ? [] : row[2].components(separatedBy: " ¦ ")
            #expect(Analysis(row[1], language: language).said == expected, "\(row[1])")
        }
    }

    /// Whom an agency was told by, and its whole name.
    @Test(arguments: [
        ("ru", "Как сообщили ТАСС в пресс-службе мэрии, порт закрыт.", "пресс-служба мэрии via ТАСС"),
        ("ru", "Как рассказал РИА Новости источник в полиции, порт закрыт.", "источник via РИА Новости"),
        ("ru", "Как заявил ТАСС сенатор Павел Орлов, решение ошибочно.", "Павел Орлов via ТАСС"),
        ("ru", "Как сообщает ТАСС, порт закрыт.", "ТАСС via –"),
        ("fr", "Deux marins sont morts, a appris l'AFP de source policière.", "source policière via AFP"),
        ("de", "„Der Hafen ist zu“, sagte Angela Kern der Deutschen Presse-Agentur.", "Angela Kern via Deutschen Presse-Agentur"),
        (
            "de", "„Der Hafen ist zu“, sagte Angela Kern den Zeitungen der Funke Mediengruppe.",
            "Angela Kern via Funke Mediengruppe"
        ),
    ])
    func via(language: String, text: String, expected: String) {
        let quotations = Analysis(text, language: language).speech.quotations.filter(\.isSpeech)
        #expect(quotations.map { "\($0.speaker?.name ?? "?") via \($0.via?.name ?? "–")" } == [expected])
    }
}
