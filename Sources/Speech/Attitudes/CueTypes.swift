internal import TextCore

/// What kind of attitude a verb of another language than English tells of, by its written forms: sections
/// "<language> <type> cue" of `Lexicons/attitudes.txt`.
struct CueTypes: Sendable {
    private let types: WordTable<AttributionType>

    /// The verbs of a language; nil for English, which has ``AttitudeLexicon``, and for languages without a list.
    static func of(_ language: String) -> CueTypes? { languages.contains(language) ? all[language] : nil }

    /// The type of a verb's form; nil for verbs that only say something.
    func type(ofCue hash: UInt64) -> AttributionType? { types[hash] }

    private static let languages: Set<String> = ["de", "fr", "es", "ru", "uk"]
    private static let file = LexiconFile(PackageResources.attitudes_txt)
    private static let all = LanguageCache { CueTypes($0) }

    private init(_ language: String) {
        var types = WordTable<AttributionType>(minimumCapacity: 128)
        for type in AttributionType.allCases {
            Self.file.forEachCell(of: "\(language) \(type.rawValue) cue") { types[Hash64.folded($0), default: type] = type }
        }
        self.types = types
    }
}
