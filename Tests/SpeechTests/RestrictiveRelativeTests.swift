import Testing

@testable import Speech

/// Sources with a relative clause that no comma parts from them, and chains behind marks.
struct RestrictiveRelativeTests {
    @Test(arguments: [
        ("Two people who attended the meeting said the plan was dead.", "the plan was dead", "Two people"),
        ("A man who saw the crash said that the driver had fled.", "the driver had fled", "A man"),
        (
            "An official who requested anonymity to describe private talks said the plan was dead.", "the plan was dead",
            "An official"
        ),
        (
            "A nurse who works nights at the hospital and lives nearby said the alarm rang twice.", "the alarm rang twice",
            "A nurse"
        ),
        ("The officer who led the raid on the warehouse told the court that he heard shots.", "he heard shots", "officer"),
        ("A neighbor whose dog found the body said it had been there for days.", "it had been there for days", "A neighbor"),
        ("A study that examined the crash found that the brakes had failed.", "the brakes had failed", "A study"),
    ])
    func theAntecedentSpeaks(text: String, content: String, speaker: String) throws {
        let analysis = Analysis(text)
        let said = analysis.speech.quotations.filter(\.isSpeech)
        #expect(said.count == 1, "\(analysis.said)")
        let quotation = try #require(said.last)
        #expect(analysis.content(quotation).hasSuffix(content), "\(analysis.said)")
        #expect(quotation.speaker?.name == speaker, "\(analysis.said)")
    }

    /// A clause behind the sentence's own verb has a subject of its own.
    @Test(arguments: [
        ("A man who killed two nurses was jailed on Friday after a judge told him he was dangerous.", "a judge"),
        ("A mother who lost two sons wept as a coroner said they had been failed.", "a coroner"),
        ("A driver who hit a cyclist was fined after the magistrate said he had been reckless.", "magistrate"),
        ("Liam Croft, 34, showed no emotion as Ann Moss said he had lied.", "Ann Moss"),
        ("A teacher who won the prize cried when Ann Moss told her the news was true.", "Ann Moss"),
        ("A woman who worked as a nurse said the alarm rang twice.", "A woman"),
        ("A woman who was hurt after the crash said the road was wet.", "A woman"),
        ("Residents who live near the plant said they heard a blast.", "Residents"),
    ])
    func otherClauses(text: String, speaker: String) {
        let said = Analysis(text).speech.quotations.filter(\.isSpeech).map { $0.speaker?.name ?? "?" }
        #expect(said == [speaker], "\(Analysis(text).said)")
    }

    /// Who is named behind a verb of thinking is the subject of its clause.
    @Test func subjectsOfInnerClauses() {
        let inner = Analysis("Ann Moss met people who think Karl Brandt said too much.").said
        #expect(!inner.contains { $0.hasSuffix("← people") && $0.contains("too much") }, "\(inner)")
    }

    /// Marks end what is retold where a chain follows them.
    @Test(arguments: [
        "The minister said that he had “no intention of resigning,” Reuters reported.",
        "The minister said that he had “no intention of resigning,” according to Reuters.",
    ])
    func chainsBehindMarks(text: String) {
        let contents = Analysis(text).speech.quotations.filter(\.isSpeech).map { $0.range.count }
        #expect(contents.allSatisfy { $0 <= "that he had “no intention of resigning,”".utf8.count }, "\(Analysis(text).said)")
    }

    /// Anonymity is granted for a reason, which is no speech.
    @Test func anonymityForAReason() {
        let text = "An official, granted anonymity to discuss private talks, said the plan was dead."
        #expect(Analysis(text).speech.quotations.count == 1, "\(Analysis(text).said)")
    }

    @Test(arguments: ["d’« une erreur »", "d’« une erreur »", "qu’« une erreur »"])
    func elidedWordsBeforeMarks(words: String) {
        let analysis = Analysis("Le maire n’a parlé \(words) lundi.", language: "fr")
        #expect(analysis.contents == [" une erreur "] || analysis.contents == ["une erreur"], "\(analysis.contents)")
    }
}
