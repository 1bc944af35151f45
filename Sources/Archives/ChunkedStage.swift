/// The chunked transfer coding (RFC 9112, 7.1).
///
/// Archives hold bodies that say they are chunked and are not, or are no longer after their beginning: what does not start
/// with a chunk's size where one must stand is taken as it is.
final class ChunkedStage: DecodingStage {
    private enum State {
        case size(isFirst: Bool)
        case data(left: Int)
        case afterData
        case trailer
        case asItIs
        case over
    }

    /// The longest line of a size with its extensions, in bytes.
    private static let longestSizeLine = 1024

    private var input: [UInt8] = []
    private var at = 0
    private var isLast = false
    private var state = State.size(isFirst: true)
    private(set) var isMislabeled = false

    var isAtEnd: Bool {
        switch state {
        case .over, .asItIs, .trailer, .size(isFirst: true): true
        case .data, .afterData, .size: false
        }
    }

    func take(_ bytes: [UInt8], isLast: Bool) {
        input.discardFirst(at)
        input.append(contentsOf: bytes)
        at = 0
        self.isLast = self.isLast || isLast
    }

    func make() -> [UInt8]? {
        while true {
            switch state {
            case .over, .trailer:
                // Fields after the last chunk are of no use here.
                at = input.count
                return nil
            case .asItIs: return piece(input.count - at)
            case .data(let left):
                let count = min(left, input.count - at)
                guard count > 0 else { return nil }
                state = left == count ? .afterData : .data(left: left - count)
                return piece(count)
            case .afterData:
                guard at < input.count else { return nil }
                if input[at] == 0x0D {
                    guard at + 1 < input.count || isLast else { return nil }
                    if at + 1 < input.count, input[at + 1] == 0x0A { at += 1 }
                    at += 1
                } else if input[at] == 0x0A {
                    at += 1
                } else {
                    takeAsItIs()
                    continue
                }
                state = .size(isFirst: false)
            case .size:
                let line = input[at...].prefix(Self.longestSizeLine)
                guard let end = line.firstIndex(of: 0x0A) else {
                    guard isLast || line.count == Self.longestSizeLine else { return nil }
                    if isLast, line.isEmpty { return nil }
                    // A last size without its line end closes a body well enough.
                    if isLast, Self.size(line) == 0 {
                        state = .over
                    } else {
                        takeAsItIs()
                    }
                    continue
                }
                guard let size = Self.size(input[at..<end]) else {
                    takeAsItIs()
                    continue
                }
                at = end + 1
                state = size == 0 ? .trailer : .data(left: size)
            }
        }
    }

    private func takeAsItIs() {
        state = .asItIs
        isMislabeled = true
    }

    private func piece(_ count: Int) -> [UInt8]? {
        guard count > 0 else { return nil }
        defer { at += count }
        return Array(input[at..<at + count])
    }

    /// The size at the start of a line, hexadecimal, with or without an extension behind it; nil when there is none.
    private static func size(_ line: ArraySlice<UInt8>) -> Int? {
        let digits = line.prefix { $0 != UInt8(ascii: ";") }.trimmed
        guard !digits.isEmpty, digits.count <= 15 else { return nil }
        var value = 0
        for digit in digits {
            guard let next = digit.hexadecimalValue else { return nil }
            value = value << 4 | Int(next)
        }
        return value
    }
}
