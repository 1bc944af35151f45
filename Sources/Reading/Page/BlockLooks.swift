internal import HTMLTree

/// Blocks that look alike: their elements, and those around them, have the same tags and names. The paragraphs of an
/// article nearly always do, and so do the cards of a list.
///
/// - Complexity: O(blocks + names of containers).
struct BlockLooks: Sendable {
    /// Blocks of one look.
    struct Group: Sendable {
        var blocks = 0
        /// Bytes of text, of running text, of text in links.
        var text = 0
        var running = 0
        var linked = 0
        /// How many blocks lie in the container that holds half of the running text.
        var inCore = 0
    }

    /// The group of each block.
    private(set) var group: [Int] = []
    private(set) var groups: [Group] = []

    init(_ page: SegmentedPage, _ profiles: [TextProfile], _ shape: PageShape) {
        let names = page.containers.map { container in
            page.names[container.names].reduce(UInt64(container.tag.rawValue) &+ 1) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
        }
        var numbers: [UInt64: Int] = [:]
        group.reserveCapacity(page.blocks.count)
        for (index, block) in page.blocks.enumerated() {
            let parent = page.containers[block.container].parent
            let look = names[block.container] &* 0x9E37_79B9_7F4A_7C15 ^ (parent < 0 ? 0 : names[parent])
            let number = numbers[look] ?? groups.count
            if number == groups.count {
                numbers[look] = number
                groups.append(Group())
            }
            group.append(number)
            groups[number].blocks += 1
            groups[number].text += profiles[index].length
            groups[number].linked += block.linked
            if shape.isRunning[index] { groups[number].running += min(profiles[index].length, 2000) }
            if shape.isInHalfCore[block.container] { groups[number].inCore += 1 }
        }
    }
}
