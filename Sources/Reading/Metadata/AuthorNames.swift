internal import TextCore

/// The names in a string that says who wrote something: people apart from organizations, without labels, roles and places.
struct AuthorNames {
    /// How far a string can be trusted to be names.
    enum Trust {
        /// A field for names: whatever it holds is one, if nothing speaks against it.
        case field
        /// An element that is called author: usernames may stand in it.
        case element
        /// Text beside a byline: only what looks like a person's name is one.
        case text
    }

    private(set) var people: [String] = []
    private(set) var organizations: [String] = []

    var isEmpty: Bool { people.isEmpty && organizations.isEmpty }

    init() {}

    /// Reads one string.
    /// - Parameters:
    ///   - isOrganization: whether it is said to be the name of an organization.
    ///   - isSite: whether a name is that of the page's outlet.
    init(_ text: String, trust: Trust = .field, isOrganization: Bool = false, isSite: (String) -> Bool) {
        guard !text.isEmpty, text.utf8.count <= 500 else { return }
        if isOrganization || isSite(text) {
            if !Self.isAddress(text) { organizations.append(text) }
            return
        }
        var parser = AuthorParser(trust: trust)
        parser.parse(text)
        add(parser, isSite)
    }

    /// Reads the pieces of a byline, of which one may label the next.
    init(pieces: [String], trust: Trust, isSite: (String) -> Bool) {
        var parser = AuthorParser(trust: trust)
        for piece in pieces { parser.parse(piece) }
        add(parser, isSite)
    }

    /// Adds the names that a string was cut into, each once.
    private mutating func add(_ parser: AuthorParser, _ isSite: (String) -> Bool) {
        for name in parser.names {
            if isSite(name.text) || parser.isOrganization(name) {
                if !organizations.contains(name.text) { organizations.append(name.text) }
            } else if !people.contains(name.text) {
                people.append(name.text)
            }
        }
    }

    /// Adds the names of another that are not there yet, whatever their case.
    mutating func merge(_ other: AuthorNames) {
        func add(_ names: [String], to list: inout [String]) {
            for name in names where list.count < 64 && !list.contains(where: { WordKey($0) == WordKey(name) }) {
                list.append(name)
            }
        }
        add(other.people, to: &people)
        add(other.organizations, to: &organizations)
    }

    /// Leaves out handles and slugs (`jdoe`, `jane-doe`) where whole names stand beside them.
    mutating func dropHandles() {
        guard people.contains(where: { $0.utf8.contains(0x20) }) else { return }
        people.removeAll { name in
            guard !name.utf8.contains(0x20), let first = name.unicodeScalars.first else { return false }
            return CharacterClass.of(first.value) == .lower
        }
    }

    /// Whether nobody is named but by what looks like the name of an account.
    var isAccount: Bool {
        people.count == 1 && organizations.isEmpty
            && people[0].utf8.allSatisfy { $0 != 0x20 && $0 < 0x80 }
            && (people[0].utf8.contains { $0 == 0x2E || $0 == 0x5F || $0 &- 0x30 < 10 }
                || people[0].utf8.dropFirst().contains { $0 &- 0x41 < 26 }
                || people[0].utf8.first.map { $0 &- 0x61 < 26 } == true)
    }

    static func isAddress(_ text: String) -> Bool {
        text.hasPrefix("http:") || text.hasPrefix("https:") || text.hasPrefix("//") || text.hasPrefix("www.")
            || text.hasPrefix("/") || text.hasPrefix("#")
    }
}

extension Substring {
    /// Without spaces at its ends.
    fileprivate var trimmingSpaces: Substring {
        var text = drop { $0 == " " || $0 == "\u{3000}" || $0 == "\u{A0}" }
        while let last = text.last, last == " " || last == "\u{3000}" || last == "\u{A0}" { text = text.dropLast() }
        return text
    }
}

/// Cuts a string into names.
struct AuthorParser {
    /// A name with its words.
    struct Name {
        var text: String
        var words: [Word]
    }

    struct Word {
        var text: Substring
        var key: UInt64
        var kind: CharacterClass
        /// Whether it is one word without a hyphen or stop inside.
        var isOne = false
        /// Letters in upper case and no others.
        var isAllCaps: Bool
    }

    private(set) var names: [Name] = []
    private let trust: AuthorNames.Trust
    private let lexicon = AuthorLexicon.standard
    /// Whether names that follow belong to a label of others, as in "Reviewed by".
    private var isBlocked = false

    init(trust: AuthorNames.Trust) { self.trust = trust }

    /// Reads text between two borders of elements; a label alone tells what the next one holds.
    mutating func parse(_ text: String) {
        guard !AuthorNames.isAddress(text) else { return }
        for piece in text.unicodeScalars.split(whereSeparator: Self.isSeparator) {
            guard let named = withoutGlue(Substring(piece)) else { continue }
            var words = Self.words(named)
            guard !words.isEmpty else { continue }
            stripLabels(&words)
            guard !words.isEmpty, !isBlocked else { continue }
            for part in parts(words) { add(part) }
        }
        dropPlaces()
    }

    /// A piece without the words that scripts without spaces glue to names, "記者王小明" and "김철수 기자"; nil for one that names
    /// no author: "台北報導", "责任编辑".
    private mutating func withoutGlue(_ piece: Substring) -> Substring? {
        guard piece.utf8.contains(where: { $0 >= 0xD7 }) else { return piece }
        var piece = piece.trimmingSpaces
        for label in lexicon.gluedOthers where piece.hasPrefix(label) {
            isBlocked = true
            return nil
        }
        for label in lexicon.gluedLabels where piece.hasPrefix(label) {
            isBlocked = false
            piece = piece.dropFirst(label.count).trimmingSpaces
            break
        }
        for ending in lexicon.gluedReports where piece.hasSuffix(ending) { return nil }
        for ending in lexicon.gluedLabels where piece.hasSuffix(ending) { piece = piece.dropLast(ending.count).trimmingSpaces }
        return piece
    }

    private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case ",", ";", "|", "/", "•", "·", "、", "，", "\n", "＆", "●", "│", "／", "：", "｜": true
        default: false
        }
    }

    private static func words(_ text: Substring) -> [Word] {
        text.unicodeScalars.split(separator: " ").map { raw in
            let scalars = raw.drop { isLeadingSign($0) || $0 == "(" && raw.count == 1 }
            var kind = CharacterClass.punctuation
            var (uppers, lowers) = (0, 0)
            for scalar in scalars {
                let found = CharacterClass.of(scalar.value)
                if kind == .punctuation, found.isWord || found == .ideograph { kind = found }
                if found == .upper { uppers += 1 } else if found == .lower { lowers += 1 }
            }
            let word = Substring(scalars)
            guard kind != .punctuation else { return Word(text: word, key: 0, kind: .punctuation, isAllCaps: false) }
            let key = WordKey(word)
            return Word(
                text: word,
                key: key.words.count == 1 ? key.words[0] : Hash64.folded(word),
                kind: scalars.first == "(" ? .open : scalars.first == "@" ? .symbol : kind,
                isOne: key.words.count == 1,
                isAllCaps: uppers > 0 && lowers == 0
            )
        }.filter { !$0.text.isEmpty }
    }

    private static func isLeadingSign(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\"", "“", "„", ":", "*": true
        default: false
        }
    }

    private mutating func stripLabels(_ words: inout [Word]) {
        for _ in 0..<3 {
            let keys = words.lazy.map(\.key)
            let other = lexicon.otherLabel(keys)
            let label = lexicon.label(keys)
            // "Interview Jane Doe" is a label of authors in one language and of others in another: the longer one counts.
            if other > 0, other >= label, trust != .field || words[other - 1].text.hasSuffix(":") {
                isBlocked = true
                words.removeFirst(other)
                if words.isEmpty { return }
            } else if label > 0, label < words.count || trust != .field {
                // "Di Stefano", "Von Trapp", "Da Silva": a name may start as labels do, in a field that holds one.
                if trust == .field, label == 1, words.count <= 2, words[0].kind == .upper,
                    lexicon.particles.contains(words[0].key)
                {
                    return
                }
                isBlocked = false
                words.removeFirst(label)
            } else {
                break
            }
        }
        // "Sep 16 Written by Jane Doe": the last label inside counts.
        guard trust != .field, words.count > 2 else { return }
        for start in (1..<words.count - 1).reversed() {
            let label = lexicon.label(words[start...].lazy.map(\.key))
            let isParticle = lexicon.particles.contains(words[start].key)
            // "Jane Doe (text) and John Doe (photos)" says behind each name what is theirs.
            if words[start].kind == .open { continue }
            if label > 0, label > 1 || !isParticle, start + label < words.count {
                words.removeFirst(start + label)
                return
            }
        }
    }

    /// The words between conjunctions.
    private func parts(_ words: [Word]) -> [[Word]] {
        var parts: [[Word]] = []
        var current: [Word] = []
        for (index, word) in words.enumerated() {
            let isJoin = word.text == "&" || word.text == "+" || word.kind == .lower && lexicon.conjunctions.contains(word.key)
            let isShort =
                word.kind == .lower && lexicon.shortConjunctions.contains(word.key) && current.count >= 2
                && words.count - index > 2
            // "JANE DOE AND JOHN ROE", "Jane Doe And John Roe": between two whole names.
            let isCapital =
                word.kind == .upper && lexicon.conjunctions.contains(word.key) && current.count >= 2 && words.count - index > 2
            if isJoin || isShort || isCapital {
                parts.append(current)
                current = []
            } else {
                current.append(word)
            }
        }
        parts.append(current)
        return parts.filter { !$0.isEmpty }
    }

    private mutating func add(_ words: [Word]) {
        var words = words
        if words.contains(where: { $0.kind == .open && lexicon.otherLabel(CollectionOfOne($0.key)) > 0 }) { return }
        // "Jane Doe (jdo)", "Jane Doe - The Herald", "Jane Doe @jdoe", "Jane Doe in Berlin".
        if let end = words.indices.first(where: { isEnd(words, $0) }) { words = Array(words[..<end]) }
        while let last = words.last, words.count > 1, isCredential(last) { words.removeLast() }
        if !words.contains(where: { lexicon.organizations.contains($0.key) }),
            let role = words.indices.first(where: { $0 >= 1 && lexicon.roles.contains(words[$0].key) })
        {
            if role >= 2 {
                // "Jane Doe Political Correspondent": names have two words more often than three.
                words = Array(words[..<(words[role].kind == .upper ? min(role, 2) : role)])
            } else if words[role].kind != .upper, words[role].kind != .lower {
                words = Array(words[..<role])
            }
        }
        while let last = words.last, last.kind == .punctuation || last.text == ":" { words.removeLast() }
        while let first = words.first, first.kind == .punctuation { words.removeFirst() }
        guard isName(words) else { return }
        let text = words.map { String($0.text) }.joined(separator: " ").trimmingSigns()
        var stop = text[...]
        while let last = stop.unicodeScalars.last, last == ":" || last == "\"" || last == "”" || last == ")" {
            stop.unicodeScalars.removeLast()
        }
        if stop.utf8.last == UInt8(ascii: "."), words.last.map({ $0.text.utf8.count > 4 }) == true {
            stop.unicodeScalars.removeLast()
        }
        guard !stop.isEmpty, stop.utf8.count <= 80 else { return }
        names.append(Name(text: String(stop), words: words))
    }

    private func isEnd(_ words: [Word], _ index: Int) -> Bool {
        let word = words[index]
        if word.kind == .open || word.kind == .symbol { return index > 0 || word.kind == .symbol }
        if index > 0, word.kind == .punctuation, word.text != "&" { return true }
        if word.text.utf8.contains(UInt8(ascii: "@")) { return true }
        // "Jane Doe For The Herald", "Jane Doe Special to The Herald".
        if index >= 2, index + 1 < words.count, lexicon.capitalAfterNames.contains(word.key) { return true }
        return index >= 2 && word.kind == .lower && lexicon.afterNames.contains(word.key) && !lexicon.particles.contains(word.key)
    }

    private func isCredential(_ word: Word) -> Bool {
        (word.isAllCaps || word.text.utf8.contains(UInt8(ascii: ".")))
            && lexicon.credentials.contains(Hash64.folded(word.text.filter { $0 != "." }))
            || word.text == "PhD" || word.text == "Ph.D."
    }

    /// Whether words can be a name, of a person or an organization.
    private func isName(_ words: [Word]) -> Bool {
        guard !words.isEmpty, words.count <= 8 else { return false }
        guard words.contains(where: { $0.kind.isLetter }) else { return false }
        if words.allSatisfy(isCredential), trust != .element || words.count > 1 { return false }
        switch trust {
        case .field:
            if words.count == 1, lexicon.notAuthors.contains(words[0].key) { return false }
            return !words.contains { $0.kind == .digit } || words.contains { $0.kind == .upper } && !isDate(words)
        case .element, .text:
            guard !words.contains(where: { lexicon.notAuthors.contains($0.key) || $0.kind == .digit }) else { return false }
            if trust == .element, words.count == 1 { return !Calendar.standard.weekdays.contains(words[0].key) }
            guard words.count <= 6, words.allSatisfy({ $0.kind != .lower || lexicon.particles.contains($0.key) }) else {
                return words.count <= 6 && isOrganization(words)
            }
            return words.count >= 2 || words.contains { $0.kind == .ideograph || $0.kind == .letter } || isOrganization(words)
        }
    }

    private func isDate(_ words: [Word]) -> Bool {
        words.contains { Calendar.standard.months[$0.key] != nil || lexicon.notAuthors.contains($0.key) }
    }

    /// Whether a name is that of an organization, as far as its words tell.
    func isOrganization(_ name: Name) -> Bool { isOrganization(name.words) }

    private static let the = Hash64.folded("the")

    private func isOrganization(_ words: [Word]) -> Bool {
        if words.contains(where: { lexicon.organizations.contains($0.key) || lexicon.roles.contains($0.key) }) { return true }
        if isAgency(words) { return true }
        // "The Courier": no person's name starts so.
        if words.count >= 2, words[0].key == Self.the, words[1].kind == .upper { return true }
        // "herald.example"
        guard words.count == 1, let dot = words[0].text.lastIndex(of: "."), dot != words[0].text.startIndex else { return false }
        let suffix = words[0].text[dot...].dropFirst()
        return (2...4).contains(suffix.utf8.count) && suffix.utf8.allSatisfy { $0 &- 0x61 < 26 }
    }

    /// Whether words are the whole name of an agency.
    private func isAgency(_ words: [Word]) -> Bool {
        // Most names do not start as an agency's does.
        if let first = words.first, first.isOne, !lexicon.startsOfAgencies.contains(first.key) { return false }
        return lexicon.agencies.contains(WordKey(words.map { String($0.text) }.joined(separator: " ")))
    }

    /// In "Jane Doe, Berlin" and "Jane Doe, Political Correspondent" what comes after whole names is a place or a role, and so
    /// it is in a field after an organization: "herald.example, Berlin, Germany".
    private mutating func dropPlaces() {
        guard names.count > 1, let first = names.first,
            isOrganization(first.words) ? trust == .field : first.words.count >= 2
        else { return }
        let isPlaceBehind = isPlaceBehind()
        let kept = names.enumerated().filter { index, name in
            if index == 0 { return true }
            if index >= isPlaceBehind ?? .max { return isOrganization(name.words) }
            let isAgency =
                name.words.contains { lexicon.organizations.contains($0.key) } || lexicon.agencies.contains(WordKey(name.text))
            if !isAgency, name.words.contains(where: { lexicon.roles.contains($0.key) }) { return false }
            return name.words.count >= 2 || isOrganization(name.words) || name.words[0].kind != .upper
        }
        names = kept.map(\.element)
    }

    /// From where on names are those of a place: what follows an organization ("Jane Doe, Herald News, Port City").
    private func isPlaceBehind() -> Int? {
        guard let organization = names.firstIndex(where: { isOrganization($0.words) }), organization > 0,
            organization + 1 < names.count
        else { return nil }
        return names[(organization + 1)...].contains { isOrganization($0.words) } ? nil : organization + 1
    }
}
