import TextCore

/// The names that the parser knows before it reads a page: small numbers, found by their lower-case bytes.
///
/// A name of up to 24 bytes is packed into three words, so that finding it is one probe and three comparisons. The table
/// is fixed, so no input can make its probes long.
struct KnownNames: Sendable {
    /// Up to 24 bytes of a name, packed in order.
    struct Key: Sendable, Equatable {
        var first: UInt64 = 0
        var second: UInt64 = 0
        var third: UInt64 = 0
        var count = 0

        /// Adds a byte; what comes after the 24th is only counted.
        @inline(__always)
        mutating func append(_ byte: UInt8) {
            if count < 8 {
                first = first &<< 8 | UInt64(byte)
            } else if count < 16 {
                second = second &<< 8 | UInt64(byte)
            } else if count < 24 {
                third = third &<< 8 | UInt64(byte)
            }
            count &+= 1
        }

        /// Makes it the key of no known name: a NUL packs like no byte at all.
        mutating func rejects() { count = 25 }

        @inline(__always)
        var slot: Int {
            let mixed = (first ^ second &* 0xFF51_AFD7_ED55_8CCD ^ third &* 0xC4CE_B9FE_1A85_EC53) &* 0x9E37_79B9_7F4A_7C15
            return Int(truncatingIfNeeded: mixed &>> 55)
        }
    }

    private struct Slot: Sendable {
        var first: UInt64 = 0
        var second: UInt64 = 0
        var third: UInt64 = 0
        var number: Int16 = -1
    }

    private static let slotCount = 512
    private var slots = [Slot](repeating: Slot(), count: slotCount)
    /// Spellings by number, in lower case.
    private(set) var spellings: [[UInt8]] = []
    /// Spellings in SVG and in MathML.
    private(set) var svgSpellings: [[UInt8]] = []
    private(set) var mathMLSpellings: [[UInt8]] = []
    /// Numbers of attributes that have a namespace of their own in foreign elements (`xlink:href`).
    private(set) var namespaced: Range<Int> = 0..<0

    /// The number of a name; negative when it is unknown. O(1).
    @inline(__always)
    func find(_ key: Key) -> Int {
        guard key.count <= 24 else { return -1 }
        var at = key.slot
        while true {
            let slot = slots[at]
            if slot.number < 0 { return -1 }
            if slot.first == key.first, slot.second == key.second, slot.third == key.third { return Int(slot.number) }
            at = (at &+ 1) & (Self.slotCount &- 1)
        }
    }

    func find(_ name: some Sequence<UInt8>) -> Int {
        var key = Key()
        for byte in name { key.append(byte.asciiLowercased) }
        return find(key)
    }

    private mutating func add(_ spelling: [UInt8], svg: [UInt8]? = nil, mathML: [UInt8]? = nil) {
        let lowercased = spelling.map(\.asciiLowercased)
        let found = find(lowercased)
        if found >= 0 {
            if let svg { svgSpellings[found] = svg }
            if let mathML { mathMLSpellings[found] = mathML }
            return
        }
        var key = Key()
        for byte in lowercased { key.append(byte) }
        var at = key.slot
        while slots[at].number >= 0 { at = (at + 1) & (Self.slotCount - 1) }
        slots[at] = Slot(
            first: key.first,
            second: key.second,
            third: key.third,
            number: Int16(truncatingIfNeeded: spellings.count)
        )
        spellings.append(lowercased)
        svgSpellings.append(svg ?? lowercased)
        mathMLSpellings.append(mathML ?? lowercased)
    }

    private static let foreign = LexiconFile(PackageResources.foreign_names_txt)

    private static func rows(_ section: String) -> [[UInt8]] { foreign[section].joined().map { Array($0.utf8) } }

    /// Elements: the cases of ``Tag`` first, with their raw values as numbers.
    static let tags: KnownNames = {
        var names = KnownNames()
        for tag in Tag.allCases {
            switch tag {
            // A space: no tag's name can be it.
            case .other: names.add([0x20])
            case .annotationXML: names.add(Array("annotation-xml".utf8))
            default: names.add(Array("\(tag)".utf8))
            }
        }
        for name in rows("svg.tag") { names.add(name, svg: name) }
        return names
    }()

    /// Attributes: the cases of ``AttributeName`` first, with their raw values as numbers.
    static let attributes: KnownNames = {
        var names = KnownNames()
        for name in AttributeName.allCases {
            var spelling: [UInt8] = []
            for byte in "\(name)".utf8 {
                if byte.asciiLowercased != byte { spelling.append(UInt8(ascii: "-")) }
                spelling.append(byte.asciiLowercased)
            }
            names.add(spelling)
        }
        for name in rows("svg.attribute") { names.add(name, svg: name) }
        for name in rows("mathml.attribute") { names.add(name, mathML: name) }
        let start = names.spellings.count
        for name in rows("namespaced.attribute") { names.add(name) }
        names.namespaced = start..<names.spellings.count
        return names
    }()
}
