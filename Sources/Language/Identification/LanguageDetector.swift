internal import CLanguageDetector

/// CLD2 on words of one script.
enum LanguageDetector {
    /// What CLD2 says.
    struct Detection {
        let code: String
        let isReliable: Bool
    }

    /// Detects the language of `letters`: valid UTF-8 of words divided by spaces, without controls. Nil when CLD2 has no idea.
    /// O(*n*).
    static func detect(_ letters: [UInt8], declared: String?) -> Detection? {
        guard !letters.isEmpty else { return nil }
        // CLD2 reads a little beyond the end.
        let padded = letters + [UInt8](repeating: 0x20, count: 16)
        let detection = padded.withUnsafeBytes { buffer -> stemma_language_detection? in
            guard let base = buffer.bindMemory(to: CChar.self).baseAddress else { return nil }
            let count = Int32(clamping: letters.count)
            guard let declared else { return stemma_detect_language(base, count, nil, false) }
            return declared.withCString { stemma_detect_language(base, count, $0, false) }
        }
        guard let detection else { return nil }
        if let code = language(detection.code.0) { return Detection(code: code, isReliable: detection.isReliable) }
        guard let code = language(detection.code.1) else { return nil }
        return Detection(code: code, isReliable: false)
    }

    private static func language(_ code: UnsafePointer<CChar>?) -> String? {
        guard let code else { return nil }
        return LanguageCode.primary(String(cString: code))
    }
}

/// Codes of languages as Stemma uses them.
enum LanguageCode {
    /// The code of a language tag, in its newest form: `en` of `en-GB`, `he` of `iw`; nil when it says nothing.
    static func primary(_ tag: String) -> String? {
        let code = tag.utf8.prefix { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "_") }.map { $0 | 0x20 }
        guard (2...3).contains(code.count), code.allSatisfy({ $0 &- 0x61 < 26 }) else { return nil }
        let text = String(decoding: code, as: UTF8.self)
        switch text {
        case "un", "und", "xx", "mul", "zxx", "zzp", "tlh", "sit": return nil
        case "iw": return "he"
        case "in": return "id"
        case "ji": return "yi"
        case "jw": return "jv"
        case "mo": return "ro"
        case "nb": return "no"
        case "sh": return "sr"
        case "fil": return "tl"
        default: return text
        }
    }
}
