internal import LinearAlgebra

/// How the tokens of one text look at each other, several heads at a time (Vaswani et al. 2017).
struct SelfAttention: Sendable {
    private let heads, headWidth, width: Int

    init(_ shape: TransformerNetwork.Shape) {
        (heads, headWidth, width) = (shape.heads, shape.headWidth, shape.width)
    }

    /// Mixes the values of the tokens of each text.
    ///
    /// - Parameters:
    ///   - projections: for each token its query (scaled), key and value.
    ///   - lengths: how many tokens each text has.
    ///   - output: room for a vector for each token.
    /// - Complexity: O(the sum of the squares of the lengths).
    func apply(
        _ projections: UnsafePointer<Float>,
        lengths: [Int],
        into output: UnsafeMutablePointer<Float>,
        scores buffer: FloatBuffer
    ) {
        let step = 3 * width
        var first = 0
        for length in lengths {
            // Rows of whole lanes.
            let columns = (length + Lane.width - 1) / Lane.width * Lane.width
            buffer.reserve(length * columns)
            let scores = buffer.start
            for head in 0..<heads {
                let queries = projections + first * step + head * headWidth
                MatrixProduct.multiply(
                    queries,
                    stride: step,
                    queries + width,
                    stride: step,
                    layout: .outputsByInputs,
                    into: scores,
                    stride: columns,
                    m: length,
                    k: headWidth,
                    n: length
                )
                let context = output + first * width + head * headWidth
                for row in 0..<length { Self.exponentiate(scores + row * columns, count: length, columns: columns) }
                MatrixProduct.multiply(
                    scores,
                    stride: columns,
                    queries + 2 * width,
                    stride: step,
                    into: context,
                    stride: width,
                    m: length,
                    k: length,
                    n: headWidth
                )
            }
            first += length
        }
    }

    /// Softmax of a row.
    @inline(__always)
    private static func exponentiate(_ row: UnsafeMutablePointer<Float>, count: Int, columns: Int) {
        for column in count..<columns { row[column] = -.greatestFiniteMagnitude }
        var most = row[lane: 0]
        for at in stride(from: Lane.width, to: columns, by: Lane.width) {
            let scores = row[lane: at]
            most.replace(with: scores, where: scores .> most)
        }
        let greatest = most.max()
        var sum = Lane.zero
        for at in stride(from: 0, to: columns, by: Lane.width) {
            let power = Activation.exponential(row[lane: at] - greatest)
            row[lane: at] = power
            sum += power
        }
        let scale = 1 / sum.sum()
        for at in stride(from: 0, to: columns, by: Lane.width) { row[lane: at] *= scale }
    }
}
