import LinearAlgebra
import Testing

/// Products by OpenBLAS and number by number are the same but for rounding, in both layouts, with strides and sums.
@Suite struct MatrixProductTests {
    @Test(arguments: [(1, 1, 1), (2, 3, 5), (7, 16, 9), (33, 40, 64)], [false, true])
    func bothWays(sizes: (m: Int, k: Int, n: Int), adds: Bool) {
        let (m, k, n) = sizes
        for layout in [MatrixProduct.Layout.inputsByOutputs, .outputsByInputs] {
            let leftStride = k + 2
            let rightStride = (layout == .inputsByOutputs ? n : k) + 1
            let outputStride = n + 3
            let left = Self.numbers(m * leftStride, seed: 1)
            let right = Self.numbers((layout == .inputsByOutputs ? k : n) * rightStride, seed: 2)
            var one = Self.numbers(m * outputStride, seed: 3)
            var other = one
            MatrixProduct.multiply(
                left,
                stride: leftStride,
                right,
                stride: rightStride,
                layout: layout,
                into: &one,
                stride: outputStride,
                m: m,
                k: k,
                n: n,
                adds: adds
            )
            MatrixProduct.multiplyPlainly(
                left,
                stride: leftStride,
                right,
                stride: rightStride,
                layout: layout,
                into: &other,
                stride: outputStride,
                m: m,
                k: k,
                n: n,
                adds: adds
            )
            #expect(zip(one, other).allSatisfy { abs($0 - $1) < 1e-4 })
            #expect(one != Self.numbers(m * outputStride, seed: 3))
        }
    }

    @Test func aKnownProduct() {
        var output: [Float] = [0, 0, 0, 0]
        MatrixProduct.multiply([1, 2, 3, 4], stride: 2, [5, 6, 7, 8], stride: 2, into: &output, stride: 2, m: 2, k: 2, n: 2)
        #expect(output == [19, 22, 43, 50])
    }

    /// Numbers from −1 to 1 that look drawn by chance.
    private static func numbers(_ count: Int, seed: UInt64) -> [Float] {
        var state = seed
        return (0..<count).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Float(Int32(truncatingIfNeeded: state >> 32)) / Float(Int32.max)
        }
    }
}
