internal import LinearAlgebra

/// What has been computed of pieces apart from their neighbours, for those that come again.
final class PieceMemory {
    /// Rows for each piece that is known: its vector, what goes into the convolutions, and what it adds to their windows.
    let vectors = FloatBuffer()
    let inputs = FloatBuffer()
    let shares = FloatBuffer()
    /// How many pieces are known.
    private(set) var count = 0
    private var rows: [Int32] = []

    /// How many pieces are kept: those of some articles. A batch never has more tokens.
    static let limit = 4096

    /// The row of a piece, which must be known.
    @inline(__always)
    func row(_ piece: Int32) -> Int { Int(rows[Int(piece)]) }

    /// Finds rows for the pieces of a batch, at most ``limit`` tokens.
    /// - Returns: the pieces that are new, whose rows are the last ones.
    func admit(_ tokens: [Int32]) -> [Int32] {
        if rows.isEmpty { rows = Array(repeating: -1, count: PieceTable.count) }
        var new = add(tokens)
        if count > Self.limit {
            for index in rows.indices { rows[index] = -1 }
            count = 0
            new = add(tokens)
        }
        return new
    }

    private func add(_ tokens: [Int32]) -> [Int32] {
        var new: [Int32] = []
        for token in tokens where rows[Int(token)] < 0 {
            rows[Int(token)] = Int32(count + new.count)
            new.append(token)
        }
        count += new.count
        return new
    }
}
