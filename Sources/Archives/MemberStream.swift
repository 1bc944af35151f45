/// The bytes of an archive with gzip undone, member by member, and where each came from.
///
/// Plain stretches and gzip members may follow each other. Memory is bounded by what the owner leaves unconsumed and by the
/// last mebibyte of compressed data, which is kept to search it again when it turns out to be damaged.
struct MemberStream<Input: ByteInput>: ~Copyable {
    /// What a call for more brought.
    enum Supply: Equatable {
        case bytes
        case end
        case damage(Damage)
    }

    /// Damage of a gzip member.
    struct Damage: Equatable {
        let kind: ArchiveError.Kind
        /// Where the member starts among the decoded bytes.
        let position: Int
        /// Where it starts in the file.
        let offset: Int
    }

    /// Where a member or a plain stretch starts.
    struct Mark {
        /// Among all decoded bytes.
        let position: Int
        /// In the file.
        let offset: Int
        let isMember: Bool
    }

    private enum State {
        case between
        case plain
        case member(offset: Int, position: Int)
        case damaged(offset: Int, Damage)
    }

    /// How much compressed data is kept behind the decoder.
    private static var keptBehind: Int { 1 << 20 }
    /// How much of a member is decoded at first: enough to see whether a record starts in it, too little to be a burden
    /// where a search for members meets many that are none.
    private static var firstStep: Int { 512 }

    private var input: Input
    private let limits: ArchiveLimits
    private var inflater = Inflater(.gzip)
    private var state = State.between
    private var isInputOver = false
    /// Bytes of the file; `raw[0]` stands at `rawBase` in it, and those before `rawAt` have been decoded.
    private var raw: [UInt8] = []
    private var rawBase = 0
    private var rawAt = 0
    /// Decoded bytes; `bytes[0]` stands at `base` among all.
    private(set) var bytes: [UInt8] = []
    private(set) var base = 0
    /// Up to where `bytes` has been consumed.
    var at = 0
    /// In order; the first is at or before what is not yet consumed.
    private(set) var marks: [Mark] = []

    init(_ input: consuming Input, limits: ArchiveLimits) {
        self.input = input
        self.limits = limits
    }

    /// Bytes that lie ready.
    var available: Int { bytes.count - at }
    /// What is held, for tests of the bound.
    var heldCapacity: Int { bytes.capacity + raw.capacity }

    /// Where a byte of `bytes` lies in the file.
    func place(of index: Int) -> ArchivePlace {
        let position = base + index
        guard let mark = mark(at: index) else { return ArchivePlace(offset: rawBase + rawAt) }
        let distance = position - mark.position
        return mark.isMember
            ? ArchivePlace(offset: mark.offset, offsetInMember: distance) : ArchivePlace(offset: mark.offset + distance)
    }

    /// Whether the byte of `bytes` is of a plain stretch.
    func isPlain(at index: Int) -> Bool { mark(at: index)?.isMember == false }

    /// The member or stretch that the byte of `bytes` is of.
    private func mark(at index: Int) -> Mark? {
        let next = firstMark(after: index)
        return next > 0 ? marks[next - 1] : nil
    }

    /// The number of the first mark behind a byte of `bytes`. O(log *n*).
    private func firstMark(after index: Int) -> Int {
        let position = base + index
        var (low, high) = (0, marks.count)
        while low < high {
            let middle = low + (high - low) / 2
            if marks[middle].position <= position { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Where in `bytes` the next member or stretch behind a byte starts; nil when none has yet. O(log *n*).
    func nextStart(after index: Int) -> Int? {
        let next = firstMark(after: index)
        return next < marks.count ? marks[next].position - base : nil
    }

    /// Forgets what has been consumed, when that is worth the move.
    mutating func compact() {
        if at == bytes.count {
            base += at
            bytes.removeAll(keepingCapacity: true)
            at = 0
        } else if at > bytes.count / 2 {
            bytes.discardFirst(at)
            base += at
            at = 0
        }
        // An empty member leaves a mark at the place of the next one; the last counts.
        let first = firstMark(after: at) - 1
        if first > marks.count / 2 { marks.removeFirst(first) }
    }

    /// Appends decoded bytes. Damage comes again on every call until ``recover()``.
    mutating func more() throws(Input.Failure) -> Supply {
        while true {
            switch state {
            case .damaged(_, let damage): return .damage(damage)
            case .between:
                while raw.count - rawAt < 4, try fill() {}
                guard rawAt < raw.count else { return .end }
                let isMember = Self.startsMember(raw, rawAt)
                let offset = rawBase + rawAt
                let position = base + bytes.count
                marks.append(Mark(position: position, offset: offset, isMember: isMember))
                state = isMember ? .member(offset: offset, position: position) : .plain
                if isMember { inflater.reset() }
            case .plain:
                if rawAt == raw.count, try !fill() { return .end }
                bytes.append(contentsOf: raw[rawAt...])
                rawAt = raw.count
                return .bytes
            case .member(let offset, let position):
                let before = (raw: rawAt, decoded: bytes.count)
                let isFirst = base + bytes.count == position
                let most = isFirst ? Self.firstStep : Inflater.chunkSize
                let step = inflater.step(raw, from: &rawAt, into: &bytes, most: most)
                let made = bytes.count - before.decoded
                switch step {
                case .fails(let words): damage(.damagedCompression(words), offset, position)
                case .ends: state = .between
                case .goesOn where made == 0 && rawAt == raw.count:
                    if try !fill() { damage(.damagedCompression("the data ends before the gzip member does"), offset, position) }
                case .goesOn where made == 0 && rawAt == before.raw:
                    damage(.damagedCompression("the decoder makes no progress"), offset, position)
                case .goesOn: checkExpansion(offset, position)
                }
                if made > 0 { return .bytes }
            }
        }
    }

    /// Takes the bytes that are not consumed for what they are again, gzip member or not. They must be of a plain stretch.
    mutating func restart() {
        rawBase = rawBase + rawAt - available
        raw = Array(bytes[at...]) + raw[rawAt...]
        rawAt = 0
        bytes.removeLast(available)
        state = .between
    }

    /// After damage, or at a member that is of no use: drops what is decoded and goes to the next place where a gzip member
    /// seems to start.
    mutating func recover() throws(Input.Failure) {
        let start: Int
        switch state {
        case .damaged(let offset, _), .member(let offset, _): start = offset + 1
        case .between, .plain: start = rawBase + rawAt
        }
        at = bytes.count
        compact()
        state = .between
        rawAt = max(0, start - rawBase)
        while true {
            while let hit = raw[...].firstIndex(of: 0x1F, from: rawAt) {
                rawAt = hit
                if hit + 4 > raw.count { break }
                if Self.startsMember(raw, hit) { return }
                rawAt = hit + 1
            }
            if rawAt >= raw.count || raw[rawAt] != 0x1F { rawAt = raw.count }
            if try !fill() {
                rawAt = raw.count
                return
            }
        }
    }

    private mutating func damage(_ kind: ArchiveError.Kind, _ offset: Int, _ position: Int) {
        state = .damaged(offset: offset, Damage(kind: kind, position: position, offset: offset))
    }

    /// A member may grow beyond the ratio as long as a block may be: what is more is of no use to anybody.
    private mutating func checkExpansion(_ offset: Int, _ position: Int) {
        let decoded = base + bytes.count - position
        guard decoded > limits.block + limits.header else { return }
        let consumed = rawBase + rawAt - offset
        if decoded / max(1, limits.expansion) > consumed {
            damage(.expandsTooMuch(limit: limits.expansion), offset, position)
        }
    }

    private mutating func fill() throws(Input.Failure) -> Bool {
        guard !isInputOver else { return false }
        let kept: Int
        switch state {
        case .member(let offset, _), .damaged(let offset, _): kept = max(offset - rawBase, rawAt - Self.keptBehind)
        case .between, .plain: kept = rawAt
        }
        if kept == raw.count {
            raw.removeAll(keepingCapacity: true)
            rawBase += kept
            rawAt = 0
        } else if kept > raw.count / 2 {
            raw.discardFirst(kept)
            rawBase += kept
            rawAt -= kept
        }
        if try input.read(into: &raw) > 0 { return true }
        isInputOver = true
        return false
    }

    /// Whether bytes are the magic of a gzip member with deflate data and no reserved flags (RFC 1952).
    static func startsMember(_ bytes: [UInt8], _ at: Int) -> Bool {
        at + 4 <= bytes.count && bytes[at] == 0x1F && bytes[at + 1] == 0x8B && bytes[at + 2] == 8 && bytes[at + 3] & 0xE0 == 0
    }
}
