internal import TextCore

/// Latin names and their transcriptions into scripts that have not all of their consonants.
///
/// Arabic has neither p nor v nor g; Chinese, Japanese and Korean spell a name by syllables, of which some sound only near it:
/// 弗拉基米尔 (fu-la-ji-mi-er) is “Vladimir”. Here consonants are compared one by one, each with those that it may stand for (see
/// ``Transcriptions``).
extension NameFolding {
    /// The scripts whose transcriptions are compared in this way.
    enum TranscribingScript: String, Sendable { case arabic, chinese, japanese, korean }

    /// Whether a word in Latin letters may be what another script transcribes: each consonant fits, and in words of less than three
    /// the vowels do, too. O(*a b*) in letters; words of more than 24 consonants transcribe nothing.
    /// - Parameters:
    ///   - reading: how the other script's word reads in Latin letters.
    ///   - latin: the Latin word, without marks.
    static func transcribes(_ reading: [UInt8], _ latin: [UInt8], _ script: TranscribingScript) -> Bool {
        let theirs = consonants(reading, hasTsu: script == .japanese)
        var ours = consonants(latin)
        // ウラジーミル: a u in front is the v of “Vladimir”.
        if script == .japanese, reading.first == UInt8(ascii: "u"), let first = latin.first,
            first == UInt8(ascii: "v") || first == UInt8(ascii: "w")
        {
            ours.removeFirst()
        }
        guard !theirs.isEmpty, !ours.isEmpty, theirs.count <= 24, ours.count <= 24, opensAlike(reading, latin, script) else {
            return false
        }
        if theirs.count < 3 || ours.count < 3 {
            // “Joe” is جو; one consonant of several tells nothing.
            guard theirs.count > 1 || ours.count == 1, vowelsFit(reading, latin) else { return false }
        }
        return fit(theirs, ours, Transcriptions.shared.rules(for: script))
    }

    /// Whether one row of consonants may stand for the other, but for those that are not written.
    private static func fit(_ theirs: [Consonant], _ ours: [Consonant], _ rules: Transcriptions.Rules) -> Bool {
        // For each count of theirs that are read, whether what is read of ours may be they.
        var row = [Bool](repeating: false, count: theirs.count + 1)
        row[0] = true
        for (index, letter) in ours.enumerated() {
            let bit = Transcriptions.bit(letter.letter)
            var next = [Bool](repeating: false, count: theirs.count + 1)
            for at in row.indices where row[at] {
                if at > 0 || index > 0, rules.silent & bit != 0 { next[at] = true }
                var place = at
                while place < theirs.count {
                    if stands(theirs[place], for: letter, rules) { next[place + 1] = true }
                    guard place > 0, rules.extra & Transcriptions.bit(theirs[place].letter) != 0 else { break }
                    place += 1
                }
            }
            row = next
        }
        return row[theirs.count]
    }

    private static func stands(_ theirs: Consonant, for ours: Consonant, _ rules: Transcriptions.Rules) -> Bool {
        if theirs.letter == ours.letter { return true }
        let bit = Transcriptions.bit(ours.letter)
        if (rules.fits[theirs.letter] ?? 0) & bit != 0 { return true }
        return theirs.isDigraph && (rules.fitsDigraph[theirs.letter] ?? 0) & bit != 0
    }

    /// Keys that a word's first consonant has in common with whatever may transcribe it; none for a word without one.
    static func openingClasses(_ letters: [UInt8]) -> [UInt64] {
        guard let first = consonants(letters).first else { return [] }
        switch UnicodeScalar(first.letter) {
        case "b", "p", "v", "w": return [0x4E01]
        case "m", "n": return [0x4E02]
        case "l", "r": return [0x4E03]
        // Between lips and breath: フーバー is “Hoover”.
        case "f", "h": return [0x4E01, 0x4E04]
        default: return [0x4E04]
        }
    }

    /// A vowel in front is in both or in neither. Chinese writes 亚 (ya) for an a.
    private static func opensAlike(_ a: [UInt8], _ b: [UInt8], _ script: TranscribingScript) -> Bool {
        guard let first = a.first, let second = b.first else { return false }
        func isOpen(_ letter: UInt8) -> Bool { isVowel(letter) || script != .arabic && letter == UInt8(ascii: "y") }
        if script == .japanese, first == UInt8(ascii: "u"), second == UInt8(ascii: "v") || second == UInt8(ascii: "w") {
            return true
        }
        return isOpen(first) == isOpen(second)
    }

    /// Whether the vowels of two short words may be the same: those of the word that has fewer, in their order, among those of the
    /// other, for scripts leave vowels out. O(length).
    static func vowelsFit(_ a: [UInt8], _ b: [UInt8]) -> Bool {
        var (fewer, more) = (vowels(a)[...], vowels(b)[...])
        // عيد opens as “Eid” does, not as “Odeh”.
        if let one = a.first, let other = b.first, isVowel(one), isVowel(other), let first = fewer.first, let second = more.first,
            first.isDisjoint(with: second), !first.contains(.open), !second.contains(.open)
        {
            return false
        }
        if fewer.count > more.count { swap(&fewer, &more) }
        while let first = fewer.first {
            guard let at = more.firstIndex(where: { !$0.isDisjoint(with: first) }),
                more.distance(from: at, to: more.endIndex) >= fewer.count
            else { return false }
            fewer.removeFirst()
            more = more[(at + 1)...]
        }
        return true
    }

    private struct Vowels: OptionSet {
        let rawValue: UInt8
        static let open = Vowels(rawValue: 1)
        static let front = Vowels(rawValue: 2)
        static let back = Vowels(rawValue: 4)
    }

    /// The vowels of a word, those beside each other as one.
    private static func vowels(_ letters: [UInt8]) -> [Vowels] {
        var found: [Vowels] = []
        var wasVowel = false
        for (index, letter) in letters.enumerated() {
            defer { wasVowel = isVowel(letter) }
            guard isVowel(letter) else {
                // Behind an r that is not heard it may be open: ベッカー (bekkaa) is “Becker”.
                let isHeard = index + 1 < letters.count && isVowel(letters[index + 1])
                if wasVowel, letter == UInt8(ascii: "r"), !isHeard { found[found.count - 1].insert(.open) }
                continue
            }
            let kind: Vowels =
                switch UnicodeScalar(letter) {
                case "e", "i": .front
                case "o", "u": .back
                default: .open
                }
            if wasVowel { found[found.count - 1].insert(kind) } else { found.append(kind) }
        }
        return found
    }

    private struct Consonant {
        let letter: UInt8
        var isDigraph = false
    }

    /// The consonants of Latin letters: digraphs by their first letter, doubled ones once.
    /// - Parameter hasTsu: whether ts is one sound: ツ.
    private static func consonants(_ letters: [UInt8], hasTsu: Bool = false) -> [Consonant] {
        var found: [Consonant] = []
        var before: UInt8 = 0
        // Whether a vowel stands between this letter and the consonant before.
        var isApart = true
        for (index, letter) in letters.enumerated() {
            defer { before = letter }
            if isVowel(letter) || letter == UInt8(ascii: "y") {
                isApart = true
                continue
            }
            // ng, sh, zh, ch, kh, gh, th, ph, ck, sch.
            if letter == UInt8(ascii: "h"), !isVowel(before), before != 0 {
                if !found.isEmpty { found[found.count - 1].isDigraph = true }
                continue
            }
            if letter == UInt8(ascii: "g"), before == UInt8(ascii: "n") {
                let next: UInt8 = index + 1 < letters.count ? letters[index + 1] : 0
                if next == 0 || !isVowel(next) { continue }
            }
            let next: UInt8 = index + 1 < letters.count ? letters[index + 1] : 0
            if letter == UInt8(ascii: "c"), before == UInt8(ascii: "s"), next == UInt8(ascii: "h") { continue }
            if hasTsu, letter == UInt8(ascii: "s"), before == UInt8(ascii: "t"), !found.isEmpty {
                found[found.count - 1].isDigraph = true
                continue
            }
            if !isApart, letter == found.last?.letter { continue }
            if letter == UInt8(ascii: "k") && before == UInt8(ascii: "c") { continue }
            found.append(Consonant(letter: letter))
            isApart = false
        }
        return found
    }

    private static func isVowel(_ letter: UInt8) -> Bool { "aeiou".utf8.contains(letter) }
}
