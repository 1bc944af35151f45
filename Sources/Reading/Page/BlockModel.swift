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
    /// Open addressing: the keys that are hashes, and beside each the number of its vector among those of hashes.
    private let slots: [UInt32]
    private let places: [UInt16]
    /// A bit for the low bits of each of these keys: half of all words are none of them, and this table stays in the
    /// processor's nearest memory, which the others do not.
    private let mayHold: [UInt64]
    private static let filterBits: UInt32 = 1 << 17
    /// The vectors of facts, then of hashes, one behind the other: for each key those of all networks.
    private let vectors: [Int8]
    private let networks: [BlockNetwork]
    /// Half of a block's numbers in one network: those at even or at odd places.
    private typealias Half = SIMD16<Int16>
    /// All numbers of a block, in all networks.
    private var stride: Int { networks.count * BlockNetwork.width }

    init?(_ file: UnsafeRawBufferPointer) {
        var reader = BlockModelReader(file)
        guard reader.magic("SBM2"), reader.integer() == BlockNetwork.width, let facts = reader.integer(),
            let hashes = reader.integer(),
            facts == BlockFeatures.factRows, (0..<1 << 16).contains(hashes), let layers = reader.integer(),
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
        var slots = [UInt32](repeating: 0, count: capacity)
        var places = [UInt16](repeating: 0, count: capacity)
        var mayHold = [UInt64](repeating: 0, count: Int(Self.filterBits / 64))
        for (index, key) in keys.enumerated() {
            var slot = Int(key) & (capacity - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (capacity - 1) }
            slots[slot] = key
            places[slot] = UInt16(index)
            let bit = key % Self.filterBits
            mayHold[Int(bit / 64)] |= 1 << UInt64(bit % 64)
        }
        self.slots = slots
        self.places = places
        self.mayHold = mayHold
    }

    /// The vector of a key; nil when it was not learned. O(1).
    private func vector(of key: UInt32) -> Int? {
        if key < UInt32(facts) { return Int(key) }
        let bit = key % Self.filterBits
        guard mayHold[Int(bit / 64)] >> UInt64(bit % 64) & 1 == 1 else { return nil }
        let mask = slots.count - 1
        var slot = Int(key) & mask
        while true {
            let entry = slots[slot]
            if entry == key { return facts + Int(places[slot]) }
            if entry == 0 { return nil }
            slot = (slot + 1) & mask
        }
    }

    /// Adds the vectors of keys to the sums of all networks, each of which has its even numbers in front of its odd ones.
    /// Hostile pages may make them wrap around, which does no harm.
    /// - Parameter rows: room for where the vectors lie: they are looked up once for all networks.
    @inline(__always)
    private func add(
        _ keys: ArraySlice<UInt32>,
        to sums: UnsafeMutablePointer<Int16>,
        _ vectors: UnsafePointer<Int8>,
        _ rows: inout [Int]
    ) {
        if rows.count < keys.count { rows = [Int](repeating: 0, count: keys.count * 2) }
        var found = 0
        rows.withUnsafeMutableBufferPointer { rows in
            for key in keys {
                guard let index = vector(of: key) else { continue }
                rows[found] = index &* stride
                found &+= 1
            }
            for start in Swift.stride(from: 0, to: stride, by: BlockNetwork.width) {
                let sum = UnsafeMutableRawPointer(sums + start)
                var even = sum.loadUnaligned(as: Half.self)
                var odd = sum.loadUnaligned(fromByteOffset: MemoryLayout<Half>.size, as: Half.self)
                for place in 0..<found {
                    // Two numbers lie in sixteen bits, each of eight: the lower one is shifted up and back for its sign.
                    let both = UnsafeRawPointer(vectors + rows[place] + start).loadUnaligned(as: Half.self)
                    even &+= (both &<< 8) &>> 8
                    odd &+= both &>> 8
                }
                sum.storeBytes(of: even, as: Half.self)
                sum.storeBytes(of: odd, toByteOffset: MemoryLayout<Half>.size, as: Half.self)
            }
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
            for position in 0..<stride {
                let network = position & ~(BlockNetwork.width - 1)
                let place = network + BlockNetwork.place(ofNumber: position - network)
                sums[start + place] &+= sign &* Int16(vectors[vector * stride + position])
            }
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
