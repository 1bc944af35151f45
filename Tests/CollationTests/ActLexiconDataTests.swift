import Language
import Testing
import TextCore

@testable import Collation

/// The files from WordNet: the stems that stand in them are those of the stemmer, and what is made of their bytes is what they say.
@Suite("Words of acts, as WordNet's files have them")
struct ActLexiconDataTests {
    private let files = [
        PackageResources.predicates_1_txt, PackageResources.predicates_2_txt, PackageResources.predicates_3_txt,
        PackageResources.predicates_4_txt,
    ].map { LexiconFile($0) }

    private func stem(_ word: String, _ stemmer: Stemmer) -> String {
        let parts = word.split(separator: "_", maxSplits: 1).map(String.init)
        return ([String(decoding: stemmer.stem(Array(parts[0].utf8)), as: UTF8.self)] + parts.dropFirst()).joined(separator: "_")
    }

    /// A verb with its particle is known by the stem of the verb and the particle as it is.
    private func key(_ stem: String) -> UInt64 {
        let parts = stem.split(separator: "_", maxSplits: 1).map { Hash64.folded($0) }
        return parts.count == 2 ? ActLexicon.key(parts[0], particle: parts[1]) : parts[0]
    }

    /// The word of a row without its mark.
    private func word(_ row: [String]) -> String {
        row[0].hasSuffix("!") || row[0].hasSuffix("?") ? String(row[0].dropLast()) : row[0]
    }

    @Test("every stem is the stemmer's, and is left out where it is the word")
    func stems() throws {
        let stemmer = try #require(Stemmer(language: "en"))
        let rows = files.flatMap { $0[""] }
        #expect(rows.count > 7500)
        for row in rows {
            let word = word(row)
            let stem = stem(word, stemmer)
            #expect((row.count > 1 ? row[1] : "") == (stem == word ? "" : stem), "\(word)")
        }
        let forms = files.flatMap { $0["forms"] }
        #expect(forms.count > 100)
        for row in forms {
            for column in 0..<2 {
                let stem = stem(row[column], stemmer)
                #expect((row.count > column + 2 ? row[column + 2] : "") == (stem == row[column] ? "" : stem), "\(row)")
            }
        }
    }

    @Test("the numbers of a stem are those of all its words, in order")
    func numbers() throws {
        let stemmer = try #require(Stemmer(language: "en"))
        var ties: [UInt64: [[Int32]]] = [:]
        var verbs: [UInt64: (is: Bool, mostly: Bool)] = [:]
        for row in files.flatMap({ $0[""] }) where row.count > 2 {
            let key = key(stem(word(row), stemmer))
            let columns = (2..<5).map { column in
                (row.count > column ? row[column] : "").split(separator: ",").compactMap { Int32($0) }
            }
            ties[key] = zip(ties[key] ?? [[], [], []], columns).map { $0 + $1 }
            let known = verbs[key] ?? (false, false)
            verbs[key] = (known.is || word(row) != row[0], known.mostly || row[0].hasSuffix("!"))
        }
        let lexicon = ActLexicon.english
        for (key, columns) in ties {
            let rows = lexicon.ties(of: key).filter { $0 >= 0 }
            #expect(rows == columns.flatMap { $0 })
            #expect(lexicon.isDerived(key) || columns[0].isEmpty)
            #expect(lexicon.isVerb(key) == verbs[key]?.is && lexicon.isMostlyVerb(key) == verbs[key]?.mostly)
            #expect(lexicon.knows(key))
        }
    }
}
