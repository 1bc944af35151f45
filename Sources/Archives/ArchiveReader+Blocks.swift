extension ArchiveReader {
    /// What became of a block.
    enum Block {
        case whole([UInt8])
        case failed(ArchiveError.Kind)
    }

    /// How many line ends behind a block are looked over at once.
    private static var closingLength: Int { 16 }
    /// How far a gzip member with stray bytes is followed to see whether it is damaged.
    private static var strayLength: Int { 1 << 18 }

    /// Takes a block of a declared length, and goes to what is behind it.
    ///
    /// A wrong length shows by what follows: where it is too long it takes in the next record, which starts a gzip member or
    /// stands behind an empty line. Then the record is the one that is wrong, and the next one is read.
    mutating func block(_ length: Int, from start: Int) throws(Input.Failure) -> Block {
        if length > limits.block { return try passOver(length, from: start) }
        let end = start + length
        while stream.bytes.count < end {
            switch try stream.more() {
            case .bytes: break
            case .end: return shortened(length, start, at: stream.bytes.count)
            case .damage(let damage):
                if damage.position > stream.base + start { return shortened(length, start, at: stream.bytes.count) }
                try stream.recover()
                lost = .told
                return .failed(damage.kind)
            }
        }
        if let cut = memberStart(from: start, to: end) { return shortened(length, start, at: cut) }
        let closing = try closing(end)
        if let damage = closing.damage {
            try stream.recover()
            lost = .told
            return .failed(damage)
        }
        if !closing.isClosed {
            while stream.bytes.count < end + startLength, try stream.more() == .bytes {}
            if let hit = nextRecord(from: start, to: end, isFinal: true).hit { return shortened(length, start, at: hit) }
        }
        stream.at = closing.end
        return .whole(Array(stream.bytes[start..<end]))
    }

    /// Where the line ends behind a block end, and whether something follows that may follow a record. To see that, more is
    /// read, by which a gzip member also comes to its checksum.
    private mutating func closing(
        _ end: Int
    ) throws(Input.Failure) -> (end: Int, isClosed: Bool, damage: ArchiveError.Kind?) {
        var index = end
        while true {
            while index < stream.bytes.count, index - end < Self.closingLength,
                stream.bytes[index] == 0x0D || stream.bytes[index] == 0x0A
            {
                index += 1
            }
            if index - end == Self.closingLength { return (index, true, nil) }
            if stream.bytes.count - index >= WARCHeader.startLength { break }
            let supply = try stream.more()
            if supply == .bytes { continue }
            if case .damage(let damage) = supply, damage.position < stream.base + end { return (index, false, damage.kind) }
            break
        }
        if index == stream.bytes.count { return (index, true, nil) }
        if let next = stream.nextStart(after: end - 1), next <= index { return (index, true, nil) }
        if WARCHeader.startsRecord(stream.bytes, index, to: stream.bytes.count) { return (index, true, nil) }
        if MemberStream<Input>.startsMember(stream.bytes, index) { return (index, true, nil) }
        if isARC {
            stream.at = index
            if try arcLine() != nil { return (index, true, nil) }
        }
        return (index, false, try strayDamage(end, index))
    }

    /// Whether stray bytes behind a block come of damage to its gzip member, which may have gone unseen in the block: what
    /// is decoded of a member that is cut short soon makes no sense.
    private mutating func strayDamage(_ end: Int, _ index: Int) throws(Input.Failure) -> ArchiveError.Kind? {
        guard !stream.isPlain(at: end - 1) else { return nil }
        while stream.nextStart(after: end - 1) == nil, stream.bytes.count - index < Self.strayLength {
            let supply = try stream.more()
            if case .damage(let damage) = supply, damage.position < stream.base + end { return damage.kind }
            if supply != .bytes { return nil }
        }
        return nil
    }

    /// A record that is shorter than it says: it ends at a place or, where it took in the next one, before that.
    private mutating func shortened(_ length: Int, _ start: Int, at index: Int) -> Block {
        var cut = index
        if let hit = nextRecord(from: start, to: index, isFinal: true).hit { cut = hit }
        stream.at = cut
        if cut == stream.bytes.count { lost = .told }
        while cut > start, stream.bytes[cut - 1] == 0x0A || stream.bytes[cut - 1] == 0x0D { cut -= 1 }
        return .failed(.truncated(declared: length, found: cut - start))
    }

    /// Passes over a block that is too long to be held.
    ///
    /// A length that is wrong must not hide the rest of a file that cannot be read twice. So a record that seems to start
    /// in the block ends it; the records of a WARC file inside a WARC file are met that way too.
    private mutating func passOver(_ length: Int, from start: Int) throws(Input.Failure) -> Block {
        stream.at = start
        var left = length
        while left > 0 {
            stream.compact()
            let wanted = min(left, startLength + 4)
            let supply = try ahead(wanted)
            if stream.available < wanted {
                switch supply {
                case .bytes: break
                case .end:
                    return .failed(.truncated(declared: length, found: length - left + endOfBlock()))
                case .damage(let damage):
                    let found = length - left + endOfBlock()
                    if damage.position > stream.base + stream.at { return .failed(.truncated(declared: length, found: found)) }
                    try stream.recover()
                    lost = .told
                    return .failed(damage.kind)
                }
            }
            let end = stream.at + min(left, stream.available)
            let search = nextRecord(from: stream.at, to: end, isFinal: end - stream.at == left)
            if let hit = search.hit {
                let found = length - left + hit - stream.at
                stream.at = hit
                return .failed(.truncated(declared: length, found: found))
            }
            let next = max(search.safe, stream.at + 1)
            left -= next - stream.at
            stream.at = next
        }
        return .failed(.tooLarge(length: length, limit: limits.block))
    }

    private mutating func endOfBlock() -> Int {
        defer {
            stream.at = stream.bytes.count
            lost = .told
        }
        return stream.available
    }
}
