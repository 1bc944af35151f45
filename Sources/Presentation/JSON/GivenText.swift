internal import Reading
internal import TextCore

/// An article's text as it was given: what reading left out of it stands in its place again.
///
/// - Complexity: O(*n*) to make; a place is found in O(log omissions).
struct GivenText {
    private let text: UTF8Text
    private let codePoints: CodePointIndex
    private let omissions: [Omission]
    /// For each omission, how many code points stand in it and those before.
    private let omitted: [Int]

    init(_ article: Article) {
        text = article.text
        codePoints = CodePointIndex(article.text)
        omissions = article.omissions
        var sum = 0
        omitted = article.omissions.map { omission in
            sum += omission.text.count { $0 & 0xC0 != 0x80 }
            return sum
        }
    }

    /// How many omissions stand before a byte, or right in front of it.
    private func omissions(before byte: Int, including isIncluded: Bool) -> Int {
        var (low, high) = (0, omissions.count)
        while low < high {
            let middle = (low + high) / 2
            if omissions[middle].byte < byte || isIncluded && omissions[middle].byte == byte {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low
    }

    private func codePointsOmitted(_ count: Int) -> Int { count == 0 ? 0 : omitted[count - 1] }

    /// The code points of a range of bytes of the article's text.
    func codePoints(_ range: Range<Int>) -> Range<Int> {
        let points = codePoints.codePoints(range)
        guard !omissions.isEmpty else { return points }
        let start = points.lowerBound + codePointsOmitted(omissions(before: range.lowerBound, including: true))
        let end = points.upperBound + codePointsOmitted(omissions(before: range.upperBound, including: false))
        return start..<max(start, end)
    }

    /// The words of a range of bytes of the article's text, with what was left out inside of it.
    func string(_ range: Range<Int>) -> String {
        let first = omissions(before: range.lowerBound, including: true)
        let last = omissions(before: range.upperBound, including: false)
        guard first < last else { return text[range] }
        var bytes: [UInt8] = []
        var start = range.lowerBound
        for omission in omissions[first..<last] {
            bytes += text.bytes[start..<omission.byte] + omission.text
            start = omission.byte
        }
        return String(decoding: bytes + text.bytes[start..<range.upperBound], as: UTF8.self)
    }
}
