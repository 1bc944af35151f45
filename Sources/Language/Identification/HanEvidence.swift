internal import TextCore

/// What the ideographs of a text without kana tell: simplified or traditional Chinese, or Japanese headlines.
struct HanEvidence {
    private var simplified = 0
    private var traditional = 0
    private var japanese = 0

    /// Reads the first ideographs of `tokens`.
    init(_ text: UTF8Text, _ tokens: [Token]) {
        let lexicon = LanguageLexicon.shared
        var read = 0
        for token in tokens where token.kind == .ideograph {
            if lexicon.simplified.contains(token) {
                simplified += 1
            } else if lexicon.traditional.contains(token) {
                traditional += 1
            }
            if lexicon.japanese.contains(token) { japanese += 1 }
            read += 1
            if read == 2000 { break }
        }
    }

    func language(declared: String?) -> IdentifiedLanguage {
        if japanese > 0, japanese > simplified { return IdentifiedLanguage(code: "ja") }
        if simplified == 0, traditional == 0, declared == "ja" || declared == "ko" {
            return IdentifiedLanguage(code: declared ?? "zh")
        }
        if declared == "ja", simplified == 0, traditional <= 4 { return IdentifiedLanguage(code: "ja") }
        let script: IdentifiedLanguage.ChineseScript? =
            simplified == traditional ? nil : simplified > traditional ? .simplified : .traditional
        return IdentifiedLanguage(code: "zh", chineseScript: script)
    }
}
