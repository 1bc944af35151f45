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

    /// How far off a block can be to have a say in another's log-odds.
    var reach: Int { convolutions.reduce(0) { $0 + $1.reach } }

    /// Adds the log-odds of blocks to `logits`. Blocks that are passed over are zeros to their neighbours.
    /// - Parameters:
    ///   - sums: the sum of the first block's vectors.
    ///   - stride: how far the sums of the next block lie from it.
    /// - Complexity: O(blocks).
    func addLogits(_ sums: UnsafePointer<Int16>, stride: Int, passingOver isPassedOver: [Bool], to logits: inout [Float]) {
        var (layer, next) = (Layer(blocks: logits.count), Layer(blocks: logits.count))
        var values = [Float](repeating: 0, count: Self.width)
        for index in logits.indices where !isPassedOver[index] {
            let sum = sums + index * stride
            for position in 0..<Self.width { values[position] = Float(sum[position]) * scale + bias[position] }
            logits[index] += outputBias + layer.set(index, to: values, weights: output[..<Self.width])
        }
        for (level, convolution) in convolutions.enumerated() {
            let weights = output[(level + 1) * Self.width..<(level + 2) * Self.width]
            for index in logits.indices where !isPassedOver[index] {
                convolution.apply(to: layer, at: index, &values)
                logits[index] += next.set(index, to: values, weights: weights)
            }
            swap(&layer, &next)
        }
    }

    /// The numbers of all blocks behind a layer, without those that are 0, as most are.
    fileprivate struct Layer {
        /// A block's numbers above 0, one behind the other, and which of its `width` numbers each is.
        var values: [Float]
        var places: [UInt8]
        /// How many a block has.
        var counts: [UInt8]

        init(blocks: Int) {
            values = [Float](repeating: 0, count: blocks * width)
            places = [UInt8](repeating: 0, count: blocks * width)
            counts = [UInt8](repeating: 0, count: blocks)
        }

        /// Sets a block's numbers.
        /// - Returns: the sum of them times weights.
        mutating func set(_ block: Int, to numbers: [Float], weights: ArraySlice<Float>) -> Float {
            let (start, first) = (block * width, weights.startIndex)
            var (count, total): (Int, Float) = (0, 0)
            for place in 0..<width {
                let value = max(0, numbers[place])
                total += value * weights[first + place]
                // Written in any case, and then written over: a branch here is guessed wrong half of the time.
                let end = start + min(count, width - 1)
                values[end] = value
                places[end] = UInt8(truncatingIfNeeded: place)
                count += value > 0 ? 1 : 0
            }
            counts[block] = UInt8(truncatingIfNeeded: count)
            return total
        }
    }
}

extension BlockNetwork.Convolution {
    /// Half of a block's numbers: as many as a processor holds beside others.
    private typealias Half = SIMD16<Float>

    /// What comes out for a block.
    /// - Parameter result: `width` numbers.
    fileprivate func apply(to layer: borrowing BlockNetwork.Layer, at block: Int, _ result: inout [Float]) {
        let (width, half) = (BlockNetwork.width, BlockNetwork.width / 2)
        bias.withUnsafeBytes { bias in
            weights.withUnsafeBytes { weights in
                let row = width * MemoryLayout<Float>.size
                var first = bias.loadUnaligned(as: Half.self)
                var second = bias.loadUnaligned(fromByteOffset: row / 2, as: Half.self)
                for (tap, offset) in offsets.enumerated() {
                    let neighbour = block + offset
                    guard neighbour >= 0, neighbour < layer.counts.count else { continue }
                    let start = neighbour * width
                    for index in start..<start + Int(layer.counts[neighbour]) {
                        let value = Half(repeating: layer.values[index])
                        let at = (tap * width + Int(layer.places[index])) * row
                        first += value * weights.loadUnaligned(fromByteOffset: at, as: Half.self)
                        second += value * weights.loadUnaligned(fromByteOffset: at + row / 2, as: Half.self)
                    }
                }
                for position in 0..<half {
                    result[position] = first[position]
                    result[half + position] = second[position]
                }
            }
        }
    }
}
