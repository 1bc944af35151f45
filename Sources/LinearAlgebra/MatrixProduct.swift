internal import COpenBLAS

/// Products of matrices of 32-bit floats in C order, by OpenBLAS where it is installed. Where it is not, they take many times as
/// long.
package enum MatrixProduct {
    private static let hasOpenBLAS = stemma_blas_load()

    /// How the right matrix of a product lies in memory.
    package enum Layout: Sendable {
        /// `k × n`.
        case inputsByOutputs
        /// `n × k`, as PyTorch writes the weights of its layers.
        case outputsByInputs
    }

    /// `output[m × n] = left[m × k] · right[k × n]`; strides are the distances between rows.
    /// - Parameters:
    ///   - layout: how `right` lies in memory.
    ///   - adds: whether the product is added to what is in `output`.
    package static func multiply(
        _ left: UnsafePointer<Float>,
        stride leftStride: Int,
        _ right: UnsafePointer<Float>,
        stride rightStride: Int,
        layout: Layout = .inputsByOutputs,
        into output: UnsafeMutablePointer<Float>,
        stride outputStride: Int,
        m: Int,
        k: Int,
        n: Int,
        adds: Bool = false
    ) {
        guard m > 0 else { return }
        guard hasOpenBLAS else {
            return multiplyPlainly(
                left,
                stride: leftStride,
                right,
                stride: rightStride,
                layout: layout,
                into: output,
                stride: outputStride,
                m: m,
                k: k,
                n: n,
                adds: adds
            )
        }
        stemma_blas_multiply(
            layout == .outputsByInputs,
            Int32(truncatingIfNeeded: m),
            Int32(truncatingIfNeeded: n),
            Int32(truncatingIfNeeded: k),
            left,
            Int32(truncatingIfNeeded: leftStride),
            right,
            Int32(truncatingIfNeeded: rightStride),
            adds ? 1 : 0,
            output,
            Int32(truncatingIfNeeded: outputStride)
        )
    }

    /// The same, number by number. O(*m k n*).
    package static func multiplyPlainly(
        _ left: UnsafePointer<Float>,
        stride leftStride: Int,
        _ right: UnsafePointer<Float>,
        stride rightStride: Int,
        layout: Layout,
        into output: UnsafeMutablePointer<Float>,
        stride outputStride: Int,
        m: Int,
        k: Int,
        n: Int,
        adds: Bool
    ) {
        let (across, down) = layout == .outputsByInputs ? (rightStride, 1) : (1, rightStride)
        for row in 0..<m {
            for column in 0..<n {
                var sum = adds ? output[row * outputStride + column] : 0
                for index in 0..<k { sum += left[row * leftStride + index] * right[column * across + index * down] }
                output[row * outputStride + column] = sum
            }
        }
    }

    /// A matrix with rows and columns exchanged.
    package static func transposed(_ values: [Float], rows: Int, columns: Int) -> [Float] {
        var result = Array(repeating: Float(0), count: values.count)
        for row in 0..<rows {
            for column in 0..<columns { result[column * rows + row] = values[row * columns + column] }
        }
        return result
    }
}
