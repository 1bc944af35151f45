internal import LinearAlgebra
internal import Models

/// Two convolutions over windows of some tokens, each added to what went in.
///
/// Up to its rectifier the first one is linear, and what goes in is known for each piece apart from its neighbours. So a piece's
/// products are made once, and a window costs a sum.
struct ConvolutionBranch: Sendable {
    static let width = 256
    /// What adds nothing to a window: a place outside of the text.
    static let nothing = Weights(Array(repeating: 0, count: width))

    /// Tokens of a window, and how many of them stand before the one in the middle.
    let order, left: Int
    /// The first layer's weights: inputs × outputs for each place in the window.
    let shares: Weights
    private let firstBias: Weights
    private let second: Weights
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
        second = Weights(try archive.array("w2_\(order)").weights([order * width, width]))
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

    /// The second layer for the windows of some tokens.
    /// - Parameters:
    ///   - windows: a row of `order` vectors for each token.
    ///   - hidden: what the first layer made of each token.
    ///   - output: room for the result for each token.
    func second(
        _ windows: UnsafePointer<Float>,
        hidden: UnsafePointer<Float>,
        rows: Int,
        into output: UnsafeMutablePointer<Float>
    ) {
        let width = Self.width
        MatrixProduct.multiply(
            windows,
            stride: order * width,
            second.start,
            stride: width,
            into: output,
            stride: width,
            m: rows,
            k: order * width,
            n: width
        )
        let bias = secondBias.start
        for row in 0..<rows {
            let (numbers, input) = (output + row * width, hidden + row * width)
            for at in stride(from: 0, to: width, by: Lane.width) {
                numbers[lane: at] = Activation.rectified(numbers[lane: at] + bias[lane: at]) + input[lane: at]
            }
        }
    }
}
