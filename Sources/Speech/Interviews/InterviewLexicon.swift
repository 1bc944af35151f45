internal import TextCore

/// The labels and words by which an interview in one language is recognised.
struct InterviewLexicon: Sendable {
    /// Labels of whoever asks, without a name ("Q", "Frage").
    let question: WordSet
    /// Labels of whoever answers, without a name ("A", "Antwort").
    let answer: WordSet
    /// Labels that nobody speaks under ("Correction").
    let note: WordSet
    /// Small words inside names ("von").
    let particle: WordSet
    /// Pronouns for the one who is asked ("your").
    let asked: WordSet
    /// Words of those who speak of themselves ("we").
    let own: WordSet
    /// Words of the article that call it an interview.
    let interview: WordSet
    /// Prepositions between these words and the name of whoever is interviewed ("with", not "about").
    let with: WordSet
    /// Verbs right behind the name of whoever is interviewed ("answers").
    let answering: WordSet
    /// Words of the notes below one ("edited for length").
    let closing: WordSet

    /// The lexicon of a language; nil for a language without one.
    static func of(_ language: String) -> InterviewLexicon? { languages.contains(language) ? all[language] : nil }

    private static let languages = ["en", "de", "fr", "es", "ru", "uk"]
    private static let file = LexiconFile(PackageResources.interviews_txt)
    private static let all = LanguageCache { InterviewLexicon($0, file) }

    private init(_ language: String, _ file: LexiconFile) {
        question = file.wordSet("\(language) question")
        answer = file.wordSet("\(language) answer")
        note = file.wordSet("\(language) note")
        particle = file.wordSet("\(language) particle")
        asked = file.wordSet("\(language) asked")
        own = file.wordSet("\(language) own")
        interview = file.wordSet("\(language) interview")
        with = file.wordSet("\(language) with")
        answering = file.wordSet("\(language) answering")
        closing = file.wordSet("\(language) closing")
    }
}
