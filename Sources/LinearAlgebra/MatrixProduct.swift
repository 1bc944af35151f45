internal import COpenBLAS

/// Products of matrices of 32-bit floats in C order, by OpenBLAS.
package enum MatrixProduct {
    /// OpenBLAS is held to the thread that calls it: callers share out texts among threads, not products.
    private static let isPrepared: Bool = {
        openblas_set_num_threads(1)
        return true
    }()

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
        guard m > 0, isPrepared else { return }
        cblas_sgemm(
            CblasRowMajor,
            CblasNoTrans,
            layout == .outputsByInputs ? CblasTrans : CblasNoTrans,
            Int32(truncatingIfNeeded: m),
            Int32(truncatingIfNeeded: n),
            Int32(truncatingIfNeeded: k),
            1,
            left,
            Int32(truncatingIfNeeded: leftStride),
            right,
            Int32(truncatingIfNeeded: rightStride),
            adds ? 1 : 0,
            output,
            Int32(truncatingIfNeeded: outputStride)
        )
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
