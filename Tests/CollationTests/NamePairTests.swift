import Testing

@testable import Collation

/// How many of the names in ``NamePairTable`` are joined as they should be: transcription is never certain, so that this is a floor
/// and not each pair's own test (those are in ``CastNameTests``).
struct NamePairTests {
    /// Pairs of one person that may be left apart, and pairs of two that may be joined. Only ever lowered.
    static let most = (apart: 0, joined: 0)

    /// Whether two articles' names would be one person: they meet under a key, and fit.
    private func areJoined(_ row: NamePairTable.Row) throws -> Bool {
        let a = try #require(CastName(row.a, language: row.languages.0))
        let b = try #require(CastName(row.b, language: row.languages.1))
        let isTranscribed = ["ar", "ja", "ko", "zh"].contains { $0 == row.languages.0 || $0 == row.languages.1 }
        let keys = Set(a.bucketKeys(isTranscribed: isTranscribed))
        return !keys.isDisjoint(with: b.bucketKeys(isTranscribed: isTranscribed)) && a.mayBe(b)
    }

    @Test func spellingsAreJoined() throws {
        let apart = try NamePairTable.same.filter { try !areJoined($0) }.map { "\($0.a) – \($0.b)" }
        #expect(apart.count <= Self.most.apart, "\(apart.joined(separator: "; "))")
    }

    @Test func othersStayTwo() throws {
        let joined = try NamePairTable.different.filter { try areJoined($0) }.map { "\($0.a) – \($0.b)" }
        #expect(joined.count <= Self.most.joined, "\(joined.joined(separator: "; "))")
    }
}
