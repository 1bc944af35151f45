/// gzip or deflate.
final class InflateStage: DecodingStage {
    enum Coding {
        case gzip, deflate
    }

    private enum State {
        case start
        case data
        /// After the end of a gzip member: another may follow, and anything else is of no use.
        case between
        case asItIs
        case over
    }

    private let coding: Coding
    private var inflater: Inflater?
    private var input: [UInt8] = []
    private var at = 0
    private var isLast = false
    private var state = State.start
    private var hasMade = false
    private var passed = 0
    private(set) var isMislabeled = false

    init(_ coding: Coding) { self.coding = coding }

    var isAtEnd: Bool {
        switch state {
        case .start, .between, .over, .asItIs: true
        case .data: false
        }
    }

    func take(_ bytes: [UInt8], isLast: Bool) {
        passed += at
        input.discardFirst(at)
        input.append(contentsOf: bytes)
        at = 0
        self.isLast = self.isLast || isLast
    }

    func make() throws(ContentError) -> [UInt8]? {
        while true {
            let left = input.count - at
            switch state {
            case .over:
                at = input.count
                return nil
            case .asItIs: return rest()
            case .start, .between:
                guard left >= 4 || isLast && left > 0 else { return nil }
                guard let wrapper = wrapper() else {
                    if case .between = state {
                        state = .over
                    } else {
                        state = .asItIs
                        isMislabeled = true
                    }
                    continue
                }
                inflater = Inflater(wrapper)
                state = .data
            case .data:
                var output: [UInt8] = []
                let before = at
                let step = inflater?.step(input, from: &at, into: &output) ?? .ends
                switch step {
                case .ends: state = coding == .gzip ? .between : .over
                case .goesOn: break
                case .fails(let words):
                    // Some servers and archives say deflate and mean nothing by it; a page shows that it is one.
                    if !hasMade, output.isEmpty, passed == 0, input[...].looksLikeText {
                        state = .asItIs
                        isMislabeled = true
                        at = 0
                        continue
                    }
                    throw .damaged(coding: coding == .gzip ? "gzip" : "deflate", offset: passed + at, detail: words)
                }
                if !output.isEmpty {
                    hasMade = true
                    return output
                }
                if step == .goesOn, at == before { return nil }
            }
        }
    }

    private func rest() -> [UInt8]? {
        guard at < input.count else { return nil }
        defer { at = input.count }
        return Array(input[at...])
    }

    /// What wraps the data at `at`; nil when it is no compressed data.
    private func wrapper() -> Inflater.Wrapper? {
        switch coding {
        case .gzip: return MemberStream<MemoryInput>.startsMember(input, at) ? .gzip : nil
        case .deflate:
            guard at + 2 <= input.count else { return .raw }
            // CMF says deflate, and the check bits agree (RFC 1950, 2.2).
            let isZlib = input[at] & 15 == 8 && (Int(input[at]) << 8 | Int(input[at + 1])) % 31 == 0
            return isZlib ? .zlib : .raw
        }
    }
}

/// Brotli.
final class BrotliStage: DecodingStage {
    private var decoder: BrotliDecoder? = BrotliDecoder()
    private var input: [UInt8] = []
    private var at = 0
    private var passed = 0
    private var hasMade = false
    private var hasBegun = false
    private(set) var isAtEnd = true
    private(set) var isMislabeled = false

    func take(_ bytes: [UInt8], isLast: Bool) {
        passed += at
        input.discardFirst(at)
        input.append(contentsOf: bytes)
        at = 0
        if !bytes.isEmpty, !hasBegun {
            hasBegun = true
            isAtEnd = false
        }
    }

    func make() throws(ContentError) -> [UInt8]? {
        if isMislabeled || isAtEnd {
            defer { at = input.count }
            return isMislabeled && at < input.count ? Array(input[at...]) : nil
        }
        while true {
            var output: [UInt8] = []
            let before = at
            let step = decoder?.step(input, from: &at, into: &output) ?? .ends
            switch step {
            case .ends:
                isAtEnd = true
                decoder = nil
            case .goesOn: break
            case .fails(let words):
                guard !hasMade, output.isEmpty, passed == 0, input[...].looksLikeText else {
                    throw .damaged(coding: "br", offset: passed + at, detail: words)
                }
                isMislabeled = true
                isAtEnd = true
                at = input.count
                return input
            }
            if !output.isEmpty {
                hasMade = true
                return output
            }
            if isAtEnd {
                at = input.count
                return nil
            }
            if at == before { return nil }
        }
    }
}

extension ArraySlice<UInt8> {
    /// Whether it starts as a page or a JSON document does, and as no compressed data would.
    fileprivate var looksLikeText: Bool {
        let start = hasPrefix("\u{FEFF}") ? dropFirst(3) : self
        let first = start.prefix(64).trimmed
        guard let sign = first.first, sign == UInt8(ascii: "<") || sign == UInt8(ascii: "{") else { return false }
        return first.allSatisfy { $0 >= 0x20 || $0.isSpace }
    }
}
