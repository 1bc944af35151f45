internal import CPageModel

/// A small network that tells from the features of all blocks of a page how likely each is to be body text.
///
/// The first layer adds up one vector for each key of a block and of the containers around it (a key that was too rare
/// to be learned adds nothing). Two convolutions over the blocks in their order let each block see its neighbours, near
/// ones and some farther off. The weights were fitted by `Evaluation/fit_pages.py`, which describes the file's layout;
/// they hold hashes of element names and of words, and numbers.
struct BlockModel: Sendable {
    /// How many numbers stand for a block between the layers.
    static let width = 32
    typealias Vector = SIMD32<Float>
    typealias Sum = SIMD32<Int16>

    /// The model that comes with Stemma; nil only if its file is damaged, which a test rules out.
    static let standard = BlockModel(
        UnsafeRawBufferPointer(start: stemma_page_model, count: stemma_page_model_size)
    )

    /// A convolution over blocks: which neighbours it looks at, and a matrix for each.
    struct Convolution: Sendable {
        let offsets: [Int]
        /// A row of weights for every number of every neighbour.
        let rows: [Vector]
        let bias: Vector
    }

    private let facts: Int
    /// Open addressing: the keys that are hashes, and the vectors that they stand for.
    private let slots: [UInt32]
    private let slotVectors: [UInt32]
    private let vectors: [Sum]
    private let scale: Float
    private let bias: Vector
    private let convolutions: [Convolution]
    private let output: [Vector]
    private let outputBias: Float

    init?(_ file: UnsafeRawBufferPointer) {
        var reader = ModelReader(file)
        guard reader.magic("SBM1"), reader.integer() == Self.width, let facts = reader.integer(), let hashes = reader.integer(),
            facts == BlockFeatures.factRows, hashes < 1 << 20, let layers = reader.integer(), (1...4).contains(layers)
        else { return nil }
        var offsets: [[Int]] = []
        for _ in 0..<layers {
            guard let taps = reader.integer(), (1...16).contains(taps) else { return nil }
            offsets.append((0..<taps).compactMap { _ in reader.integer() })
            guard offsets.last?.count == taps else { return nil }
        }
        guard let scale = reader.float(), let keys = reader.keys(hashes), let bias = reader.vector() else { return nil }
        var convolutions: [Convolution] = []
        for taps in offsets {
            guard let rows = reader.vectors(taps.count * Self.width), let bias = reader.vector() else { return nil }
            convolutions.append(Convolution(offsets: taps, rows: rows, bias: bias))
        }
        guard let output = reader.vectors(1 + layers), let outputBias = reader.float(), let sums = reader.sums(facts + hashes),
            reader.isAtEnd
        else { return nil }
        self.facts = facts
        self.scale = scale
        self.bias = bias
        self.convolutions = convolutions
        self.output = output
        self.outputBias = outputBias
        vectors = sums
        var capacity = 16
        while capacity < hashes * 3 { capacity *= 2 }
        var slots = [UInt32](repeating: 0, count: capacity)
        var slotVectors = slots
        for (index, key) in keys.enumerated() {
            var slot = Int(key) & (capacity - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (capacity - 1) }
            slots[slot] = key
            slotVectors[slot] = UInt32(facts + index)
        }
        self.slots = slots
        self.slotVectors = slotVectors
    }

    /// The vector of a key; nil when it was not learned. O(1).
    private func vector(of key: UInt32) -> Int? {
        if key < UInt32(facts) { return Int(key) }
        let mask = slots.count - 1
        var slot = Int(key) & mask
        while slots[slot] != 0 {
            if slots[slot] == key { return Int(slotVectors[slot]) }
            slot = (slot + 1) & mask
        }
        return nil
    }

    private func add(_ keys: ArraySlice<UInt32>, to sum: inout Sum) {
        for key in keys { if let index = vector(of: key) { sum &+= vectors[index] } }
    }

    /// The log-odds of each block that it is body text; above 0 it likely is.
    /// - Complexity: O(keys + blocks).
    func logits(_ features: BlockFeatures, _ page: SegmentedPage) -> [Float] {
        var around: [Sum] = []
        around.reserveCapacity(page.containers.count)
        var start = 0
        for (index, container) in page.containers.enumerated() {
            var sum = container.parent >= 0 ? around[container.parent] : Sum()
            add(features.containerKeys[start..<features.containerEnds[index]], to: &sum)
            start = features.containerEnds[index]
            around.append(sum)
        }
        var layers: [[Vector]] = [[]]
        layers[0].reserveCapacity(page.blocks.count)
        start = 0
        for (index, block) in page.blocks.enumerated() {
            var sum = around[block.container]
            add(features.keys[start..<features.ends[index]], to: &sum)
            start = features.ends[index]
            layers[0].append(Self.rectified(Vector(sum) * scale + bias))
        }
        for convolution in convolutions { layers.append(Self.apply(convolution, to: layers[layers.count - 1])) }
        return page.blocks.indices.map { index in
            var total = outputBias
            for (layer, weights) in zip(layers, output) { total += (layer[index] * weights).sum() }
            return total
        }
    }

    /// How much each fact about a block, or group of hashed names, moves its log-odds: those with it, less those without it.
    /// - Complexity: O(facts · width²): for explanations only.
    func influences(on index: Int, _ features: BlockFeatures, _ page: SegmentedPage) -> [(BlockFeatures.Fact, Float)] {
        // The neighbourhood that the convolutions look at.
        var reach = 0
        for convolution in convolutions { reach += convolution.offsets.map { abs($0) }.max() ?? 0 }
        let window = max(0, index - reach)..<min(page.blocks.count, index + reach + 1)
        func logit(without fact: Int?) -> Float {
            var layers = [window.map { block in
                var sum = Sum()
                var container = page.blocks[block].container
                while container >= 0 {
                    add(features.containerKeys[features.containerRange(container)], to: &sum)
                    container = page.containers[container].parent
                }
                for key in features.keys[features.range(block)] {
                    if block == index, let fact, key < UInt32(facts), Int(key) / BlockFeatures.Fact.width == fact { continue }
                    if let vector = vector(of: key) { sum &+= vectors[vector] }
                }
                return Self.rectified(Vector(sum) * scale + bias)
            }]
            for convolution in convolutions { layers.append(Self.apply(convolution, to: layers[layers.count - 1])) }
            let place = index - window.lowerBound
            var total = outputBias
            for (layer, weights) in zip(layers, output) { total += (layer[place] * weights).sum() }
            return total
        }
        let whole = logit(without: nil)
        let present = Set(features.keys[features.range(index)].filter { $0 < UInt32(facts) }.map { Int($0) / BlockFeatures.Fact.width })
        return present.sorted().compactMap { number in
            BlockFeatures.Fact(rawValue: number).map { ($0, whole - logit(without: number)) }
        }
    }

    private static func apply(_ convolution: Convolution, to input: [Vector]) -> [Vector] {
        input.indices.map { index in
            var sum = convolution.bias
            var row = 0
            for offset in convolution.offsets {
                let neighbour = index + offset
                defer { row += width }
                guard input.indices.contains(neighbour) else { continue }
                let values = input[neighbour]
                // Half of the numbers are 0 after the layer before.
                for position in 0..<width where values[position] > 0 { sum += convolution.rows[row + position] * values[position] }
            }
            return rectified(sum)
        }
    }

    private static func rectified(_ vector: Vector) -> Vector { vector.replacing(with: 0, where: vector .< 0) }
}

/// Reads the model's file: little-endian numbers, one after the other.
private struct ModelReader {
    private let file: UnsafeRawBufferPointer
    private var at = 0

    init(_ file: UnsafeRawBufferPointer) { self.file = file }

    var isAtEnd: Bool { at == file.count }

    private mutating func take<Value: BitwiseCopyable>(_ type: Value.Type) -> Value? {
        let size = MemoryLayout<Value>.size
        guard file.count - at >= size else { return nil }
        defer { at += size }
        return file.loadUnaligned(fromByteOffset: at, as: type)
    }

    mutating func magic(_ text: StaticString) -> Bool {
        guard file.count - at >= text.utf8CodeUnitCount else { return false }
        defer { at += text.utf8CodeUnitCount }
        return (0..<text.utf8CodeUnitCount).allSatisfy { file[at + $0] == text.utf8Start[$0] }
    }

    mutating func integer() -> Int? { take(Int32.self).map { Int(Int32(littleEndian: $0)) } }
    mutating func float() -> Float? { take(UInt32.self).map { Float(bitPattern: UInt32(littleEndian: $0)) } }

    mutating func keys(_ count: Int) -> [UInt32]? {
        let keys = (0..<count).compactMap { _ in take(UInt32.self).map(UInt32.init(littleEndian:)) }
        return keys.count == count && !keys.contains(0) ? keys : nil
    }

    mutating func vector() -> BlockModel.Vector? {
        var vector = BlockModel.Vector()
        for index in 0..<BlockModel.width {
            guard let value = float() else { return nil }
            vector[index] = value
        }
        return vector
    }

    mutating func vectors(_ count: Int) -> [BlockModel.Vector]? {
        let vectors = (0..<count).compactMap { _ in vector() }
        return vectors.count == count ? vectors : nil
    }

    /// Vectors of signed bytes.
    mutating func sums(_ count: Int) -> [BlockModel.Sum]? {
        guard count >= 0, file.count - at >= count * BlockModel.width else { return nil }
        var sums: [BlockModel.Sum] = []
        sums.reserveCapacity(count)
        for _ in 0..<count {
            guard let bytes = take(SIMD32<Int8>.self) else { return nil }
            sums.append(BlockModel.Sum(truncatingIfNeeded: bytes))
        }
        return sums
    }
}
