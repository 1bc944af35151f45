internal import TextCore

/// What shows people's names in Japanese: `Lexicons/names-ja.txt`.
struct JapaneseNameLexicon: Sendable {
    static let shared = JapaneseNameLexicon()

    let surnames: PhraseTable<Void>
    /// What given names end with.
    let givenEnds: WordSet
    /// Offices and trades behind a name, which names of other things have in front of them, too: 日本首相.
    let titles: PhraseTable<Void>
    /// Forms of address, which people alone have: さん.
    let addresses: PhraseTable<Void>
    /// What stands in front of a form of address and is nobody's name: 両氏, 患者さん.
    let notNames: PhraseTable<Void>
    let countries: PhraseTable<Void>
    /// Offices of towns, behind whose names they stand, too: 千葉市長.
    let townTitles: PhraseTable<Void>
    /// What ends names of offices and firms: 小林製薬社長.
    let notGiven: PhraseTable<Void>
    /// What else ends words in front of offices that are no names: 経団連会長.
    let officeEnds: PhraseTable<Void>
    /// Between a name and an office: 元.
    let beforeTitles: PhraseTable<Void>

    private init() {
        let file = LexiconFile(PackageResources.names_ja_txt)
        func phrases(_ section: String) -> PhraseTable<Void> { PhraseTable(file.spacedWords(section).map { (String($0), ()) }) }
        surnames = phrases("surname")
        givenEnds = file.spacedWordSet("given end")
        titles = phrases("title")
        addresses = phrases("address")
        notNames = phrases("not name")
        countries = phrases("country")
        townTitles = phrases("town title")
        notGiven = phrases("not given")
        officeEnds = phrases("office end")
        beforeTitles = phrases("before title")
    }
}

/// Japanese family names: which part of a name without spaces is the family's.
public enum JapaneseNames {
    /// The family name that a name of kanji opens with, and what is given behind it; nil where no common family name opens it.
    /// O(length).
    public static func parts(of name: String) -> (family: String, given: String)? {
        let scalars = Array(name.unicodeScalars)
        guard (2...6).contains(scalars.count) else { return nil }
        for length in stride(from: min(3, scalars.count), through: 1, by: -1) {
            let family = String(String.UnicodeScalarView(scalars[..<length]))
            if families.contains(family) { return (family, String(String.UnicodeScalarView(scalars[length...]))) }
        }
        return nil
    }

    private static let families = Set(LexiconFile(PackageResources.names_ja_txt).spacedWords("surname").map(String.init))
}

/// People's names in Japanese, which has no capitals: kanji or katakana in front of an office or a form of address. A name that was
/// shown once is one wherever it stands.
///
/// - Complexity: O(*n*) in tokens: what is tried at one is of bounded length.
struct JapaneseNameScanner {
    private let context: AnnotationContext
    private let lexicon = JapaneseNameLexicon.shared
    private var tokens: [Token] { context.tokens }

    init(_ context: AnnotationContext) { self.context = context }

    /// The names of the text, in order, none overlapping another.
    func candidates() -> [NameCandidate] {
        var found: [Int: Int] = [:]
        for sentence in context.sentences {
            var index = sentence.tokens.lowerBound
            while index < sentence.tokens.upperBound {
                let isAddress = end(of: lexicon.addresses, at: index) != nil
                guard tokens[index].kind == .ideograph,
                    let behind = end(of: lexicon.addresses, at: index) ?? end(of: lexicon.titles, at: index)
                else {
                    index += 1
                    continue
                }
                if let name = name(endingAt: index, sentence.tokens, isAddress: isAddress) {
                    found[name.lowerBound] = name.upperBound
                }
                // 元首相 is passed whole, so that 首相 is none of its own.
                index = max(behind, index + 1)
            }
        }
        findFamilies(of: &found)
        var forms: [([UInt64], Void)] = []
        for (start, end) in found.sorted(by: { $0.key < $1.key }).prefix(512) {
            // 田中 by itself is a place as often; 田中健一 and プーチン are names.
            guard end - start > 2 else { continue }
            forms.append((tokens[start..<end].map(\.hash), ()))
            if let dot = (start..<end).last(where: isDot), end - dot > 2 {
                forms.append((tokens[(dot + 1)..<end].map(\.hash), ()))
            }
        }
        let names = PhraseTable<Void>(hashes: forms)
        var candidates: [NameCandidate] = []
        for sentence in context.sentences {
            var at = sentence.tokens.lowerBound
            while at < sentence.tokens.upperBound {
                let known = names.longestMatch(in: tokens, at: at, limit: sentence.tokens.upperBound)?.endIndex
                guard let end = found[at] ?? known.flatMap({ isWhole(at..<$0) ? $0 : nil }) else {
                    at += 1
                    continue
                }
                var candidate = NameCandidate(tokens: at..<end, full: at..<end, kind: .person)
                candidate.isTitled = found[at] != nil
                candidates.append(candidate)
                at = end
            }
        }
        return candidates
    }

    /// 鬼頭監督, where 鬼頭浩介監督 was named: two characters in front of an office, which by themselves are a word as often.
    private func findFamilies(of found: inout [Int: Int]) {
        var families = Set<[UInt64]>()
        for (start, end) in found where (3...5).contains(end - start) && isKanji(start) {
            families.insert(tokens[start..<(start + 2)].map(\.hash))
        }
        guard !families.isEmpty else { return }
        for sentence in context.sentences {
            for index in sentence.tokens where index - 2 >= sentence.tokens.lowerBound {
                let start = index - 2
                guard end(of: lexicon.addresses, at: index) ?? end(of: lexicon.titles, at: index) != nil,
                    start == sentence.tokens.lowerBound || !isKanji(start - 1),
                    families.contains(tokens[start..<index].map(\.hash))
                else { continue }
                found[start] = found[start] ?? index
            }
        }
    }

    /// Whether no katakana on either side go on with a name in katakana.
    private func isWhole(_ name: Range<Int>) -> Bool {
        let (first, next) = (name.lowerBound, name.upperBound)
        return !(isKatakana(first) && first > 0 && isKatakana(first - 1))
            && !(isKatakana(next - 1) && next < tokens.count && isKatakana(next))
    }

    /// The name behind which a title or form of address starts at a token; nil for none.
    private func name(endingAt title: Int, _ sentence: Range<Int>, isAddress: Bool) -> Range<Int>? {
        var end = title
        if !isAddress, end > sentence.lowerBound, self.end(of: lexicon.beforeTitles, at: end - 1) == end { end -= 1 }
        // トランプ米大統領, ゼレンスキー・ウクライナ大統領
        if !isAddress, let country = country(endingAt: end, sentence) {
            end = country
            if end > sentence.lowerBound, isDot(end - 1) { end -= 1 }
        }
        guard end > sentence.lowerBound else { return nil }
        if isKatakana(end - 1) { return katakana(endingAt: end, sentence, isAddress: isAddress) }
        guard isKanji(end - 1) else { return nil }
        let isTown = !isAddress && end == title && self.end(of: lexicon.townTitles, at: title) != nil
        return kanji(endingAt: end, sentence, isAddress: isAddress, isTown: isTown)
    }

    /// ウラジーミル・プーチン, プーチン
    private func katakana(endingAt end: Int, _ sentence: Range<Int>, isAddress: Bool) -> Range<Int>? {
        var start = end
        while start > sentence.lowerBound,
            isKatakana(start - 1) || isDot(start - 1) && start - 2 >= sentence.lowerBound && isKatakana(start - 2),
            end - start < Self.longestKatakana
        {
            start -= 1
        }
        guard end - start >= 2, self.end(of: lexicon.countries, at: start) != end else { return nil }
        return start..<end
    }

    /// 田中健一: from the longest run of kanji the part that a family name opens; in front of a form of address any short run.
    private func kanji(endingAt end: Int, _ sentence: Range<Int>, isAddress: Bool, isTown: Bool) -> Range<Int>? {
        var low = end
        while low > sentence.lowerBound, isKanji(low - 1), end - low < Self.longestRun { low -= 1 }
        for start in low..<end {
            guard let family = lexicon.surnames.longestMatch(in: tokens, at: start, limit: end)?.endIndex else { continue }
            let given = end - family
            if given == 0, isTown || family - start == 1 && start > low { continue }
            if given > (family - start > 1 ? 3 : 2) || endsAsOffice(family, end) { continue }
            return start..<end
        }
        if (low..<end).contains(where: { endsAsOffice($0, end) || self.end(of: lexicon.officeEnds, at: $0) == end }) {
            return nil
        }
        // 岩屋毅外相: three characters in front of an office are a name where nothing says otherwise.
        // and so are four of which the last ends given names: 鬼頭浩介社長.
        let isGiven = end - low == 4 && lexicon.givenEnds.contains(tokens[end - 1].hash)
        guard
            isAddress || (end - low == 3 || isGiven) && !isTown
                || HanNameLexicon.shared.surnames.longestMatch(in: tokens, at: low, limit: end) != nil
        else { return nil }
        guard (2...5).contains(end - low), !isNoName(low, end) else { return nil }
        // 習近平国家主席
        return isAddress || isGiven || end - low <= 3 ? low..<end : nil
    }

    /// 石川県, 小林製薬: whether what stands behind a family name ends as names of places, offices and firms do.
    private func endsAsOffice(_ start: Int, _ end: Int) -> Bool {
        (start..<end).contains { lexicon.notGiven.longestMatch(in: tokens, at: $0, limit: end)?.endIndex == end }
    }

    private func isNoName(_ start: Int, _ end: Int) -> Bool {
        (start..<end).contains { lexicon.notNames.longestMatch(in: tokens, at: $0, limit: end)?.endIndex == end }
            || lexicon.notNames.longestMatch(in: tokens, at: start, limit: end) != nil
            || lexicon.countries.longestMatch(in: tokens, at: start, limit: end) != nil
    }

    /// Where a country begins that ends in front of a title.
    private func country(endingAt end: Int, _ sentence: Range<Int>) -> Int? {
        for length in stride(from: min(Self.longestKatakana, end - sentence.lowerBound), through: 1, by: -1) {
            let start = end - length
            guard self.end(of: lexicon.countries, at: start) == end else { continue }
            // Not the end of a longer word.
            if isKatakana(start), start > sentence.lowerBound, isKatakana(start - 1) { continue }
            return start
        }
        return nil
    }

    private static let longestKatakana = 24
    private static let longestRun = 10

    // MARK: Characters

    private func scalar(_ index: Int) -> UInt32 { context.text.span.scalar(at: Int(tokens[index].start)).value }

    private func isKatakana(_ index: Int) -> Bool {
        guard tokens[index].kind == .ideograph else { return false }
        let scalar = scalar(index)
        return (0x30A1...0x30FA).contains(scalar) || scalar == 0x30FC
    }

    private func isKanji(_ index: Int) -> Bool {
        guard tokens[index].kind == .ideograph else { return false }
        let scalar = scalar(index)
        return (0x4E00...0x9FFF).contains(scalar) || (0x3400...0x4DBF).contains(scalar) || scalar == 0x3005
            || (0xF900...0xFAFF).contains(scalar)
    }

    private func isDot(_ index: Int) -> Bool { scalar(index) == 0x30FB || scalar(index) == 0xB7 || scalar(index) == 0x30A0 }

    private func end(of phrases: PhraseTable<Void>, at index: Int) -> Int? {
        phrases.longestMatch(in: tokens, at: index, limit: min(tokens.count, index + 16))?.endIndex
    }
}
