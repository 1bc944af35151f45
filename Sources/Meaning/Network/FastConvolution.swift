internal import LinearAlgebra

/// Convolutions over tokens with fewer products than they have terms: two neighbouring results of `r` terms each from `r + 1`
/// products instead of `2r` (Toom and Cook; Winograd 1980; for networks Lavin and Gray 2016, “Fast algorithms for
/// convolutional neural networks”).
///
/// As polynomials are multiplied by their values at some points, so tokens are added up to one row for each point, which meets one matrix. The
/// points are 0, 1, −1, 2, −2 as far as they are needed, and infinity; with so few, rounding stays below a millionth.
struct FastConvolution: Sendable {
    /// Results of one step.
    static let step = 2

    let order: Int
    /// How many points there are.
    let points: Int
    private let width: Int
    /// For each point, what each token of a step counts in its row.
    private let inputs: [[Float]]
    /// For each point, what its product counts in the two results.
    private let outputs: [SIMD2<Float>]
    /// The matrices of all points, inputs × outputs each.
    private let weights: Weights

    /// - Parameter taps: the matrices of all places of a window, one behind the other, inputs × outputs each.
    init(taps: [Float], order: Int, width: Int) {
        let finite = Array([0, 1, -1, 2, -2].prefix(order)).map(Double.init)
        let size = width * width
        var (inputs, outputs, weights): ([[Float]], [SIMD2<Float>], [Float]) = ([], [], [])
        for (index, point) in finite.enumerated() {
            let others = finite.indices.filter { $0 != index }.map { finite[$0] }
            let scale = others.reduce(1) { $0 * (point - $1) }
            inputs.append(Self.polynomial(roots: others).map(Float.init) + [0])
            outputs.append(SIMD2(1, Float(point)))
            var matrix = Array(repeating: 0.0, count: size)
            var power = 1 / scale
            for place in 0..<order {
                for at in 0..<size { matrix[at] += power * Double(taps[place * size + at]) }
                power *= point
            }
            weights += matrix.map(Float.init)
        }
        inputs.append(Self.polynomial(roots: finite).map(Float.init))
        outputs.append(SIMD2(0, 1))
        weights += taps[(order - 1) * size..<order * size]
        (self.inputs, self.outputs, self.weights) = (inputs, outputs, Weights(weights))
        (self.order, self.width, points) = (order, width, order + 1)
    }

    /// The coefficients of the polynomial that has these roots, the constant first.
    private static func polynomial(roots: [Double]) -> [Double] {
        var coefficients = [1.0]
        for root in roots {
            let shifted = [0] + coefficients
            coefficients.append(0)
            coefficients = zip(shifted, coefficients).map { $0 - root * $1 }
        }
        return coefficients
    }

    /// Adds the tokens of one step up to rows, one for each point.
    /// - Parameters:
    ///   - token: the vector of each of the `order + 1` tokens; nil outside of the text.
    ///   - distance: numbers between the rows of two points.
    @inline(__always)
    func prepare(
        _ token: (Int) -> UnsafePointer<Float>?,
        into rows: UnsafeMutablePointer<Float>,
        distance: Int
    ) {
        for (point, factors) in inputs.enumerated() {
            let row = rows + point * distance
            var isFirst = true
            for (place, factor) in factors.enumerated() where factor != 0 {
                guard let vector = token(place) else { continue }
                if isFirst {
                    for at in stride(from: 0, to: width, by: Lane.width) { row[lane: at] = vector[lane: at] * factor }
                } else {
                    for at in stride(from: 0, to: width, by: Lane.width) { row[lane: at] += vector[lane: at] * factor }
                }
                isFirst = false
            }
            if isFirst { row.update(repeating: 0, count: width) }
        }
    }

    /// Multiplies the rows of all points.
    func multiply(
        _ rows: UnsafePointer<Float>,
        count: Int,
        distance: Int,
        into products: UnsafeMutablePointer<Float>
    ) {
        for point in 0..<points {
            MatrixProduct.multiply(
                rows + point * distance,
                stride: width,
                weights.start + point * width * width,
                stride: width,
                into: products + point * distance,
                stride: width,
                m: count,
                k: width,
                n: width
            )
        }
    }

    /// Eight numbers of the first or second result of a step.
    @inline(__always)
    func result(_ number: Int, _ products: UnsafePointer<Float>, distance: Int, at: Int) -> Lane {
        var sum = Lane.zero
        for point in 0..<points { sum += products[lane: point * distance + at] * outputs[point][number] }
        return sum
    }
}
