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
    /// All numbers of a block.
    private typealias Sum = SIMD32<Int16>

    /// The model that comes with Stemma; nil only if its file is damaged, which a test rules out.
    static let standard = BlockModel(
        UnsafeRawBufferPointer(start: stemma_page_model, count: stemma_page_model_size)
    )

    /// A convolution over blocks: which neighbours it looks at, and a row of `width` weights for every number of each.
    struct Convolution: Sendable {
        let offsets: [Int]
        let weights: [Float]
        let bias: [Float]
    }

    private let facts: Int
    /// Open addressing: the keys that are hashes, above the numbers of the vectors that they stand for.
    private let slots: [UInt64]
    /// The vectors of facts, then of hashes, one behind the other.
    private let vectors: [Int16]
    private let scale: Float
    private let bias: [Float]
    private let convolutions: [Convolution]
    /// A row for each layer.
    private let output: [Float]
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
        guard let scale = reader.float(), let keys = reader.keys(hashes), let bias = reader.floats(Self.width) else { return nil }
        var convolutions: [Convolution] = []
        for taps in offsets {
            guard let weights = reader.floats(taps.count * Self.width * Self.width), let bias = reader.floats(Self.width) else {
                return nil
            }
            convolutions.append(Convolution(offsets: taps, weights: weights, bias: bias))
        }
        guard let output = reader.floats((1 + layers) * Self.width), let outputBias = reader.float(),
            let vectors = reader.signedBytes((facts + hashes) * Self.width),
            reader.isAtEnd
        else { return nil }
        self.facts = facts
        self.scale = scale
        self.bias = bias
        self.convolutions = convolutions
        self.output = output
        self.outputBias = outputBias
        self.vectors = vectors
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

    /// Adds the vectors of keys to a sum. Hostile pages may make it wrap around, which does no harm.
    @inline(__always)
    private func add(_ keys: ArraySlice<UInt32>, to sum: UnsafeMutablePointer<Int16>, _ vectors: UnsafePointer<Int16>) {
        var total = UnsafeRawPointer(sum).loadUnaligned(as: Sum.self)
        for key in keys {
            guard let index = vector(of: key) else { continue }
            total = total &+ UnsafeRawPointer(vectors + index * Self.width).loadUnaligned(as: Sum.self)
        }
        UnsafeMutableRawPointer(sum).storeBytes(of: total, as: Sum.self)
    }

    /// The log-odds of each block that it is body text; above 0 it likely is.
    /// - Complexity: O(keys + blocks).
    func logits(_ features: BlockFeatures, _ page: SegmentedPage) -> [Float] {
        var sums = [Int16](repeating: 0, count: page.blocks.count * Self.width)
        var around = [Int16](repeating: 0, count: page.containers.count * Self.width)
        vectors.withUnsafeBufferPointer { vectors in
            guard let vectors = vectors.baseAddress else { return }
            around.withUnsafeMutableBufferPointer { around in
                guard let around = around.baseAddress else { return }
                for (index, container) in page.containers.enumerated() {
                    let sum = around + index * Self.width
                    if container.parent >= 0 { sum.update(from: around + container.parent * Self.width, count: Self.width) }
                    add(features.containerKeys[features.containerRange(index)], to: sum, vectors)
                }
                sums.withUnsafeMutableBufferPointer { sums in
                    guard let sums = sums.baseAddress else { return }
                    for (index, block) in page.blocks.enumerated() where !features.isPassedOver(index) {
                        let sum = sums + index * Self.width
                        sum.update(from: around + block.container * Self.width, count: Self.width)
                        add(features.keys[features.range(index)], to: sum, vectors)
                    }
                }
            }
        }
        return logits(ofSums: sums, passingOver: page.blocks.indices.map(features.isPassedOver))
    }

    /// The log-odds of blocks that are passed over.
    private static let unlikely: Float = -20

    /// The layers above the first. Blocks that are passed over are zeros to their neighbours.
    private func logits(ofSums sums: [Int16], passingOver isPassedOver: [Bool]) -> [Float] {
        let count = sums.count / Self.width
        var layer = [Float](repeating: 0, count: sums.count)
        for index in 0..<count where !isPassedOver[index] {
            for position in 0..<Self.width {
                layer[index * Self.width + position] = max(0, Float(sums[index * Self.width + position]) * scale + bias[position])
            }
        }
        var logits = [Float](repeating: outputBias, count: count)
        addOutput(of: layer, 0, to: &logits)
        for (number, convolution) in convolutions.enumerated() {
            layer = Self.apply(convolution, to: layer, passingOver: isPassedOver)
            addOutput(of: layer, number + 1, to: &logits)
        }
        for index in 0..<count where isPassedOver[index] { logits[index] = Self.unlikely }
        return logits
    }

    private func addOutput(of layer: [Float], _ number: Int, to logits: inout [Float]) {
        for index in logits.indices {
            var total: Float = 0
            for position in 0..<Self.width {
                total += layer[index * Self.width + position] * output[number * Self.width + position]
            }
            logits[index] += total
        }
    }

    private static func apply(_ convolution: Convolution, to input: [Float], passingOver isPassedOver: [Bool]) -> [Float] {
        let count = input.count / width
        var result = [Float](repeating: 0, count: input.count)
        result.withUnsafeMutableBufferPointer { result in
            input.withUnsafeBufferPointer { input in
                convolution.weights.withUnsafeBufferPointer { weights in
                    guard let result = result.baseAddress, let input = input.baseAddress, let weights = weights.baseAddress else {
                        return
                    }
                    for index in 0..<count where !isPassedOver[index] {
                        let sum = result + index * width
                        for position in 0..<width { sum[position] = convolution.bias[position] }
                        for (tap, offset) in convolution.offsets.enumerated() where index + offset >= 0 && index + offset < count
                        {
                            let values = input + (index + offset) * width
                            let rows = weights + tap * width * width
                            // Half of the numbers are 0 after the layer before.
                            for number in 0..<width where values[number] > 0 {
                                let (value, row) = (values[number], rows + number * width)
                                for position in 0..<width { sum[position] += value * row[position] }
                            }
                        }
                        for position in 0..<width { sum[position] = max(0, sum[position]) }
                    }
                }
            }
        }
        return result
    }

    /// How much each fact about a block moves its log-odds: those with it, less those without it.
    /// - Complexity: O(facts · width²): for explanations only.
    func influences(on index: Int, _ features: BlockFeatures, _ page: SegmentedPage) -> [(BlockFeatures.Fact, Float)] {
        // The neighbourhood that the convolutions look at.
        var reach = 0
        for convolution in convolutions { reach += convolution.offsets.map { abs($0) }.max() ?? 0 }
        let window = max(0, index - reach)..<min(page.blocks.count, index + reach + 1)
        var sums = [Int16](repeating: 0, count: window.count * Self.width)
        func change(_ block: Int, _ key: UInt32, _ sign: Int16) {
            guard let vector = vector(of: key) else { return }
            let start = (block - window.lowerBound) * Self.width
            for position in 0..<Self.width {
                sums[start + position] &+= sign &* vectors[vector * Self.width + position]
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

    mutating func floats(_ count: Int) -> [Float]? {
        let floats = (0..<count).compactMap { _ in float() }
        return floats.count == count ? floats : nil
    }

    mutating func signedBytes(_ count: Int) -> [Int16]? {
        guard count >= 0, file.count - at >= count else { return nil }
        defer { at += count }
        return file[at..<at + count].map { Int16(Int8(bitPattern: $0)) }
    }
}
