import TestSupport
import Testing
import TextCore

@testable import Grammar
@testable import Language

/// Heads and tags as they come from arrays, and aligned by hand: no model needed.
struct SyntaxTests {
    @Test func subtreesAndChildren() {
        // the(1) mayor(2) who(3) left(1) said(self) he(6) won(4)
        let syntax = Syntax(
            tags: Array(repeating: .noun, count: 7),
            heads: [1, 4, 3, 1, 4, 6, 4],
            relations: [.determiner, .subject, .subject, .relativeClause, .root, .subject, .clausalComplement]
        )
        #expect(syntax.subtree(of: 1) == 0..<4)
        #expect(syntax.subtree(of: 6) == 5..<7)
        #expect(Array(syntax.children(of: 4)) == [1, 6])
        #expect(syntax.child(of: 4, .clausalComplement, .openComplement) == 6)
        #expect(syntax.head(of: 4) == nil)
        #expect(syntax.head(of: 3) == 1)
    }

    /// A head out of bounds is a root's; a circle is cut open; crossing arcs still give true edges.
    @Test func hostileHeads() {
        let syntax = Syntax(tags: [], heads: [1, 2, 0, 9, -1, 2], relations: [])
        let roots = syntax.heads.indices.filter { syntax.head(of: $0) == nil }
        #expect(roots.count == 3)
        #expect(syntax.tags == Array(repeating: PennTag.unknown, count: 6))
        let crossing = Syntax(tags: [], heads: [2, 3, 2, 2], relations: [])
        #expect(crossing.subtree(of: 3) == 1..<4)
        #expect(crossing.subtree(of: 2) == 0..<4)
        #expect(Syntax(tags: [], heads: [], relations: []).heads.isEmpty)
    }

    private func word(_ range: Range<Int>, head: Int32, relation: UInt8) -> GrammarToken {
        var token = GrammarToken(range: range)
        token.head = head
        token.dependency = relation
        return token
    }

    /// The grammar splits “don't” in two; it leaves “Port-Varra” whole, which the annotation takes as three tokens.
    @Test func wordsCutDifferently() throws {
        let text = UTF8Text("x Port-Varra don't care")
        let tokens = Tokenizer().tokens(of: text, in: 2..<text.count)
        let relations: [DependencyRelation] = [.root, .subject, .auxiliary, .negation]
        var builder = SyntaxBuilder(tokens: tokens, tags: [], relations: relations)
        var analysis = GrammarAnalysis()
        analysis.tokens = [
            word(0..<10, head: 3, relation: 1), word(11..<13, head: 3, relation: 2), word(13..<16, head: 3, relation: 3),
            word(17..<21, head: 3, relation: 0),
        ]
        builder.add(analysis, at: 2, tokens: tokens.indices)
        let syntax = builder.syntax()
        let heads = tokens.indices.map { "\(text[tokens[$0].range])<\(text[tokens[Int(syntax.heads[$0])].range])" }
        let care = try #require(tokens.indices.last)
        #expect(heads.first == "Port<care")
        #expect(syntax.relations[0] == .subject)
        #expect(syntax.relations[1] == .pieceOfWord)
        #expect(syntax.head(of: 1) == 0)
        #expect(syntax.relations[care] == .root)
        #expect(Set(syntax.heads.dropFirst(3)).isSubset(of: [Int32(care)]))
    }
}

/// Grammar of English texts with the model.
@Suite(.enabled(if: EnglishModel.isPresent, Comment(rawValue: EnglishModel.absence)))
struct SyntaxOfEnglishTests {
    private func annotate(_ sections: [String], layers: GrammarLayers = .all) throws -> AnnotatedText {
        let text = UTF8Text(sections.joined(separator: "\n\n"))
        var start = 0
        let parts = sections.map { section in
            defer { start += section.utf8.count + 2 }
            return TextSection(range: start..<(start + section.utf8.count), role: .body)
        }
        return Annotator(english: try EnglishModel.shared.get(), layers: layers).annotate(text, sections: parts, language: "en")
    }

    /// The token that is `word`, for the given time.
    private func token(_ word: String, in text: AnnotatedText, occurrence: Int = 0) throws -> Int {
        let found = text.tokens.indices.filter { text.text[text.tokens[$0].range] == word }
        return try #require(found.dropFirst(occurrence).first)
    }

    @Test func complementOfACue() throws {
        let text = try annotate(["Ilse Varnach doesn't think that the well-known sea-wall will hold."])
        let syntax = try #require(text.syntax)
        let think = try token("think", in: text)
        let hold = try token("hold", in: text)
        #expect(syntax.head(of: hold) == think)
        #expect(syntax.relations[hold] == .clausalComplement)
        #expect(syntax.tags[hold] == .baseVerb)
        #expect(syntax.subtree(of: hold).lowerBound == (try token("that", in: text)))
        #expect(syntax.child(of: think, .subject) == (try token("Varnach", in: text)))
    }

    /// Quotation marks of any style, contractions and a second section do not shift heads.
    @Test func sectionsStayApart() throws {
        let text = try annotate([
            "“We’re leaving,” said Ned Tolley. ‘It's over’, he’d told the U.S. consul.",
            "The mayor wasn’t there.",
        ])
        let syntax = try #require(text.syntax)
        for (index, head) in syntax.heads.enumerated() {
            let section = text.sectionTokens.first { $0.contains(index) }
            #expect(section?.contains(Int(head)) == true)
        }
        let said = try token("said", in: text)
        #expect(syntax.child(of: said, .subject) == (try token("Tolley", in: text)))
        let consul = try token("consul", in: text)
        #expect(syntax.relations[consul] == .directObject)
        let mayor = try token("mayor", in: text)
        #expect(syntax.relations[mayor] == .subject)
    }

    @Test func onlyWhatIsAskedFor() throws {
        let names = try annotate(["The mayor of Port Varra resigned."], layers: .names)
        #expect(names.syntax == nil)
        #expect(!names.names.isEmpty)
        let tags = try #require(try annotate(["The mayor resigned."], layers: [.tags, .names]).syntax)
        #expect(tags.tags.contains(.pastVerb))
        #expect(tags.heads.enumerated().allSatisfy { $0.offset == Int($0.element) })
    }
}
