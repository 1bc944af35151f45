/// Canonical composition of case-folded letters with the combining marks behind them (Unicode Standard Annex #15, NFC),
/// for the Latin, Greek and Cyrillic letters that news is written in: `e` and U+0301 are `é`, as some systems write files.
///
/// Text keeps its bytes; only hashes and folded forms are composed. Marks are put in canonical order first, so that all
/// canonically equivalent spellings of a letter meet. The data are in `Lexicons/compositions.txt`.
enum CanonicalComposition {
    /// Marks beyond so many behind one letter are left as they stand: no orthography has them.
    static let longestCluster = 8

    /// Whether a scalar is of the block of combining diacritical marks.
    @inline(__always)
    static func isMark(_ scalar: UInt32) -> Bool { scalar &- 0x300 < 0x70 }

    /// A folded letter with the marks from `index` on, composed, and the index behind them.
    /// - Complexity: O(1), for at most ``longestCluster`` marks are read.
    static func cluster(_ letter: UInt32, _ bytes: Span<UInt8>, at index: Int, end: Int) -> (scalars: [UInt32], end: Int) {
        var marks: [(scalar: UInt32, order: UInt8)] = []
        var base = letter
        while let parts = tables.decompositions[base], marks.count < longestCluster {
            marks.insert((parts.mark, order(parts.mark)), at: 0)
            base = parts.letter
        }
        var at = index
        while at + 1 < end, marks.count < 2 * longestCluster {
            let (value, length) = bytes.scalar(at: at)
            guard isMark(value) else { break }
            marks.append((value, order(value)))
            at += length
        }
        // Canonical order: by combining class, marks of one class as they stand.
        for index in marks.indices.dropFirst() {
            var place = index
            while place > 0, marks[place - 1].order > marks[place].order {
                marks.swapAt(place - 1, place)
                place -= 1
            }
        }
        var scalars = [base]
        for mark in marks {
            let isBlocked = scalars.count > 1 && scalars.last.map(order) ?? 0 >= mark.order
            if !isBlocked, let composed = tables.compositions[UInt64(scalars[0]) << 32 | UInt64(mark.scalar)] {
                scalars[0] = composed
            } else {
                scalars.append(mark.scalar)
            }
        }
        return (scalars, at)
    }

    private static func order(_ mark: UInt32) -> UInt8 {
        Unicode.Scalar(mark)?.properties.canonicalCombiningClass.rawValue ?? 0
    }

    private static let tables: (compositions: [UInt64: UInt32], decompositions: [UInt32: (letter: UInt32, mark: UInt32)]) = {
        var compositions: [UInt64: UInt32] = [:]
        var decompositions: [UInt32: (letter: UInt32, mark: UInt32)] = [:]
        for row in LexiconFile(PackageResources.compositions_txt)[""] where row.count > 1 {
            guard let mark = UInt32(row[0], radix: 16) else { continue }
            let letters = row[1].unicodeScalars.filter { $0 != " " }
            for (letter, composed) in zip(letters, letters.dropFirst()).enumerated().filter({ $0.offset % 2 == 0 }).map(\.element)
            {
                compositions[UInt64(letter.value) << 32 | UInt64(mark)] = composed.value
                decompositions[composed.value] = (letter.value, mark)
            }
        }
        return (compositions, decompositions)
    }()
}

extension CaseFolding {
    /// Calls `body` with the folded scalars of a byte range, letters composed with their marks: what ``Token/hash`` is made
    /// of. O(*n*).
    public static func forEachFolded(in bytes: Span<UInt8>, _ range: Range<Int>, _ body: (UInt32) -> Void) {
        var at = max(0, range.lowerBound)
        let end = min(range.upperBound, bytes.count)
        while at < end {
            let (value, length) = bytes.scalar(at: at)
            let folded = fold(value)
            at += length
            if value >= 0x80, isIgnored(value) { continue }
            guard at < end, bytes[at] & 0xFE == 0xCC, CanonicalComposition.isMark(bytes.scalar(at: at).value),
                CharacterClass.of(folded).isLetter
            else {
                body(folded)
                continue
            }
            let cluster = CanonicalComposition.cluster(folded, bytes, at: at, end: end)
            for scalar in cluster.scalars { body(scalar) }
            at = cluster.end
        }
    }
}

extension TokenScanner {
    /// Takes the combining marks at ``at`` into the letter before them, whose hash is the last of `hash`: the hash of a
    /// decomposed letter is that of the composed one. False, with nothing done, when there is no such letter.
    mutating func compose(_ hash: inout Hash64, from start: Int) -> Bool {
        guard at > start, CanonicalComposition.isMark(bytes.scalar(at: at).value) else { return false }
        let folded = CaseFolding.fold(bytes.scalar(before: at).value)
        guard CharacterClass.of(folded).isLetter else { return false }
        let cluster = CanonicalComposition.cluster(folded, bytes, at: at, end: end)
        hash.remove(scalar: folded)
        for scalar in cluster.scalars { hash.combine(scalar: scalar) }
        at = cluster.end
        return true
    }
}
