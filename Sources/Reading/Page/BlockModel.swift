internal import CPageModel

/// Small networks that tell from the features of all blocks of a page how likely each is to be body text.
///
/// The first layer of each adds up one vector for each key of a block and of the containers around it (a key that was too
/// rare to be learned adds nothing). Two convolutions over the blocks in their order let each block see its neighbours, near
/// ones and some farther off. The networks differ in the chance of their fitting alone: each errs in its own way on pages of
/// sites that it has not seen, and their mean less than any of them. The weights were fitted by `Evaluation/fit_pages.py`,
/// which describes the file's layout; they hold hashes of element names and of words, and numbers.
struct BlockModel: Sendable {
    /// The model that comes with Stemma; nil only if its file is damaged, which a test rules out.
    static let standard = BlockModel(
        UnsafeRawBufferPointer(start: stemma_page_model, count: stemma_page_model_size)
    )

    private let facts: Int
    /// Open addressing: the keys that are hashes, above the numbers of the vectors that they stand for.
    private let slots: [UInt64]
    /// The vectors of facts, then of hashes, one behind the other: for each key those of all networks.
    private let vectors: [Int16]
    private let networks: [BlockNetwork]
    /// The numbers of a block in one network.
    private typealias Sum = SIMD32<Int16>
    /// All numbers of a block, in all networks.
    private var stride: Int { networks.count * BlockNetwork.width }

    init?(_ file: UnsafeRawBufferPointer) {
        var reader = BlockModelReader(file)
        guard reader.magic("SBM2"), reader.integer() == BlockNetwork.width, let facts = reader.integer(),
            let hashes = reader.integer(),
            facts == BlockFeatures.factRows, (0..<1 << 20).contains(hashes), let layers = reader.integer(),
            (1...4).contains(layers), let count = reader.integer(), (1...8).contains(count)
        else { return nil }
        var offsets: [[Int]] = []
        for _ in 0..<layers {
            guard let taps = reader.integer(), (1...BlockNetwork.mostTaps).contains(taps) else { return nil }
            let found = (0..<taps).compactMap { _ in reader.integer() }
            guard found.count == taps, found.allSatisfy({ abs($0) <= BlockNetwork.longestReach }) else { return nil }
            offsets.append(found)
        }
        guard let keys = reader.keys(hashes) else { return nil }
        let networks = (0..<count).compactMap { _ in reader.network(offsets) }
        guard networks.count == count, let vectors = reader.signedBytes((facts + hashes) * count * BlockNetwork.width),
            reader.isAtEnd
        else { return nil }
        self.facts = facts
        self.vectors = vectors
        self.networks = networks
        var capacity = 16
        while capacity < hashes * 3 { capacity *= 2 }
        var slots = [UInt64](repeating: 0, count: capacity)
        for (index, key) in keys.enumerated() {
            var slot = Int(key) & (capacity - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (capacity - 1) }
            slots[slot] = UInt64(key) << 32 | UInt64(facts + index)
        }
        self.slots = slots
    }

    /// The vector of a key; nil when it was not learned. O(1).
    private func vector(of key: UInt32) -> Int? {
        if key < UInt32(facts) { return Int(key) }
        let mask = slots.count - 1
        var slot = Int(key) & mask
        while true {
            let entry = slots[slot]
            if entry >> 32 == UInt64(key) { return Int(entry & 0xFFFF_FFFF) }
            if entry == 0 { return nil }
            slot = (slot + 1) & mask
        }
    }

    /// Adds the vectors of keys to the sums of all networks. Hostile pages may make them wrap around, which does no harm.
    /// - Parameter rows: room for where the vectors lie: they are looked up once for all networks.
    @inline(__always)
    private func add(
        _ keys: ArraySlice<UInt32>,
        to sums: UnsafeMutablePointer<Int16>,
        _ vectors: UnsafePointer<Int16>,
        _ rows: inout [Int]
    ) {
        rows.removeAll(keepingCapacity: true)
        for key in keys {
            if let index = vector(of: key) { rows.append(index * stride) }
        }
        for start in Swift.stride(from: 0, to: stride, by: BlockNetwork.width) {
            let sum = UnsafeMutableRawPointer(sums + start)
            var total = sum.loadUnaligned(as: Sum.self)
            for row in rows { total = total &+ UnsafeRawPointer(vectors + row + start).loadUnaligned(as: Sum.self) }
            sum.storeBytes(of: total, as: Sum.self)
        }
    }

    /// The log-odds of each block that it is body text; above 0 it likely is.
    /// - Complexity: O(keys + blocks).
    func logits(_ features: BlockFeatures, _ page: SegmentedPage) -> [Float] {
        let stride = self.stride
        var sums = [Int16](repeating: 0, count: page.blocks.count * stride)
        var around = [Int16](repeating: 0, count: page.containers.count * stride)
        var rows: [Int] = []
        vectors.withUnsafeBufferPointer { vectors in
            guard let vectors = vectors.baseAddress else { return }
            around.withUnsafeMutableBufferPointer { around in
                guard let around = around.baseAddress else { return }
                for (index, container) in page.containers.enumerated() {
                    let sum = around + index * stride
                    if container.parent >= 0 { sum.update(from: around + container.parent * stride, count: stride) }
                    add(features.containerKeys[features.containerRange(index)], to: sum, vectors, &rows)
                }
                sums.withUnsafeMutableBufferPointer { sums in
                    guard let sums = sums.baseAddress else { return }
                    for (index, block) in page.blocks.enumerated() where !features.isPassedOver(index) {
                        let sum = sums + index * stride
                        sum.update(from: around + block.container * stride, count: stride)
                        add(features.keys[features.range(index)], to: sum, vectors, &rows)
                    }
                }
            }
        }
        return logits(ofSums: sums, passingOver: page.blocks.indices.map(features.isPassedOver))
    }

    /// The log-odds of blocks that are passed over.
    private static let unlikely: Float = -20

    /// The mean of what the networks say of the sums of their vectors.
    private func logits(ofSums sums: [Int16], passingOver isPassedOver: [Bool]) -> [Float] {
        var logits = [Float](repeating: 0, count: isPassedOver.count)
        sums.withUnsafeBufferPointer { sums in
            guard let sums = sums.baseAddress else { return }
            for (number, network) in networks.enumerated() {
                network.addLogits(sums + number * BlockNetwork.width, stride: stride, passingOver: isPassedOver, to: &logits)
            }
        }
        for index in logits.indices {
            logits[index] = isPassedOver[index] ? Self.unlikely : logits[index] / Float(networks.count)
        }
        return logits
    }

    /// How much each fact about a block moves its log-odds: those with it, less those without it.
    /// - Complexity: O(facts · width²): for explanations only.
    func influences(on index: Int, _ features: BlockFeatures, _ page: SegmentedPage) -> [(BlockFeatures.Fact, Float)] {
        // The neighbourhood that the convolutions look at.
        let reach = networks.map(\.reach).max() ?? 0
        let window = max(0, index - reach)..<min(page.blocks.count, index + reach + 1)
        let stride = self.stride
        var sums = [Int16](repeating: 0, count: window.count * stride)
        func change(_ block: Int, _ key: UInt32, _ sign: Int16) {
            guard let vector = vector(of: key) else { return }
            let start = (block - window.lowerBound) * stride
            for position in 0..<stride { sums[start + position] &+= sign &* vectors[vector * stride + position] }
        }
        let isPassedOver = window.map(features.isPassedOver)
        for block in window where !features.isPassedOver(block) {
            for key in features.keys[features.range(block)] { change(block, key, 1) }
            var container = page.blocks[block].container
            while container >= 0 {
                for key in features.containerKeys[features.containerRange(container)] { change(block, key, 1) }
                container = page.containers[container].parent
            }
        }
        let whole = logits(ofSums: sums, passingOver: isPassedOver)[index - window.lowerBound]
        var keys: [Int: [UInt32]] = [:]
        for key in features.keys[features.range(index)] where key < UInt32(facts) {
            keys[Int(key) / BlockFeatures.Fact.width, default: []].append(key)
        }
        return keys.sorted { $0.key < $1.key }.compactMap { number, keys in
            guard let fact = BlockFeatures.Fact(rawValue: number) else { return nil }
            for key in keys { change(index, key, -1) }
            defer { for key in keys { change(index, key, 1) } }
            return (fact, whole - logits(ofSums: sums, passingOver: isPassedOver)[index - window.lowerBound])
        }
    }
}
