internal import TextCore

/// The party and state that American articles put behind a politician's name: “Adam Lund, D-Calif.,”, “Ann Moss (R-South Carolina)”.
///
/// It makes a role of which later mentions speak: “the California Democrat”.
struct PartyTag {
    private let context: AnnotationContext

    init(_ context: AnnotationContext) { self.context = context }

    private static let parties: [UInt64: String] = [
        Hash64.folded("d"): "democrat", Hash64.folded("r"): "republican", Hash64.folded("i"): "independent",
    ]

    /// States by their names and abbreviations, without dots.
    private static let states: [UInt64: String] = {
        var states: [UInt64: String] = [:]
        for row in LexiconFile(PackageResources.places_txt)["state"] {
            guard let name = row.first else { continue }
            let abbreviations = row.count > 1 ? row[1].split(separator: ";").map(String.init) : []
            for form in [name] + abbreviations { states[key(form)] = CaseFolding.fold(name) }
        }
        return states
    }()

    private static func key(_ name: some StringProtocol) -> UInt64 {
        Hash64.folded(String(String.UnicodeScalarView(name.unicodeScalars.filter { $0 != "." && $0 != " " })))
    }

    /// The role that a tag behind a name gives, folded; nil for none. O(1).
    func role(behind name: Range<Int>) -> String? {
        let open = name.upperBound
        guard context.vocabulary.language == "en", open + 3 < context.tokens.count,
            context.isByte(open, UInt8(ascii: "(")) || context.isByte(open, UInt8(ascii: ",")),
            context.tokens[open + 1].kind == .word, context.tokens[open + 1].isCapitalized, context.isHyphen(open + 2),
            let party = Self.parties[context.tokens[open + 1].hash]
        else { return nil }
        let start = open + 3
        var end = start
        while end < context.tokens.count, end - start < 6, isPartOfState(end) { end += 1 }
        guard end > start else { return nil }
        let words = context.text[context.byteRange(start..<end)]
        return Self.states[Self.key(words)].map { "\($0) \(party)" }
    }

    private func isPartOfState(_ index: Int) -> Bool {
        context.tokens[index].kind == .word && context.tokens[index].isCapitalized
            || context.isByte(index, UInt8(ascii: ".")) && !context.tokens[index].followsSpace
    }
}
