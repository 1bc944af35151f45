import Foundation
import Meaning
import TestSupport
import Testing
import TextCore

/// The reference implementations' vectors of invented texts (`Evaluation/meaning_reference.py`).
@Suite(.enabled(if: !SentenceModels.present.isEmpty, Comment(rawValue: SentenceModels.absence)))
struct ReferenceTests {
    private let texts: [UTF8Text]
    private let rows: [[String: String]]

    init() throws {
        func lines<Value: Decodable>(_ name: String, _ type: Value.Type) throws -> [Value] {
            let url = SharedData.repository.appending(path: "Tests/Fixtures/meaning/\(name)")
            // A text may hold line ends of other kinds.
            return try Data(contentsOf: url).split(separator: 0x0A).map {
                try JSONDecoder().decode(type, from: $0)
            }
        }
        texts = try lines("texts.jsonl", String.self).map { UTF8Text($0) }
        rows = try lines("vectors.jsonl", [String: String].self)
    }

    /// A vector of the reference: 16-bit floats.
    private func reference(_ index: Int, _ model: SentenceModel) throws -> [Double] {
        let bytes = try [UInt8](#require(rows[index][model.rawValue].flatMap { Data(base64Encoded: $0) }))
        return stride(from: 0, to: bytes.count, by: 2).map { at in
            let bits = UInt16(bytes[at]) | UInt16(bytes[at + 1]) << 8
            let (exponent, fraction) = (Int(bits >> 10 & 0x1F), Double(bits & 0x3FF))
            let size = exponent == 0 ? scalbn(fraction, -24) : scalbn(1024 + fraction, exponent - 25)
            return bits & 0x8000 == 0 ? size : -size
        }
    }

    @Test(arguments: SentenceModels.present)
    func vectorsAreTheReferences(model: SentenceModel) throws {
        let encoder = try SentenceModels.encoder(model)
        let vectors = encoder.encode(texts)
        #expect(texts.count >= 60 && rows.count == texts.count && vectors.count == texts.count)
        for index in texts.indices {
            let expected = try reference(index, model)
            #expect(expected.count == encoder.dimension)
            let found = vectors[index].map(Double.init)
            let length = expected.reduce(0) { $0 + $1 * $1 }.squareRoot()
            if length == 0 {
                #expect(found.allSatisfy { $0 == 0 }, "text \(index)")
                continue
            }
            let cosine = zip(expected, found).reduce(0) { $0 + $1.0 * $1.1 } / length
            #expect(abs(cosine - 1) < 2e-6, "text \(index): \(cosine)")
        }
    }
}
