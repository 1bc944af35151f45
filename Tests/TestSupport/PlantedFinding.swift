internal import Foundation

/// One record of `Examples/expected.json`: something planted in the examples, under the kind of test that looks for it.
package struct PlantedFinding: Decodable, Sendable, CustomStringConvertible {
    package let id: String
    package let kind: String
    /// Where it stands, and its words there.
    package let file: String
    package let text: String
    /// The other article's side of it.
    package let file2: String?
    package let text2: String?
    package let language: String?
    package let speaker: String?
    package let mention: String?
    package let credit: String?
    package let support: String?
    package let words: Int?
    package let value: Value?
    package let value2: Value?
    package let unit: String?
    package let bound: String?
    package let claim: String?
    package let parts: [String]?
    package let total: Double?
    package let verdict: String?

    /// The numbers of a figure, or the day of a date; other kinds keep names and the like under this key.
    package struct Value: Decodable, Sendable {
        package let numbers: [Double]
        package let day: String

        package init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            numbers = (try? container.decode([Double].self)) ?? []
            day = (try? container.decode(String.self)) ?? ""
        }
    }

    package var description: String { id }

    /// All of these kinds. None when the file does not decode, so a suite checks that no kind of its own is empty.
    package static func all(_ kinds: String...) -> [PlantedFinding] { everything.filter { kinds.contains($0.kind) } }

    private static let everything: [PlantedFinding] =
        (try? JSONDecoder().decode([PlantedFinding].self, from: Data(ExampleFiles.bytes("expected.json")))) ?? []
}
