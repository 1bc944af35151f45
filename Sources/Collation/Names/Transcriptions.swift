internal import TextCore

/// The data of `Lexicons/transcriptions.txt`: what names turn into between scripts and between the spellings of languages.
struct Transcriptions: Sendable {
    static let shared = Transcriptions()

    /// A spelling of a language, as English would write it.
    struct Spelling: Sendable {
        let letters: [UInt8]
        let sound: [UInt8]
        let opens: Bool
        let ends: Bool
    }

    /// What one script makes of Latin consonants.
    struct Rules: Sendable {
        /// Latin consonants by a consonant of the transcription, as bits of their places in the alphabet.
        fileprivate(set) var fits: [UInt8: UInt32] = [:]
        /// The same for consonants that the transcription writes with two letters, by the first.
        fileprivate(set) var fitsDigraph: [UInt8: UInt32] = [:]
        /// Latin consonants that may be left out.
        fileprivate(set) var silent: UInt32 = 0
        /// Consonants that the transcription may have too.
        fileprivate(set) var extra: UInt32 = 0
    }

    /// The opening of a syllable in pinyin, and what Taiwan writes for it.
    struct Syllable: Sendable {
        let pinyin: [UInt8]
        let other: [UInt8]
        let isWhole: Bool
    }

    private let rules: [NameFolding.TranscribingScript: Rules]
    private let spellings: [String: [Spelling]]
    let syllables: [Syllable]
    /// What Latin letters write for the Arabic article, in front of a hyphen.
    let articles: Set<[UInt8]>
    /// “Abdel”: the word for servant with the article behind it.
    let servants: Set<[UInt8]>
    /// Chinese syllables in pinyin by how Russian writes them.
    private let cyrillic: [String: [String]]
    /// Readings of Japanese given names by their characters.
    let given: [String: String]

    private init() {
        let file = LexiconFile(PackageResources.transcriptions_txt)
        var rules: [NameFolding.TranscribingScript: Rules] = [:]
        func forEachRow(of section: String, _ body: (inout Rules, [String]) -> Void) {
            for row in file[section] where row.count > 1 {
                guard let script = NameFolding.TranscribingScript(rawValue: row[0]) else { continue }
                body(&rules[script, default: Rules()], row)
            }
        }
        forEachRow(of: "fits") { rules, row in
            guard row.count > 2, let first = row[1].utf8.first else { return }
            if row[1].utf8.count > 1 {
                rules.fitsDigraph[first, default: 0] |= Self.set(row[2])
            } else {
                rules.fits[first, default: 0] |= Self.set(row[2])
            }
        }
        forEachRow(of: "silent") { $0.silent |= Self.set($1[1]) }
        forEachRow(of: "extra") { $0.extra |= Self.set($1[1]) }
        self.rules = rules
        var spellings: [String: [Spelling]] = [:]
        for row in file["spelling"] where row.count > 1 {
            let (opens, ends) = (row[1].hasPrefix("^"), row[1].hasSuffix("$"))
            let letters = Array(row[1].utf8.dropFirst(opens ? 1 : 0).dropLast(ends ? 1 : 0))
            let sound = Array((row.count > 2 ? row[2] : "").utf8)
            spellings[row[0], default: []].append(Spelling(letters: letters, sound: sound, opens: opens, ends: ends))
        }
        self.spellings = spellings
        syllables = file["syllable"].compactMap { row in
            guard row.count > 1 else { return nil }
            let isWhole = row[0].hasSuffix("=")
            return Syllable(pinyin: Array(row[0].utf8.dropLast(isWhole ? 1 : 0)), other: Array(row[1].utf8), isWhole: isWhole)
        }
        func words(_ section: String) -> Set<[UInt8]> {
            Set(file[section].flatMap { $0 }.flatMap { $0.split(separator: " ") }.map { Array($0.utf8) })
        }
        articles = words("article")
        servants = words("servant")
        cyrillic = Dictionary(grouping: file["cyrillic"].filter { $0.count > 1 }, by: { $0[1] }).mapValues { $0.map { $0[0] } }
        given = Dictionary(file["given"].filter { $0.count > 1 }.map { ($0[1], $0[0]) }, uniquingKeysWith: { first, _ in first })
    }

    func rules(for script: NameFolding.TranscribingScript) -> Rules { rules[script] ?? Rules() }

    /// A word's letters as English would write what a language's spelling says; nil where that is the same. O(*n*).
    func respelled(_ letters: [UInt8], _ language: String) -> [UInt8]? {
        guard let spellings = spellings[language] else { return nil }
        var out: [UInt8] = []
        var at = 0
        while at < letters.count {
            // Part of a longer spelling (sch, tch).
            let isLonger = at > 0 && (letters[at - 1] == UInt8(ascii: "s") || letters[at - 1] == UInt8(ascii: "t"))
            let found = spellings.first { spelling in
                let end = at + spelling.letters.count
                return letters[at...].starts(with: spelling.letters) && (!spelling.opens || at == 0)
                    && (!spelling.ends || end == letters.count) && !(isLonger && spelling.letters.starts(with: "ch".utf8))
            }
            if let found {
                out += found.sound
                at += found.letters.count
            } else {
                out.append(letters[at])
                at += 1
            }
        }
        return out == letters ? nil : out
    }

    /// A word in Cyrillic letters as pinyin, in the ways in which it may be read, if it is one to three Chinese syllables: Цзиньпин. At
    /// most four ways. O(1).
    func pinyin(_ word: String) -> [[UInt8]] {
        let letters = CaseFolding.fold(word).unicodeScalars.map { String($0) }
        guard letters.count <= 15, letters.first.map({ $0 >= "а" && $0 <= "я" }) ?? false else { return [] }
        var ways: [(end: Int, syllables: Int, letters: String)] = [(0, 0, "")]
        var whole: [[UInt8]] = []
        while let way = ways.popLast(), whole.count < 4 {
            if way.end == letters.count {
                whole.append(Array(way.letters.utf8))
                continue
            }
            guard way.syllables < 3 else { continue }
            for end in (way.end + 1)..<(min(way.end + 6, letters.count) + 1) {
                for syllable in cyrillic[letters[way.end..<end].joined()] ?? [] {
                    ways.append((end, way.syllables + 1, way.letters + syllable))
                }
            }
        }
        return whole
    }

    /// A syllable in pinyin as Taiwan writes it: “cai” is “tsai”. O(1).
    func taiwanese(_ pinyin: [UInt8]) -> [UInt8] {
        let found = syllables.first { $0.isWhole ? pinyin == $0.pinyin : pinyin.starts(with: $0.pinyin) }
        guard let found else { return pinyin }
        return found.other + pinyin.dropFirst(found.pinyin.count)
    }

    /// Lower-case Latin letters as bits of their places in the alphabet.
    private static func set(_ letters: String) -> UInt32 { letters.utf8.reduce(0) { $0 | bit($1) } }

    static func bit(_ letter: UInt8) -> UInt32 {
        let place = Int(letter) - Int(UInt8(ascii: "a"))
        return (0..<26).contains(place) ? 1 << UInt32(place) : 0
    }
}
