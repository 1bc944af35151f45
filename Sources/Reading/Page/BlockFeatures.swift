internal import HTMLTree
internal import TextCore

/// What is known of each block of a page, as keys of the block model's first layer.
///
/// Every fact is a key: a measure falls into one of some bins, a name of an element or a word goes by its hash. Keys of
/// containers count for all blocks below them.
struct BlockFeatures: Sendable {
    /// The keys of all blocks, and where those of each end. A block without keys is far from any article (``PageShape/isFar``):
    /// the model passes it over.
    var keys: [UInt32] = []
    var ends: [Int] = []
    /// The keys of all containers, and where those of each end. They hold for all that is below.
    var containerKeys: [UInt32] = []
    var containerEnds: [Int] = []
    /// Where the keys of a block are.
    func range(_ block: Int) -> Range<Int> { (block == 0 ? 0 : ends[block - 1])..<ends[block] }
    /// Whether the model passes a block over.
    func isPassedOver(_ block: Int) -> Bool { range(block).isEmpty }
    /// Where the keys of a container are.
    func containerRange(_ container: Int) -> Range<Int> {
        (container == 0 ? 0 : containerEnds[container - 1])..<containerEnds[container]
    }

    /// What the keys were made from, and labels rest on, too.
    let profiles: [TextProfile]
    let shape: PageShape
    let words: BlockWords
    /// The number of each block's look: those that look alike have one (``BlockLooks``).
    let looks: [Int]

    /// Facts of a block. Each has `width` rows of its own.
    enum Fact: Int, CaseIterable {
        case tag, parentTag, grandTag, tagPair, length, words, density, densityOfLength, links, edgeFirst, edgeLast,
            edgeBeforeLast
        case endsByLength, sentences, commas, digits, capitals, upper, strong, italic, flags, traits, depth, place, order
        case fromHeadline, sameAsHeadline, sameAsStandfirst, sameAsAuthor, inArticleBody, repeats, running
        case parentShare, grandShare, greatShare, core, halfCore, coreDepth, fromFirst, fromLast, gapBefore, gapAfter
        case parentDensity, grandDensity, parentMean, grandMean, parentCount, linkKinds, ownNames, articleTraits
        case sameParentBefore, sameParentAfter, pageRunning, pageBlocks, kindByWords
        case kindShare, kindCore, kindCount, kindDensity, kindMean, startRepeats, node

        static let width = 64
    }

    /// Keys below this are facts, those from here on hashes.
    static let factRows = Fact.allCases.count * Fact.width

    /// What a hash is of: the block's own element, the one around it, any around, its words.
    enum HashGroup: UInt32, CaseIterable { case own, parent, ancestor, word }

    static func key(_ fact: Fact, _ value: Int) -> UInt32 {
        UInt32(truncatingIfNeeded: fact.rawValue * Fact.width + min(max(value, 0), Fact.width - 1))
    }

    static func key(_ group: HashGroup, _ hash: UInt32) -> UInt32 {
        let mixed = (hash ^ hash >> 15) &* 0x2C1B_3C6D &+ group.rawValue &* 0x9E37_79B1
        return max(mixed ^ mixed >> 13, UInt32(factRows))
    }

    /// A bin for sizes: doubling, two bins for each power of two.
    static func logarithm(_ value: Int) -> Int {
        guard value > 0 else { return 0 }
        let bits = Int.bitWidth - value.leadingZeroBitCount
        let half = bits >= 2 && value >> (bits - 2) & 1 == 1 ? 1 : 0
        return bits * 2 + half - 1
    }

    /// A bin for a share of a whole: nothing, all, and nine between.
    static func share(_ part: Int, _ whole: Int) -> Int {
        guard whole > 0, part > 0 else { return 0 }
        if part >= whole { return 11 }
        return 1 + part * 10 / whole
    }
}

extension BlockFeatures {
    init(_ page: SegmentedPage, _ document: HTMLDocument, _ clues: PageClues) {
        let text = page.text.span
        profiles = page.blocks.map { TextProfile(text, $0.range) }
        shape = PageShape(page, profiles)
        words = BlockWords(page, profiles, shape)
        for container in page.containers {
            for name in page.names[container.names] { containerKeys.append(Self.key(.ancestor, name)) }
            containerEnds.append(containerKeys.count)
        }
        keys.reserveCapacity(page.blocks.count * 80)
        ends.reserveCapacity(page.blocks.count)
        var builder = BlockKeyBuilder(page, document, clues, profiles, shape, words)
        looks = builder.looks.group
        for index in page.blocks.indices {
            let isFar = shape.isFar(index, page.blocks[index], profiles[index].length)
            if !isFar { builder.add(index, to: &keys) }
            ends.append(keys.count)
        }
    }
}
