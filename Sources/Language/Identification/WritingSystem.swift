/// Scripts that tell languages apart, by blocks of Unicode.
enum WritingSystem: UInt8, CaseIterable {
    case latin, cyrillic, arabic, devanagari, bengali, hebrew, ethiopic
    case han, kana, hangul
    case greek, armenian, georgian, thaana, gurmukhi, gujarati, oriya, tamil, telugu, kannada, malayalam, sinhala, thai, lao
    case tibetan, myanmar, khmer, cherokee, syllabics, syriac

    /// The script of a letter; nil when it tells nothing. O(1).
    static func of(_ scalar: UInt32) -> WritingSystem? {
        switch scalar {
        case 0..<0x250, 0x1E00..<0x1F00: .latin
        case 0x370..<0x400, 0x1F00..<0x2000: .greek
        case 0x400..<0x530, 0x1C80..<0x1C90: .cyrillic
        case 0x530..<0x590: .armenian
        case 0x590..<0x600: .hebrew
        case 0x600..<0x700, 0x750..<0x780, 0x8A0..<0x900, 0xFB50..<0xFE00, 0xFE70..<0xFEFF: .arabic
        case 0x700..<0x750: .syriac
        case 0x780..<0x7C0: .thaana
        case 0x900..<0x980: .devanagari
        case 0x980..<0xA00: .bengali
        case 0xA00..<0xA80: .gurmukhi
        case 0xA80..<0xB00: .gujarati
        case 0xB00..<0xB80: .oriya
        case 0xB80..<0xC00: .tamil
        case 0xC00..<0xC80: .telugu
        case 0xC80..<0xD00: .kannada
        case 0xD00..<0xD80: .malayalam
        case 0xD80..<0xE00: .sinhala
        case 0xE00..<0xE80: .thai
        case 0xE80..<0xF00: .lao
        case 0xF00..<0x1000: .tibetan
        case 0x1000..<0x10A0: .myanmar
        case 0x10A0..<0x1100, 0x1C90..<0x1CC0, 0x2D00..<0x2D30: .georgian
        case 0x1100..<0x1200, 0x3130..<0x3190, 0xAC00..<0xD7B0: .hangul
        case 0x1200..<0x13A0: .ethiopic
        case 0x13A0..<0x1400: .cherokee
        case 0x1400..<0x1680: .syllabics
        case 0x1780..<0x1800: .khmer
        case 0x3040..<0x3100, 0x31F0..<0x3200, 0xFF66..<0xFFA0: .kana
        case 0x2E80..<0x2FE0, 0x3005..<0x3008, 0x3400..<0xA000, 0xF900..<0xFB00, 0x20000..<0x3FFFE: .han
        default: nil
        }
    }

    /// The language that news in this script is in, when it is the only one.
    var onlyLanguage: String? {
        switch self {
        case .hangul: "ko"
        case .greek: "el"
        case .armenian: "hy"
        case .georgian: "ka"
        case .thaana: "dv"
        case .gurmukhi: "pa"
        case .gujarati: "gu"
        case .oriya: "or"
        case .tamil: "ta"
        case .telugu: "te"
        case .kannada: "kn"
        case .malayalam: "ml"
        case .sinhala: "si"
        case .thai: "th"
        case .lao: "lo"
        case .tibetan: "bo"
        case .myanmar: "my"
        case .khmer: "km"
        case .cherokee: "chr"
        case .syllabics: "iu"
        case .syriac: "syr"
        // Tigrinya shares it; most news in it is Amharic.
        case .ethiopic: "am"
        case .latin, .cyrillic, .arabic, .devanagari, .bengali, .hebrew, .han, .kana: nil
        }
    }

    /// Whether a language is written in this script. Every language is, as far as is known here, in the Latin one.
    func writes(_ language: String) -> Bool {
        switch self {
        case .latin: !Self.beyondLatin.contains(language)
        case .cyrillic: Self.inCyrillic.contains(language)
        case .arabic: Self.inArabic.contains(language)
        case .devanagari: ["hi", "mr", "ne", "sa", "bho", "mai"].contains(language)
        case .bengali: ["bn", "as"].contains(language)
        case .hebrew: ["he", "yi"].contains(language)
        case .han: ["zh", "ja", "ko"].contains(language)
        case .kana: language == "ja"
        default: onlyLanguage == language
        }
    }

    private static let inCyrillic: Set = [
        "ru", "uk", "be", "bg", "mk", "sr", "kk", "ky", "mn", "tg", "tt", "uz", "az", "ba", "cv", "bs", "tk", "os", "ce", "ab",
    ]
    private static let inArabic: Set = ["ar", "fa", "ur", "ps", "ug", "ckb", "sd", "ku", "ks", "az", "ms", "pa"]
    /// Languages that are not written in the Latin script in news.
    private static let beyondLatin: Set = [
        "ru", "uk", "be", "bg", "mk", "kk", "ky", "mn", "tg", "ba", "cv", "ar", "fa", "ur", "ps", "ckb", "sd", "hi", "mr", "ne",
        "bn", "as", "he", "yi", "am", "ti", "zh", "ja", "ko", "el", "hy", "ka", "dv", "pa", "gu", "or", "ta", "te", "kn", "ml",
        "si", "th", "lo", "bo", "my", "km", "chr", "iu", "syr",
    ]
}
