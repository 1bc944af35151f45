/// Reads the part of Python's regular expressions that spaCy's English rules are written in: alternatives of character
/// classes in a row, with look-behind and look-ahead, repetition of the last class, and groups of alternatives.
///
/// What is beyond that is an error, never a rule that matches something else.
struct AffixPatternParser {
    /// What is not understood, and at which scalar of the pattern.
    struct Fault: Error, Equatable {
        let offset: Int
        let expected: String
    }

    private let scalars: [Unicode.Scalar]
    private var at = 0

    private static let maximumDepth = 4
    private static let maximumPatterns = 4096

    /// The alternatives of a pattern in their order, which decides between matches at one place.
    static func parse(_ pattern: String) throws(Fault) -> [AffixPattern] {
        var parser = AffixPatternParser(scalars: Array(pattern.unicodeScalars))
        let patterns = try parser.alternatives(depth: 0)
        guard parser.at == parser.scalars.count else { throw parser.fault("the end of the pattern") }
        for pattern in patterns {
            guard !pattern.body.isEmpty else { throw parser.fault("alternatives that match something") }
        }
        return patterns
    }

    private init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

    private func fault(_ expected: String) -> Fault { Fault(offset: at, expected: expected) }

    private var next: Unicode.Scalar? { at < scalars.count ? scalars[at] : nil }

    private mutating func take(_ text: String) -> Bool {
        let wanted = Array(text.unicodeScalars)
        guard scalars.count - at >= wanted.count, scalars[at..<at + wanted.count].elementsEqual(wanted) else { return false }
        at += wanted.count
        return true
    }

    private mutating func alternatives(depth: Int) throws(Fault) -> [AffixPattern] {
        guard depth < Self.maximumDepth else { throw fault("groups nested no deeper than \(Self.maximumDepth)") }
        var found: [AffixPattern] = []
        repeat {
            found += try sequence(depth: depth)
            guard found.count <= Self.maximumPatterns else { throw fault("no more than \(Self.maximumPatterns) alternatives") }
        } while take("|")
        return found
    }

    /// What stands between two bars: several patterns where a group within has alternatives.
    private mutating func sequence(depth: Int) throws(Fault) -> [AffixPattern] {
        var patterns = [AffixPattern()]
        while let scalar = next, scalar != "|", scalar != ")" {
            if patterns.contains(where: { $0.lookahead != nil || $0.isAtEnd || $0.repeatsLast }) {
                guard take("$") else { throw fault("nothing behind a look-ahead, a repetition or the end") }
                try each(&patterns) { $0.isAtEnd = true }
            } else if take("^") {
                try each(&patterns) { $0.isAtStart = true }
            } else if take("$") {
                try each(&patterns) { $0.isAtEnd = true }
            } else if take("(?<=") {
                let sets = try classes(before: ")")
                guard patterns.allSatisfy({ $0.body.isEmpty && $0.lookbehind.isEmpty }) else {
                    throw fault("a look-behind at the start only")
                }
                try each(&patterns) { $0.lookbehind = sets }
            } else if take("(?=") || take("(?!") {
                let isNegative = scalars[at - 1] == "!"
                let sets = try classes(before: ")")
                guard sets.count == 1 else { throw fault("a look-ahead of one character") }
                try each(&patterns) { $0.lookahead = isNegative ? .other(sets[0]) : .one(sets[0]) }
            } else if take("(?:") {
                let inner = try alternatives(depth: depth + 1)
                guard take(")") else { throw fault("“)”") }
                guard inner.allSatisfy({ $0.lookbehind.isEmpty && $0.lookahead == nil && !$0.isAtStart && !$0.isAtEnd }) else {
                    throw fault("a group without conditions")
                }
                patterns = patterns.flatMap { pattern in
                    inner.map { alternative in
                        var joined = pattern
                        joined.body += alternative.body
                        joined.repeatsLast = alternative.repeatsLast
                        return joined
                    }
                }
            } else {
                let set = try character()
                try each(&patterns) { $0.body.append(set) }
                if take("+") { try each(&patterns) { $0.repeatsLast = true } }
            }
        }
        return patterns
    }

    private func each(_ patterns: inout [AffixPattern], _ change: (inout AffixPattern) -> Void) throws(Fault) {
        for index in patterns.indices { change(&patterns[index]) }
    }

    private mutating func classes(before end: String) throws(Fault) -> [ScalarSet] {
        var sets: [ScalarSet] = []
        while !take(end) { sets.append(try character()) }
        return sets
    }

    /// One character, or a class of them in brackets.
    private mutating func character() throws(Fault) -> ScalarSet {
        guard let scalar = next else { throw fault("a character") }
        switch scalar {
        case "[": return try bracketed()
        case "(", ")", "|", "*", "+", "?", "{", ".", "^", "$": throw fault("a character without a meaning of its own")
        default: return ScalarSet(try literal())
        }
    }

    private mutating func bracketed() throws(Fault) -> ScalarSet {
        guard take("["), next != "^" else { throw fault("a class that is not negated") }
        var ranges: [ClosedRange<UInt32>] = []
        while !take("]") {
            let first = try literal()
            // A hyphen makes a range unless it stands last.
            guard next == "-", at + 1 < scalars.count, scalars[at + 1] != "]" else {
                ranges.append(first...first)
                continue
            }
            at += 1
            let last = try literal()
            guard first <= last else { throw fault("a range that ends behind its start") }
            ranges.append(first...last)
        }
        return ScalarSet(ranges)
    }

    /// One character, escaped or as it is.
    private mutating func literal() throws(Fault) -> UInt32 {
        guard let scalar = next else { throw fault("a character") }
        at += 1
        guard scalar == "\\" else { return scalar.value }
        guard let escaped = next else { throw fault("an escaped character") }
        at += 1
        switch escaped {
        case "u": return try hexadecimal(4)
        case "U": return try hexadecimal(8)
        case _ where PythonText.isAlphabetic(escaped.value) || PythonText.isDigit(escaped.value):
            at -= 1
            throw fault("an escape of one character")
        default: return escaped.value
        }
    }

    private mutating func hexadecimal(_ count: Int) throws(Fault) -> UInt32 {
        guard scalars.count - at >= count else { throw fault("\(count) hexadecimal digits") }
        var value: UInt32 = 0
        for scalar in scalars[at..<at + count] {
            guard let digit = Character(scalar).hexDigitValue else { throw fault("\(count) hexadecimal digits") }
            value = value << 4 | UInt32(digit)
        }
        at += count
        return value
    }
}
