extension ArchiveReader {
    /// Goes on to the next place where a record may start: a gzip member, or a line that looks like one.
    mutating func resynchronize() throws(Input.Failure) {
        stream.at += 1
        var isFinal = false
        while true {
            let next = nextPlace(from: stream.at, isFinal: isFinal)
            stream.at = next.hit ?? next.safe
            if next.hit != nil || isFinal { return }
            stream.compact()
            if try stream.more() != .bytes { isFinal = true }
        }
    }

    /// The first place from `start` on where a record may start, or else up to where there is none. Unless `isFinal`, more bytes
    /// may come and lines that are not whole have to wait for them.
    private mutating func nextPlace(from start: Int, isFinal: Bool) -> (hit: Int?, safe: Int) {
        let count = stream.bytes.count
        let boundary = stream.nextStart(after: start - 1)
        let end = boundary ?? count
        let isPlain = stream.isPlain(at: start)
        let mayBeARC = isARC || !hasBegun
        var at = start
        while at < end {
            let byte = stream.bytes[at]
            if byte == 0x0A {
                let next = at + 1
                if next + WARCHeader.startLength > count, !isFinal, boundary == nil { return (nil, at) }
                if next < end {
                    if WARCHeader.startsRecord(stream.bytes, next, to: end) { return (next, next) }
                    if mayBeARC, stream.bytes[next].asciiLowercased &- 0x61 < 26 {
                        let lineEnd = stream.bytes[..<end].firstIndex(of: 0x0A, from: next)
                        if lineEnd == nil, !isFinal, boundary == nil, count - next <= ARCLine.longest { return (nil, at) }
                        if ARCLine(stream.bytes[next..<(lineEnd ?? end)]) != nil { return (next, next) }
                    }
                }
            } else if byte == 0x1F, isPlain {
                if at + 4 > count, !isFinal { return (nil, at) }
                if MemberStream<Input>.startsMember(stream.bytes, at) {
                    if at + Self.probeLength > count, !isFinal, boundary == nil { return (nil, at) }
                    if memberOpensRecord(at) { return (at, at) }
                }
            }
            at += 1
        }
        return (boundary, end)
    }

    /// How many compressed bytes show what a gzip member opens with.
    static var probeLength: Int { 4096 }

    /// Whether a gzip member that starts within a plain stretch opens with a record. Servers compress, too: what a damaged record
    /// of a plain archive holds may be one, and would swallow all records behind it.
    mutating func memberOpensRecord(_ at: Int) -> Bool {
        let raw = Array(stream.bytes[at...].prefix(Self.probeLength))
        let mayBeARC = isARC || !hasBegun
        let wanted = mayBeARC ? ARCLine.longest + 1 : WARCHeader.startLength
        var (taken, opening) = (0, [UInt8]())
        probe.reset()
        while opening.count < wanted {
            let before = (taken, opening.count)
            let step = probe.step(raw, from: &taken, into: &opening, most: wanted)
            guard step == .goesOn, (taken, opening.count) != before else { break }
        }
        if WARCHeader.startsRecord(opening, 0, to: opening.count) { return true }
        guard mayBeARC, let lineEnd = opening.firstIndex(of: 0x0A) else { return false }
        return ARCLine(opening[..<lineEnd]) != nil
    }

    /// The first record that seems to start within a block: at the start of a gzip member, or behind an empty line. Else up to
    /// where there is none.
    func nextRecord(from start: Int, to end: Int, isFinal: Bool) -> (hit: Int?, safe: Int) {
        let member = memberStart(from: start, to: end)
        // What is at hand behind the block, up to here, may not be more or less by chance.
        let horizon = isFinal ? min(stream.bytes.count, end + startLength) : end
        // What cannot be told yet has to wait.
        let known = isFinal ? end : end - startLength
        let waiting = isFinal ? nil : stream.nextStart(after: max(known, start - 1)).flatMap { $0 < end ? $0 : nil }
        let limit = member ?? waiting ?? end
        var at = start
        while let newline = stream.bytes[..<limit].firstIndex(of: 0x0A, from: at) {
            let next = newline + 1
            if next > known { return (nil, newline) }
            if next < limit, startsRecord(next, to: horizon), isBehindEmptyLine(newline, from: start) { return (next, next) }
            at = next
        }
        if let member, member <= known { return (member, member) }
        return (nil, limit)
    }

    /// The first gzip member in a block that starts with a record.
    func memberStart(from start: Int, to end: Int) -> Int? {
        var index = start - 1
        while let next = stream.nextStart(after: index), next < end {
            if startsRecord(next, to: end) { return next }
            index = next
        }
        return nil
    }

    /// How many bytes must be at hand to tell whether a record starts.
    var startLength: Int { isARC ? ARCLine.longest + 1 : WARCHeader.startLength }

    /// Whether a record seems to start at a place, as far as can be told before `end`.
    private func startsRecord(_ index: Int, to end: Int) -> Bool {
        if WARCHeader.startsRecord(stream.bytes, index, to: end) { return true }
        guard isARC, let lineEnd = stream.bytes[..<end].firstIndex(of: 0x0A, from: index) else { return false }
        return ARCLine(stream.bytes[index..<lineEnd]) != nil
    }

    /// Whether the line end at an index is one that closes a record: one of several in WARC, any in ARC.
    private func isBehindEmptyLine(_ newline: Int, from start: Int) -> Bool {
        if isARC || newline == start { return true }
        let before = stream.bytes[newline - 1]
        if before == 0x0A { return true }
        return before == 0x0D && (newline - 1 == start || stream.bytes[newline - 2] == 0x0A)
    }
}
