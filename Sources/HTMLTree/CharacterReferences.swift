/// The named character references of HTML, and the numeric ones that stand for others.
///
/// Names are one sorted table of bytes; looking one up narrows the range of names that begin with the bytes seen so far.
struct CharacterReferences: Sendable {
    private var names: [UInt8] = []
    private var nameStarts: [UInt16] = []
    private var values: [UInt8] = []
    private var valueStarts: [UInt16] = []
    /// By first byte, the names that begin with it.
    private var firstNames = [Range<Int>](repeating: 0..<0, count: 128)
    /// Open addressing: the names of up to eight bytes that end in a semicolon, their bytes packed in order, and their numbers.
    /// Nearly all references of pages are among them.
    private var shortNames = [(key: UInt64, number: Int)](repeating: (0, 0), count: slotCount)

    private static let slotCount = 4096

    static let shared = CharacterReferences(PackageResources.character_references_txt)

    /// Parses lines of a name, a tab and code points in hexadecimal, sorted by the bytes of names.
    init(_ file: [UInt8]) {
        for line in file.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
            guard let tab = line.firstIndex(of: UInt8(ascii: "\t")), let first = line.first else { continue }
            nameStarts.append(UInt16(truncatingIfNeeded: names.count))
            names += line[..<tab]
            valueStarts.append(UInt16(truncatingIfNeeded: values.count))
            var scalar: UInt32 = 0
            for byte in line[(tab + 1)...] {
                if byte == 0x20 {
                    values.append(scalar: scalar)
                    scalar = 0
                } else {
                    scalar = scalar << 4 | UInt32(byte.hexadecimalValue ?? 0)
                }
            }
            values.append(scalar: scalar)
            let range = firstNames[Int(first & 0x7F)]
            let number = nameStarts.count - 1
            firstNames[Int(first & 0x7F)] = (range.isEmpty ? number : range.lowerBound)..<number + 1
            if tab - line.startIndex <= 8, line[tab - 1] == UInt8(ascii: ";") {
                let key = line[..<tab].reduce(0) { $0 << 8 | UInt64($1) }
                var slot = Self.slot(of: key)
                while shortNames[slot].key != 0 { slot = (slot + 1) & (Self.slotCount - 1) }
                shortNames[slot] = (key, number)
            }
        }
        nameStarts.append(UInt16(truncatingIfNeeded: names.count))
        valueStarts.append(UInt16(truncatingIfNeeded: values.count))
    }

    /// How many names there are.
    var count: Int { nameStarts.count - 1 }

    private static func slot(of key: UInt64) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> 52)
    }

    /// A name of up to eight bytes that stands at `start` and ends in a semicolon, so that none goes on behind it. O(1).
    private func shortName(in input: borrowing Span<UInt8>, at start: Int) -> (number: Int, length: Int)? {
        var key: UInt64 = 0
        for at in start..<min(start + 8, input.count) {
            key = key &<< 8 | UInt64(input[at])
            if input[at] == UInt8(ascii: ";") {
                var slot = Self.slot(of: key)
                while shortNames[slot].key != 0 {
                    if shortNames[slot].key == key { return (shortNames[slot].number, at - start + 1) }
                    slot = (slot + 1) & (Self.slotCount - 1)
                }
                return nil
            }
            guard input[at].isASCIIAlphanumeric else { return nil }
        }
        return nil
    }

    /// The longest name that stands at `start`, without the `&`; nil when there is none. O(length · log(names)).
    func longestName(in input: borrowing Span<UInt8>, at start: Int) -> (number: Int, length: Int)? {
        guard start < input.count, input[start] < 128 else { return nil }
        if let short = shortName(in: input, at: start) { return short }
        var low = firstNames[Int(input[start])].lowerBound
        var high = firstNames[Int(input[start])].upperBound
        var best: (number: Int, length: Int)?
        var depth = 1
        while low < high {
            // Among names with the same beginning the shortest comes first.
            let start0 = Int(nameStarts[low])
            if Int(nameStarts[low + 1]) - start0 == depth {
                best = (low, depth)
                low += 1
            }
            guard start + depth < input.count else { break }
            let byte = input[start + depth]
            guard byte.isASCIIAlphanumeric || byte == UInt8(ascii: ";") else { break }
            low = bound(low, high, depth, byte)
            high = bound(low, high, depth, byte + 1)
            depth += 1
        }
        return best
    }

    /// The first of the names in a range whose byte at `depth` is not below `byte`.
    private func bound(_ low: Int, _ high: Int, _ depth: Int, _ byte: UInt8) -> Int {
        var low = low
        var high = high
        while low < high {
            let middle = (low + high) / 2
            if names[Int(nameStarts[middle]) + depth] < byte { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// UTF-8 bytes of a name's characters.
    func value(_ number: Int) -> ArraySlice<UInt8> { values[Int(valueStarts[number])..<Int(valueStarts[number + 1])] }

    /// What stands at a `&`.
    enum Reference {
        /// So many bytes of text as they stand.
        case literal(Int)
        /// A name of the table, so long.
        case named(number: Int, length: Int)
        /// A number.
        case numeric
    }

    /// Whether a `&` may begin a character reference, by the byte after it.
    @inline(__always)
    static func mayBegin(in input: borrowing Span<UInt8>, at start: Int) -> Bool {
        guard start &+ 1 < input.count else { return false }
        return input[start &+ 1].isASCIIAlphanumeric || input[start &+ 1] == UInt8(ascii: "#")
    }

    /// What stands at a `&`. O(length · log(names)).
    func reference(in input: borrowing Span<UInt8>, at start: Int, inAttribute: Bool = false) -> Reference {
        guard Self.mayBegin(in: input, at: start) else { return .literal(1) }
        if input[start + 1] == UInt8(ascii: "#") {
            guard start + 2 < input.count else { return .literal(2) }
            let first = input[start + 2]
            if first.isASCIIDigit { return .numeric }
            let isHexadecimal = first | 0x20 == UInt8(ascii: "x")
            return isHexadecimal && start + 3 < input.count && input[start + 3].hexadecimalValue != nil ? .numeric : .literal(2)
        }
        guard let name = longestName(in: input, at: start + 1) else { return .literal(1) }
        let end = start + 1 + name.length
        // In an attribute value `&copy=1` is text: a parameter of an address.
        if inAttribute, input[end - 1] != UInt8(ascii: ";"), end < input.count,
            input[end] == UInt8(ascii: "=") || input[end].isASCIIAlphanumeric
        {
            return .literal(end - start)
        }
        return .named(number: name.number, length: name.length)
    }

    /// The scalar that a number stands for: Windows-1252 where it means a control, U+FFFD where it means none.
    static func scalar(_ number: UInt32) -> UInt32 {
        if number == 0 || number > 0x10FFFF || number & 0xFFFF_F800 == 0xD800 { return 0xFFFD }
        guard (0x80...0x9F).contains(number) else { return number }
        let replaced = windows1252[Int(number - 0x80)]
        return replaced == 0 ? number : replaced
    }

    private static let windows1252: [UInt32] = [
        0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
        0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
    ]
}

extension UInt8 {
    /// The value of a hexadecimal digit.
    var hexadecimalValue: UInt8? {
        if isASCIIDigit { return self - 0x30 }
        let letter = (self | 0x20) &- 0x61
        return letter < 6 ? letter + 10 : nil
    }
}

extension Tokenizer {
    /// Appends to `side` what a character reference at `start` stands for, and returns where it ends; for a literal,
    /// nothing is appended.
    mutating func append(_ reference: CharacterReferences.Reference, at start: Int) -> Int {
        switch reference {
        case .literal(let length): return start + length
        case .named(let number, let length):
            side += references.value(number)
            return start + 1 + length
        case .numeric: return appendNumeric(at: start + 2)
        }
    }

    /// The same for a number, from after `&#` on.
    private mutating func appendNumeric(at start: Int) -> Int {
        var here = start
        let isHexadecimal = input[here] | 0x20 == UInt8(ascii: "x")
        if isHexadecimal { here += 1 }
        var number: UInt32 = 0
        while here < input.count, let digit = input[here].hexadecimalValue, isHexadecimal || digit < 10 {
            // Past all scalars it stays past them, however many digits follow.
            if number <= 0x10FFFF { number = number * (isHexadecimal ? 16 : 10) + UInt32(digit) }
            here += 1
        }
        side.append(scalar: CharacterReferences.scalar(number))
        if here < input.count, input[here] == UInt8(ascii: ";") { here += 1 }
        return here
    }

    /// Makes a token of the `&` at `at`: what a character reference stands for, or text as it stands.
    mutating func readReference(_ token: inout Token) {
        let from = side.count
        let reference = references.reference(in: input, at: at)
        let end = append(reference, at: at)
        token.kind = .characters
        if case .literal = reference { token.text = ByteRange(at, end) } else { token.text = sideRange(from: from) }
        at = end
    }
}
