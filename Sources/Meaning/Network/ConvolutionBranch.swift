internal import LinearAlgebra
internal import Models

/// Two convolutions over windows of some tokens, each added to what went in.
///
/// Up to its rectifier the first one is linear, and what goes in is known for each piece apart from its neighbours. So a piece's
/// products are made once, and a window costs a sum. The second one is made for two tokens at a time (``FastConvolution``).
struct ConvolutionBranch: Sendable {
    static let width = 256
    /// Steps of the second layer that are worked on at once: OpenBLAS prepares weights for each product anew, and what is in
    /// work should fit the caches.
    private static let tile = 512
    /// What adds nothing to a window: a place outside of the text.
    static let nothing = Weights(Array(repeating: 0, count: width))

    /// Tokens of a window, and how many of them stand before the one in the middle.
    let order, left: Int
    /// The first layer's weights: inputs × outputs for each place in the window.
    let shares: Weights
    private let firstBias: Weights
    private let second: FastConvolution
    private let secondBias: Weights

    init(order: Int, left: Int, of archive: NumPyArchive) throws(ModelFileError) {
        let width = Self.width
        (self.order, self.left) = (order, left)
        let first = try archive.array("w1_\(order)").weights([order * width, width])
        var byPlace = Array(repeating: Float(0), count: first.count)
        for place in 0..<order {
            for input in 0..<width {
                let from = (place * width + input) * width
                let to = (input * order + place) * width
                byPlace.replaceSubrange(to..<to + width, with: first[from..<from + width])
            }
        }
        shares = Weights(byPlace)
        firstBias = Weights(try archive.array("b1_\(order)").weights([width]))
        let taps = try archive.array("w2_\(order)").weights([order * width, width])
        second = FastConvolution(taps: taps, order: order, width: width)
        secondBias = Weights(try archive.array("b2_\(order)").weights([width]))
    }

    /// The first layer for one token.
    /// - Parameters:
    ///   - shares: what each place of the window adds.
    ///   - residual: what goes in.
    @inline(__always)
    func first(
        _ shares: borrowing [5 of UnsafePointer<Float>],
        residual: UnsafePointer<Float>,
        into output: UnsafeMutablePointer<Float>
    ) {
        let bias = firstBias.start
        for at in stride(from: 0, to: Self.width, by: Lane.width) {
            var sum = bias[lane: at]
            for place in 0..<order { sum += shares[place][lane: at] }
            output[lane: at] = Activation.rectified(sum) + residual[lane: at]
        }
    }

    /// The second layer for all tokens.
    /// - Parameters:
    ///   - hidden: what the first layer made of each token.
    ///   - lengths: how many tokens each text has.
    ///   - output: room for the result for each token.
    func second(
        _ hidden: UnsafePointer<Float>,
        lengths: [Int],
        into output: UnsafeMutablePointer<Float>,
        rows: FloatBuffer,
        products: FloatBuffer
    ) {
        let width = Self.width
        let distance = Self.tile * width
        rows.reserve(distance * second.points)
        products.reserve(distance * second.points)
        // Where the steps of a tile begin, and how many results they have.
        var steps: [(token: Int, count: Int)] = []
        func finish() {
            second.multiply(rows.start, count: steps.count, distance: distance, into: products.start)
            let bias = secondBias.start
            for (row, step) in steps.enumerated() {
                for number in 0..<step.count {
                    let (input, numbers) = (hidden + (step.token + number) * width, output + (step.token + number) * width)
                    for at in stride(from: 0, to: width, by: Lane.width) {
                        let sum = second.result(number, products.start + row * width, distance: distance, at: at)
                        numbers[lane: at] = Activation.rectified(sum + bias[lane: at]) + input[lane: at]
                    }
                }
            }
            steps.removeAll(keepingCapacity: true)
        }
        var start = 0
        for length in lengths {
            for token in stride(from: start, to: start + length, by: FastConvolution.step) {
                let first = token - left
                second.prepare(
                    { place in
                        let neighbour = first + place
                        return neighbour >= start && neighbour < start + length ? hidden + neighbour * width : nil
                    },
                    into: rows.start + steps.count * width,
                    distance: distance
                )
                steps.append((token, min(FastConvolution.step, start + length - token)))
                if steps.count == Self.tile { finish() }
            }
            start += length
        }
        finish()
    }
}
