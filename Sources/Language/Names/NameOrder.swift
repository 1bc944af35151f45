internal import TextCore

/// What order the words of a name may stand in: which are first names, and which family names come first.
public enum NameOrder {
    /// Whether a word is a first name of the lists, in any of their languages. O(length).
    public static func isGiven(_ word: some StringProtocol) -> Bool { given.contains(Hash64.folded(word)) }

    /// Whether a word is a family name that stands in front of what is given, as in China, Korea and Vietnam: “Xi” of Xi Jinping.
    /// O(length).
    public static func isFamilyNameInFront(_ word: some StringProtocol) -> Bool {
        NameContexts.shared.familyNames.contains(Hash64.folded(word))
    }

    private static let given: WordSet = {
        var given = WordSet()
        for names in [LexiconFile(PackageResources.firstnames_txt), LexiconFile(PackageResources.firstnames_more_txt)] {
            for section in ["masculine", "feminine", "either"] {
                names.forEachWord(of: section) { given.insert(Hash64.folded($0)) }
            }
        }
        for name in LexiconFile(PackageResources.names_ar_txt).spacedWords("given") { given.insert(Hash64.folded(name)) }
        return given
    }()
}
