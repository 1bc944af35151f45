import Language
import Reading
import Speech
import Stemma
import Testing
import TextCore

@testable import Collation

/// Offices in one article whose holders another one names.
@Suite struct StoryOfficeTests {
    /// Who says the words of the second article, where the first tells of some people.
    private func speaker(_ description: String, told: String, dateline: String = "DAVOS", from: String = "DAVOS") -> String? {
        let found = Pipeline().collate([
            Texts.article(
                "0",
                """
                Progress seen in talks

                \(dateline) — \(told) said on Tuesday that the meeting had been useful and that more would follow.
                """,
                language: "en"
            ),
            Texts.article(
                "1",
                """
                Meeting ends after three days

                \(from) — "The rooms were cold and the soup was thin," \(description) said on Tuesday.
                """,
                language: "en"
            ),
        ])
        let analyzed = found.articles[1]
        return analyzed.speech.quotations.first { quotation in
            quotation.content.contains { analyzed.article.text[$0].contains("soup") }
        }?.speaker?.name
    }

    @Test(
        "whatever word and grammar an article has for an office",
        arguments: [
            (
                "Federal Reserve Chair Ada Velm",
                ["the Fed chair", "the Fed chief", "the Fed chairwoman", "the Federal Reserve chair"]
            ),
            ("Fed Chair Ada Velm", ["the Federal Reserve chair", "the Fed chief", "the chair of the Federal Reserve"]),
            (
                "Tesla CEO Ada Velm",
                ["the Tesla CEO", "Tesla's CEO", "the Tesla chief executive", "the Tesla boss", "the CEO of Tesla"]
            ),
            ("Tesla's chief executive Ada Velm", ["the Tesla CEO", "the head of Tesla"]),
            ("Ford Chief Executive Ada Velm", ["the Ford CEO", "the Ford chief executive"]),
            ("Police spokeswoman Ada Velm", ["the police spokeswoman"]),
            (
                "Bank of England Governor Ada Velm",
                ["the Bank of England governor", "the governor of the Bank of England", "the Bank's governor"]
            ),
            ("NATO Secretary-General Ada Velm", ["the NATO chief", "the NATO secretary-general", "the head of NATO"]),
            ("NATO chief Ada Velm", ["the NATO secretary-general"]),
            ("UN Secretary-General Ada Velm", ["the UN chief", "the head of the United Nations"]),
            ("IMF Managing Director Ada Velm", ["the IMF chief", "the head of the International Monetary Fund"]),
            ("ECB President Ada Velm", ["the ECB chief", "the president of the European Central Bank"]),
            ("WHO Director-General Ada Velm", ["the WHO chief", "the head of the World Health Organization"]),
            (
                "European Commission President Ada Velm",
                ["the EU chief", "the EU commission chief", "the commission president", "the European Commission president"]
            ),
            ("Ukrainian President Ada Velm", ["the Ukrainian leader", "Ukraine's leader"]),
            ("British Prime Minister Ada Velm", ["the British leader", "Britain's prime minister"]),
            ("U.S. Treasury Secretary Ada Velm", ["the treasury chief", "the US treasury secretary"]),
        ]
    )
    func words(told: String, descriptions: [String]) {
        for description in descriptions {
            #expect(speaker(description, told: told) == "Ada Velm", "\(told) / \(description)")
        }
    }

    @Test(
        "another office is nobody's whom the other article names",
        arguments: [
            ("NATO Secretary-General Ada Velm", "the UN chief"), ("Tesla chairwoman Ada Velm", "the Tesla CEO"),
            ("Boston Fed President Ada Velm", "the Fed chair"), ("former NATO chief Ada Velm", "the NATO chief"),
            ("Russian Foreign Minister Ada Velm", "the Russian leader"),
            ("Russian Prime Minister Ada Velm", "the Russian leader"), ("German President Ada Velm", "the German leader"),
            ("Russian Football Union President Ada Velm", "the Russian leader"),
            ("Russian Foreign Minister Ada Velm", "the Russian defence minister"),
            ("Deputy Defence Minister Ada Velm", "the Russian defence minister"),
            ("Russian Defence Minister Ada Velm", "the Ukrainian defence minister"),
        ]
    )
    func others(told: String, description: String) {
        #expect(speaker(description, told: told) != "Ada Velm", "\(told) / \(description)")
    }

    @Test("of two who head something, nobody is meant")
    func twoHeads() {
        let told = "UN Secretary-General Ada Velm met NATO Secretary-General Ole Brask and NATO chief Ida Tolley, who"
        #expect(speaker("the NATO chief", told: told)?.contains(" chief") == true)
    }

    // MARK: The country of an office

    @Test(
        "the country that an article takes for granted",
        arguments: [
            ("MOSCOW", "Defence Minister Ada Velm"),
            ("DAVOS", "Russian Foreign Minister Ole Brask came. Defence Minister Ada Velm"),
            ("MOSCOW", "Russian Foreign Minister Ole Brask came. Defence Minister Ada Velm"),
        ]
    )
    func home(dateline: String, told: String) {
        for description in ["the Russian defence minister", "Russia's defence minister"] {
            #expect(speaker(description, told: told, dateline: dateline) == "Ada Velm", "\(dateline) \(told) / \(description)")
        }
    }

    @Test(
        "a country that an article does not take for granted",
        arguments: [
            ("BERLIN", "Defence Minister Ada Velm"),
            ("BERLIN", "Russian Foreign Minister Ole Brask came. Defence Minister Ada Velm"),
            ("DAVOS", "Russian Foreign Minister Ole Brask met French President Ida Lund. Defence Minister Ada Velm"),
            ("MOSCOW", "Ukrainian Foreign Minister Ole Brask was criticised. Defence Minister Ada Velm"),
            ("DAVOS", "Russian Foreign Minister Ole Brask came to Kyiv. Defence Minister Ada Velm"),
            ("DAVOS", "Talks in Russia went on. Defence Minister Ada Velm"),
        ]
    )
    func abroad(dateline: String, told: String) {
        #expect(speaker("the Russian defence minister", told: told, dateline: dateline) != "Ada Velm")
    }

    @Test("two ministers of one country are two people")
    func twoMinisters() {
        let found = Pipeline().collate([
            Texts.article(
                "0",
                "DAVOS — Russian Foreign Minister Ole Brask said on Tuesday that the rooms were cold.",
                language: "en"
            ),
            Texts.article(
                "1",
                """
                DAVOS — "The rooms are cold and the soup is thin," Russia's foreign minister said.

                "We sent three hundred cooks to the town," the Russian defence minister said.
                """,
                language: "en"
            ),
        ])
        let speakers = found.articles[1].speech.quotations.filter { $0.kind == .direct }.map { $0.speaker?.name ?? "nobody" }
        #expect(speakers == ["Ole Brask", "Russian defence minister"])
    }

    @Test("who is told to hold an office comes before who may hold it")
    func toldFirst() {
        let told = "Defence Minister Ada Velm met Russian Defence Minister Ole Brask, who"
        #expect(speaker("the Russian defence minister", told: told, dateline: "MOSCOW") == "Ole Brask")
    }

    @Test("a defence minister without a country is not that of one that the article never names")
    func foreignCountry() {
        let told = "Russian Defence Minister Ada Velm"
        #expect(speaker("the defence minister", told: told, from: "KYIV") != "Ada Velm")
        #expect(speaker("the defence minister", told: told, from: "MOSCOW") == "Ada Velm")
    }

    // MARK: Chief and deputy

    @Test("words that another article gives to the deputy leave the mayor the mayor")
    func deputy() {
        let found = Pipeline().collate([
            Texts.article(
                "0",
                """
                Müller wins in Tarn

                TARN — Mayor Jürgen Müller said he was happy. His deputy, Anna Müller, said the work begins now.

                "The city needs homes and it needs them soon," the mayor said. Müller said he would build 5,000 flats.
                """,
                language: "en"
            ),
            Texts.article(
                "1",
                """
                Tarn mayor re-elected

                TARN — Juergen Mueller, the mayor of Tarn, said he was happy. Deputy Mayor Anna Mueller said work begins now. She said the
                city needed money.

                "The city needs homes and it needs them soon," Mueller said. He thanked his voters.
                """,
                language: "en"
            ),
        ])
        let analyzed = found.articles[0]
        let mayor = analyzed.speech.quotations.first { quotation in
            quotation.mention.map { analyzed.article.text[$0] == "the mayor" } ?? false
        }
        #expect(mayor?.speaker?.name.hasPrefix("J") == true, "\(mayor?.speaker?.name ?? "nobody")")
    }
}
