/// What one network of the block model makes of the sums of its vectors: a rectified layer, convolutions over the blocks in
/// their order, and a logistic output that looks at all layers.
struct BlockNetwork: Sendable {
    /// How many numbers stand for a block between the layers.
    static let width = 32
    /// Neighbours farther off than this are not looked at.
    static let longestReach = 32
    /// Convolutions look at no more neighbours than this.
    static let mostTaps = 8

    /// A convolution over blocks: which neighbours it looks at, and a row of `width` weights for every number of each.
    struct Convolution: Sendable {
        let offsets: [Int]
        let weights: [Float]
        let bias: [Float]
        var reach: Int { offsets.map { abs($0) }.max() ?? 0 }
    }

    /// What 1 is worth in the sums of vectors.
    let scale: Float
    let bias: [Float]
    let convolutions: [Convolution]
    /// A row of weights for each layer.
    let output: [Float]
    let outputBias: Float

    /// Where one of a block's `width` numbers is in the sum of its vectors: the even ones are in front.
    @inline(__always)
    static func place(ofNumber number: Int) -> Int { number / 2 + (number & 1) * (width / 2) }

    /// How far off a block can be to have a say in another's log-odds.
    var reach: Int { convolutions.reduce(0) { $0 + $1.reach } }

    /// Adds the log-odds of blocks to `logits`. Blocks that are passed over are zeros to their neighbours.
    /// - Parameters:
    ///   - sums: the sum of the first block's vectors, even numbers in front of odd ones.
    ///   - stride: how far the sums of the next block lie from it.
    /// - Complexity: O(blocks).
    func addLogits(_ sums: UnsafePointer<Int16>, stride: Int, passingOver isPassedOver: [Bool], to logits: inout [Float]) {
        var (layer, next) = (Layer(blocks: logits.count), Layer(blocks: logits.count))
        defer {
            layer.deallocate()
            next.deallocate()
        }
        let numbers = UnsafeMutablePointer<Float>.allocate(capacity: Self.width)
        defer { numbers.deallocate() }
        output.withUnsafeBytes { output in
            bias.withUnsafeBufferPointer { bias in
                for index in logits.indices where !isPassedOver[index] {
                    let sum = sums + index * stride
                    for number in 0..<Self.width {
                        numbers[number] = Float(sum[Self.place(ofNumber: number)]) * scale + bias[number]
                    }
                    layer.set(index, to: numbers)
                    logits[index] += outputBias + layer.total(index, weights: output, 0)
                }
            }
            for (level, convolution) in convolutions.enumerated() {
                convolution.bias.withUnsafeBytes { bias in
                    convolution.weights.withUnsafeBytes { weights in
                        for index in logits.indices where !isPassedOver[index] {
                            convolution.apply(to: layer, at: index, weights, bias, numbers)
                            next.set(index, to: numbers)
                            logits[index] += next.total(index, weights: output, (level + 1) * Self.width)
                        }
                    }
                }
                swap(&layer, &next)
            }
        }
    }

    /// Half of a block's numbers: as many as a processor holds beside others.
    fileprivate typealias Half = SIMD16<Float>

    /// The numbers of all blocks behind a layer, without those that are 0, as most are. Nothing of it is set at first but the
    /// counts: the rest is written before it is read.
    fileprivate struct Layer {
        let blocks: Int
        /// A block's numbers above 0, one behind the other, and which of its `width` numbers each is.
        let values: UnsafeMutablePointer<Float>
        let places: UnsafeMutablePointer<UInt8>
        /// How many a block has.
        let counts: UnsafeMutablePointer<UInt8>

        init(blocks: Int) {
            self.blocks = blocks
            values = .allocate(capacity: blocks * width)
            places = .allocate(capacity: blocks * width)
            counts = .allocate(capacity: blocks)
            counts.initialize(repeating: 0, count: blocks)
        }

        func deallocate() {
            values.deallocate()
            places.deallocate()
            counts.deallocate()
        }

        /// Sets a block's numbers to those above 0.
        @inline(__always)
        func set(_ block: Int, to numbers: UnsafePointer<Float>) {
            let (values, places) = (values + block * width, places + block * width)
            var count = 0
            for place in 0..<width {
                let value = numbers[place]
                // Written in any case, and then written over: a branch here is guessed wrong half of the time, and the compiler
                // makes one of a comparison, but none of its sign bit. There are never more than have been looked at.
                values[count] = value
                places[count] = UInt8(truncatingIfNeeded: place)
                count &+= Int(truncatingIfNeeded: ~(value.bitPattern &- 1) >> 31)
            }
            counts[block] = UInt8(truncatingIfNeeded: count)
        }

        /// The sum of a block's numbers times weights.
        @inline(__always)
        func total(_ block: Int, weights: UnsafeRawBufferPointer, _ first: Int) -> Float {
            let start = block * width
            var total: Float = 0
            for index in start..<start + Int(counts[block]) {
                let place = (first + Int(places[index])) * MemoryLayout<Float>.size
                total += values[index] * weights.loadUnaligned(fromByteOffset: place, as: Float.self)
            }
            return total
        }
    }
}

extension SIMD16<Float> {
    /// The two halves of `width` numbers.
    @inline(__always)
    fileprivate static func pair(_ numbers: UnsafeRawBufferPointer, at start: Int) -> (Self, Self) {
        (
            numbers.loadUnaligned(fromByteOffset: start, as: Self.self),
            numbers.loadUnaligned(fromByteOffset: start + MemoryLayout<Self>.size, as: Self.self)
        )
    }
}

extension BlockNetwork.Convolution {
    /// What comes out for a block.
    /// - Parameter result: `width` numbers.
    @inline(__always)
    fileprivate func apply(
        to layer: BlockNetwork.Layer,
        at block: Int,
        _ weights: UnsafeRawBufferPointer,
        _ bias: UnsafeRawBufferPointer,
        _ result: UnsafeMutablePointer<Float>
    ) {
        let width = BlockNetwork.width
        let row = width * MemoryLayout<Float>.size
        var (low, high) = BlockNetwork.Half.pair(bias, at: 0)
        for (tap, offset) in offsets.enumerated() {
            let neighbour = block + offset
            guard neighbour >= 0, neighbour < layer.blocks else { continue }
            let start = neighbour * width
            for index in start..<start + Int(layer.counts[neighbour]) {
                let value = BlockNetwork.Half(repeating: layer.values[index])
                let (first, second) = BlockNetwork.Half.pair(weights, at: (tap * width + Int(layer.places[index])) * row)
                low += value * first
                high += value * second
            }
        }
        let bytes = UnsafeMutableRawPointer(result)
        bytes.storeBytes(of: low, as: BlockNetwork.Half.self)
        bytes.storeBytes(of: high, toByteOffset: row / 2, as: BlockNetwork.Half.self)
    }
}
