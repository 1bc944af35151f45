internal import LinearAlgebra
internal import Models

/// Room for a ``ConvolutionNetwork``.
final class ConvolutionBuffers {
    let memory = PieceMemory()
    let hidden = FloatBuffer()
    let windows = FloatBuffer()
    let products = FloatBuffer()
    let convolved = FloatBuffer()
    let sums = FloatBuffer()
    let dense = FloatBuffer()
}

/// The network of Universal Sentence Encoder multilingual v3 (Yang et al. 2020, “Multilingual Universal Sentence Encoder for
/// Semantic Retrieval”, its smaller model): convolutions over windows of two, three and five tokens, the sum of all tokens, and
/// dense layers.
struct ConvolutionNetwork: Sendable {
    /// Numbers of a text's vector.
    static let width = 512

    private static let orders = [(order: 2, left: 0), (order: 3, left: 1), (order: 5, left: 2)]
    private static let places = 10
    private static let branchWidth = ConvolutionBranch.width
    private static let inputWidth = orders.count * branchWidth
    /// A token's vector, then what the branches make of it.
    private static let featureWidth = PieceTable.width + inputWidth
    private static let denseWidth = 320

    private let table: PieceTable
    private let projection: Weights
    private let projectionBias: Weights
    private let inputNorm: LayerNorm
    private let branches: [ConvolutionBranch]
    private let epsilon: Float
    private let featureGain: Weights
    private let featureShift: Weights
    private let output: Weights
    private let outputBias: Weights
    private let first, firstToSecond, second, secondToThird, third, thirdToLast: Weights

    init(_ archive: NumPyArchive) throws(ModelFileError) {
        func weights(_ name: String, _ shape: [Int]) throws(ModelFileError) -> Weights {
            Weights(try archive.array(name).weights(shape))
        }
        table = try PieceTable(archive)
        let eps = try archive.array("eps")
        try eps.require(.float64, [])
        epsilon = eps.floats().first ?? 0
        guard epsilon > 0, epsilon < 1e-3 else {
            throw ModelFileError(file: eps.data.file.name, offset: 0, expected: "a small number eps", found: "\(epsilon)")
        }
        let (width, branchWidth, inputWidth) = (PieceTable.width, Self.branchWidth, Self.inputWidth)
        var joined = Array(repeating: Float(0), count: width * inputWidth)
        var (bias, gain, shift): ([Float], [Float], [Float]) = ([], [], [])
        var branches: [ConvolutionBranch] = []
        for (number, (order, left)) in Self.orders.enumerated() {
            let part = try archive.array("proj\(order)").weights([width, branchWidth])
            for input in 0..<width {
                let to = input * inputWidth + number * branchWidth
                joined.replaceSubrange(to..<to + branchWidth, with: part[input * branchWidth..<(input + 1) * branchWidth])
            }
            bias += try archive.array("proj_b\(order)").weights([branchWidth])
            gain += try archive.array("ln_g\(order)").weights([branchWidth])
            shift += try archive.array("ln_b\(order)").weights([branchWidth])
            branches.append(try ConvolutionBranch(order: order, left: left, of: archive))
        }
        self.branches = branches
        projection = Weights(joined)
        projectionBias = Weights(bias)
        inputNorm = LayerNorm(gain: gain, shift: shift, epsilon: epsilon)
        featureGain = try weights("ln_g", [Self.featureWidth])
        featureShift = try weights("ln_b", [Self.featureWidth])
        output = try weights("cnn_W", [Self.featureWidth, Self.width])
        outputBias = try weights("cnn_b", [Self.width])
        first = try weights("d0", [Self.width, Self.denseWidth])
        firstToSecond = try weights("d1", [Self.denseWidth, Self.denseWidth])
        second = try weights("p1", [Self.width, Self.denseWidth])
        secondToThird = try weights("d2", [Self.denseWidth, Self.width])
        third = try weights("p3", [Self.denseWidth, Self.width])
        thirdToLast = try weights("d3", [Self.width, Self.width])
    }

    /// Writes the vectors of texts.
    ///
    /// - Parameters:
    ///   - tokens: the pieces of all texts, in bounds of the table, at most ``PieceMemory/limit``.
    ///   - lengths: how many each text has, one at least.
    ///   - vectors: room for a vector for each text.
    /// - Complexity: O(tokens).
    func encode(
        _ tokens: [Int32],
        lengths: [Int],
        into vectors: UnsafeMutablePointer<Float>,
        buffers: ConvolutionBuffers
    ) {
        learn(buffers.memory.admit(tokens), buffers.memory)
        convolve(tokens, lengths, buffers)
        sum(tokens, lengths, buffers)
        finish(lengths, into: vectors, buffers)
    }

    /// Computes of new pieces what does not depend on their neighbours.
    private func learn(_ pieces: [Int32], _ memory: PieceMemory) {
        let (width, inputWidth, branchWidth) = (PieceTable.width, Self.inputWidth, Self.branchWidth)
        let shareWidth = Self.places * branchWidth
        // All of the room at once, as growing would lose what is there; it takes memory when it is written to.
        memory.vectors.reserve(PieceMemory.limit * width)
        memory.inputs.reserve(PieceMemory.limit * inputWidth)
        memory.shares.reserve(PieceMemory.limit * shareWidth)
        let start = memory.count - pieces.count
        let vectors = memory.vectors.start + start * width
        let inputs = memory.inputs.start + start * inputWidth
        for (index, piece) in pieces.enumerated() { table.write(Int(piece), into: vectors + index * width) }
        Self.multiply(vectors, width, projection, into: inputs, inputWidth, rows: pieces.count)
        for index in pieces.indices { inputNorm.apply(inputs + index * inputWidth, adding: projectionBias.start) }
        var place = 0
        for (number, branch) in branches.enumerated() {
            MatrixProduct.multiply(
                inputs + number * branchWidth,
                stride: inputWidth,
                branch.shares.start,
                stride: branch.order * branchWidth,
                into: memory.shares.start + start * shareWidth + place * branchWidth,
                stride: shareWidth,
                m: pieces.count,
                k: branchWidth,
                n: branch.order * branchWidth
            )
            place += branch.order
        }
    }

    /// Both layers of all branches, which are left in `buffers.convolved`, one branch behind the other.
    private func convolve(_ tokens: [Int32], _ lengths: [Int], _ buffers: ConvolutionBuffers) {
        let width = Self.branchWidth
        let shareWidth = Self.places * width
        let memory = buffers.memory
        let (shares, inputs) = (memory.shares.start, memory.inputs.start)
        buffers.hidden.reserve(tokens.count * width)
        buffers.convolved.reserve(tokens.count * width * branches.count)
        let hidden = buffers.hidden.start
        let nothing = ConvolutionBranch.nothing.start
        var firstPlace = 0
        for (number, branch) in branches.enumerated() {
            var start = 0
            for length in lengths {
                for token in start..<start + length {
                    var window = [5 of UnsafePointer<Float>](repeating: nothing)
                    for place in 0..<branch.order {
                        let neighbour = token + place - branch.left
                        guard neighbour >= start, neighbour < start + length else { continue }
                        let row = memory.row(tokens[neighbour])
                        window[place] = UnsafePointer(shares + row * shareWidth + (firstPlace + place) * width)
                    }
                    let input = inputs + memory.row(tokens[token]) * Self.inputWidth + number * width
                    branch.first(window, residual: input, into: hidden + token * width)
                }
                start += length
            }
            branch.second(
                hidden,
                lengths: lengths,
                into: buffers.convolved.start + number * tokens.count * width,
                rows: buffers.windows,
                products: buffers.products
            )
            firstPlace += branch.order
        }
    }

    /// The normalized features of all tokens of a text, summed.
    private func sum(_ tokens: [Int32], _ lengths: [Int], _ buffers: ConvolutionBuffers) {
        let (width, pieceWidth, featureWidth) = (Self.branchWidth, PieceTable.width, Self.featureWidth)
        buffers.sums.reserve(lengths.count * featureWidth)
        let memory = buffers.memory
        var parts: [(start: UnsafePointer<Float>, width: Int, sum: Int)] = []
        var token = 0
        for (index, length) in lengths.enumerated() {
            let sum = buffers.sums.start + index * featureWidth
            sum.update(repeating: 0, count: featureWidth)
            for _ in 0..<length {
                parts.removeAll(keepingCapacity: true)
                parts.append((UnsafePointer(memory.vectors.start + memory.row(tokens[token]) * pieceWidth), pieceWidth, 0))
                for number in branches.indices {
                    let row = buffers.convolved.start + (number * tokens.count + token) * width
                    parts.append((UnsafePointer(row), width, pieceWidth + number * width))
                }
                var total = Lane.zero
                for part in parts {
                    for at in stride(from: 0, to: part.width, by: Lane.width) { total += part.start[lane: at] }
                }
                let mean = total.sum() / Float(featureWidth)
                var squares = Lane.zero
                for part in parts {
                    for at in stride(from: 0, to: part.width, by: Lane.width) {
                        let difference = part.start[lane: at] - mean
                        squares += difference * difference
                    }
                }
                let scale = 1 / (squares.sum() / Float(featureWidth) + epsilon).squareRoot()
                for part in parts {
                    for at in stride(from: 0, to: part.width, by: Lane.width) {
                        sum[lane: part.sum + at] += (part.start[lane: at] - mean) * scale
                    }
                }
                token += 1
            }
            let (gain, shift) = (featureGain.start, featureShift.start)
            for at in stride(from: 0, to: featureWidth, by: Lane.width) {
                sum[lane: at] = sum[lane: at] * gain[lane: at] + shift[lane: at] * Float(length)
            }
        }
    }

    /// The dense layers.
    private func finish(_ lengths: [Int], into vectors: UnsafeMutablePointer<Float>, _ buffers: ConvolutionBuffers) {
        let (rows, width, denseWidth) = (lengths.count, Self.width, Self.denseWidth)
        buffers.dense.reserve(rows * 2 * (width + denseWidth))
        let text = buffers.dense.start
        let (one, two) = (text + rows * width, text + rows * (width + denseWidth))
        let three = two + rows * denseWidth
        // Products of sums instead of sums of products: there are fewer texts than tokens.
        Self.multiply(buffers.sums.start, Self.featureWidth, output, into: text, width, rows: rows)
        let bias = outputBias.start
        for (row, length) in lengths.enumerated() {
            let scale = 1 / Float(length).squareRoot()
            for at in stride(from: 0, to: width, by: Lane.width) {
                text[lane: row * width + at] = (text[lane: row * width + at] + bias[lane: at] * Float(length)) * scale
            }
        }
        Self.multiply(text, width, first, into: one, denseWidth, rows: rows)
        Self.apply(Activation.rectified, one, count: rows * denseWidth)
        Self.multiply(text, width, second, into: two, denseWidth, rows: rows)
        Self.multiply(one, denseWidth, firstToSecond, into: two, denseWidth, rows: rows, adds: true)
        Self.apply(Activation.rectified, two, count: rows * denseWidth)
        Self.multiply(two, denseWidth, secondToThird, into: three, width, rows: rows)
        Self.apply(Activation.rectified, three, count: rows * width)
        Self.multiply(two, denseWidth, third, into: vectors, width, rows: rows)
        Self.multiply(three, width, thirdToLast, into: vectors, width, rows: rows, adds: true)
        Self.apply(Activation.tanh, vectors, count: rows * width)
        for row in 0..<rows { (vectors + row * width).normalize(count: width) }
    }

    @inline(__always)
    private static func apply(_ function: (Lane) -> Lane, _ numbers: UnsafeMutablePointer<Float>, count: Int) {
        for at in stride(from: 0, to: count, by: Lane.width) { numbers[lane: at] = function(numbers[lane: at]) }
    }

    private static func multiply(
        _ left: UnsafePointer<Float>,
        _ inputs: Int,
        _ weights: Weights,
        into output: UnsafeMutablePointer<Float>,
        _ outputs: Int,
        rows: Int,
        adds: Bool = false
    ) {
        MatrixProduct.multiply(
            left,
            stride: inputs,
            weights.start,
            stride: outputs,
            into: output,
            stride: outputs,
            m: rows,
            k: inputs,
            n: outputs,
            adds: adds
        )
    }
}
