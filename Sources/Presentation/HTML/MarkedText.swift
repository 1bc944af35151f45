/// A text cut at the borders of marks that may overlap, so that every piece lies wholly inside or outside each of them.
struct MarkedText {
    /// A marked range of bytes.
    struct Mark {
        var range: Range<Int>
        /// Its place in the caller's own list.
        var index: Int
    }

    /// A piece between two borders.
    struct Piece {
        var range: Range<Int>
        /// The marks that cover it, in the order of the list.
        var marks: [Int]
        /// Those that end with it.
        var ending: [Int]
    }

    /// The pieces of a range, in order. O(*m* log *m* + pieces × depth) in the number of marks.
    static func pieces(of range: Range<Int>, marks: [Mark]) -> [Piece] {
        let inside = marks.map { Mark(range: $0.range.clamped(to: range), index: $0.index) }.filter { !$0.range.isEmpty }
        var borders = inside.flatMap { [$0.range.lowerBound, $0.range.upperBound] } + [range.lowerBound, range.upperBound]
        borders.sort()
        let starts = inside.sorted { ($0.range.lowerBound, $0.index) < ($1.range.lowerBound, $1.index) }
        var next = 0
        var open: [Mark] = []
        var pieces: [Piece] = []
        for (start, end) in zip(borders, borders.dropFirst()) where start < end {
            while next < starts.count, starts[next].range.lowerBound <= start {
                open.append(starts[next])
                next += 1
            }
            open.removeAll { $0.range.upperBound <= start }
            pieces.append(
                Piece(
                    range: start..<end,
                    marks: open.map(\.index).sorted(),
                    ending: open.filter { $0.range.upperBound == end }.map(\.index).sorted()
                )
            )
        }
        return pieces
    }
}
