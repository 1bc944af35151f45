internal import HTMLTree

/// Where on a page the running text is: for every container, how much of it lies below, and the containers that hold most
/// of it.
///
/// - Complexity: O(blocks + containers).
struct PageShape: Sendable {
    /// Bytes of running text below each container, and of all text, and of text in links; blocks below it.
    private(set) var running: [Int]
    private(set) var text: [Int]
    private(set) var linked: [Int]
    private(set) var blocks: [Int]
    /// Whether each block is running text by its own looks.
    let isRunning: [Bool]
    /// The innermost container with half of the running text, and with most of it.
    private(set) var halfCore = 0
    private(set) var core = 0
    /// For each container, whether it lies in (or is) those.
    private(set) var isInHalfCore: [Bool]
    private(set) var isInCore: [Bool]
    /// The first and the last block of running text in the core.
    private(set) var firstRunning: Int?
    private(set) var lastRunning: Int?
    let totalRunning: Int

    init(_ page: SegmentedPage, _ profiles: [TextProfile]) {
        let count = page.containers.count
        running = Array(repeating: 0, count: count)
        text = running
        linked = running
        blocks = running
        isInCore = Array(repeating: false, count: count)
        isInHalfCore = isInCore
        var isRunning: [Bool] = []
        isRunning.reserveCapacity(page.blocks.count)
        for (block, profile) in zip(page.blocks, profiles) {
            let good = profile.isSentences && block.linked * 5 < profile.length * 2 && Self.canHoldBody(block.traits)
            isRunning.append(good)
            let container = block.container
            text[container] += profile.length
            linked[container] += block.linked
            blocks[container] += 1
            if good { running[container] += min(profile.length, 2000) }
        }
        self.isRunning = isRunning
        for index in page.containers.indices.reversed() {
            let parent = page.containers[index].parent
            guard parent >= 0 else { continue }
            running[parent] += running[index]
            text[parent] += text[index]
            linked[parent] += linked[index]
            blocks[parent] += blocks[index]
        }
        totalRunning = running.first ?? 0
        for index in page.containers.indices where totalRunning > 0 {
            let parent = page.containers[index].parent
            if running[index] * 2 >= totalRunning, parent < 0 || parent == halfCore { halfCore = index }
            if running[index] * 100 >= totalRunning * 82, parent < 0 || parent == core { core = index }
        }
        for index in page.containers.indices {
            let parent = page.containers[index].parent
            isInCore[index] = index == core || parent >= 0 && isInCore[parent]
            isInHalfCore[index] = index == halfCore || parent >= 0 && isInHalfCore[parent]
        }
        for (index, block) in page.blocks.enumerated() where isRunning[index] && isInHalfCore[block.container] {
            if firstRunning == nil { firstRunning = index }
            lastRunning = index
        }
    }

    /// How many blocks before the first and after the last running text are more than a reader would look at for more of it.
    private static let farBefore = 16
    private static let farAfter = 12

    /// Whether a block is far from all running text and nothing but a link or in the page's frame: of a hundred thousand such
    /// blocks on annotated pages hardly a hundred were body, and half of all blocks are such.
    func isFar(_ index: Int, _ block: PageBlock, _ length: Int) -> Bool {
        guard let firstRunning, let lastRunning, index + Self.farBefore <= firstRunning || index >= lastRunning + Self.farAfter
        else {
            return false
        }
        return block.linked * 5 >= length * 4 || !block.traits.isDisjoint(with: [.navigation, .footer])
    }

    /// Whether running text may be the article's where these elements are around it.
    private static func canHoldBody(_ traits: PageTraits) -> Bool {
        traits.isDisjoint(with: [.navigation, .footer, .aside, .caption, .form, .dialog, .button])
    }
}
