internal import Speech
internal import TextCore

/// What an editor did to quoted words, and where else an article gives them.
extension ArticleCoder {
    /// The members `brackets`, `ellipses`, `translated` and `repeats` of one piece of a quotation, each only where there is
    /// something to say.
    func editing(_ quotation: Quotation, in piece: Range<Int>, _ writer: inout JSONWriter) {
        places("brackets", quotation.brackets.within(piece), &writer)
        places("ellipses", quotation.ellipses.within(piece), &writer)
        if let translation = quotation.translation {
            writer.member("translated") { writer in
                place(translation.evidence, &writer)
                writer.member("language", translation.language)
            }
        }
        if let repeats = quotation.repeats { writer.member("repeats", repeats) }
    }

    private func places(_ name: StaticString, _ ranges: ArraySlice<Range<Int>>, _ writer: inout JSONWriter) {
        guard !ranges.isEmpty else { return }
        writer.member(name, ranges) { writer, range in
            writer.object { writer in place(range, &writer) }
        }
    }
}

extension QuotationsCSV {
    /// The cells `brackets` and `ellipses` (as they stand in the piece, with blanks between), `translated` (the words that say
    /// so) and `repeats` (the group that the words repeat).
    static func editing(of quotation: Quotation, in piece: Range<Int>, _ text: UTF8Text) -> [String] {
        func words(_ ranges: [Range<Int>]) -> String { ranges.within(piece).map { text[$0] }.joined(separator: " ") }
        return [
            words(quotation.brackets), words(quotation.ellipses), quotation.translation.map { text[$0.evidence] } ?? "",
            quotation.repeats.map { String($0) } ?? "",
        ]
    }
}

extension [Range<Int>] {
    /// Those that lie in a range, when they stand in order and apart. O(log *n*).
    fileprivate func within(_ range: Range<Int>) -> ArraySlice<Range<Int>> {
        func first(where isBehind: (Range<Int>) -> Bool) -> Int {
            var low = startIndex
            var high = endIndex
            while low < high {
                let middle = (low + high) / 2
                if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
            }
            return low
        }
        let start = first { $0.lowerBound >= range.lowerBound }
        let end = first { $0.upperBound > range.upperBound }
        return self[start..<Swift.max(start, end)]
    }
}
