extension Tokenizer {
    /// Reads a tag whose name begins at `start`; false when the input ends inside it, which makes no token.
    mutating func readTag(_ token: inout Token, _ kind: Token.Kind, nameAt start: Int) -> Bool {
        let input = self.input
        let end = input.count
        var key = KnownNames.Key()
        var stop = start
        var changes = false
        while stop < end {
            let byte = input[stop]
            if byte.endsTagName { break }
            let lowercased = byte.asciiLowercased
            if lowercased != byte || byte == 0 { changes = true }
            key.append(lowercased)
            if byte == 0 { key.rejects() }
            stop &+= 1
        }
        guard stop < end else {
            at = end
            return false
        }
        let known = knownTags.find(key)
        token.kind = kind
        token.name = known >= 0 ? UInt32(truncatingIfNeeded: known) : intern(start, stop, changes)
        token.tag = token.name < 256 ? Tag(rawValue: UInt8(truncatingIfNeeded: token.name)) ?? .other : .other
        token.isSelfClosing = false
        token.attributeStart = attributes.count
        at = stop
        if input[stop] == UInt8(ascii: ">") {
            at = stop &+ 1
            return true
        }
        let isComplete = readAttributes(&token)
        let count = attributes.count - token.attributeStart
        if isComplete, kind == .startTag {
            token.attributeCount = count
        } else if count > 0 {
            attributes.removeLast(count)
        }
        return isComplete
    }

    /// The number of a name that is not known, in lower case and with NULs replaced.
    private mutating func intern(_ start: Int, _ stop: Int, _ changes: Bool) -> UInt32 {
        let number: UInt32
        if changes {
            var scratch: [UInt8] = []
            for index in start..<stop {
                let byte = input[index]
                if byte == 0 { scratch.append(scalar: 0xFFFD) } else { scratch.append(byte.asciiLowercased) }
            }
            number = names.intern(scratch.span, 0..<scratch.count)
        } else {
            number = names.intern(input, start..<stop)
        }
        return number
    }

    /// Reads attributes from `at` up to and with `>`; false when the input ends before.
    private mutating func readAttributes(_ token: inout Token) -> Bool {
        let input = self.input
        let end = input.count
        tagCount &+= 1
        var here = at
        while true {
            here = input.skipSpace(from: here, to: end)
            guard here < end else { break }
            if input[here] == UInt8(ascii: ">") {
                at = here &+ 1
                return true
            }
            if input[here] == UInt8(ascii: "/") {
                here &+= 1
                if here < end, input[here] == UInt8(ascii: ">") {
                    token.isSelfClosing = true
                    at = here &+ 1
                    return true
                }
                continue
            }

            // The name; a `=` at its start belongs to it.
            let start = here
            var key = KnownNames.Key()
            var changes = false
            repeat {
                let byte = input[here]
                let lowercased = byte.asciiLowercased
                if lowercased != byte || byte == 0 { changes = true }
                key.append(lowercased)
                if byte == 0 { key.rejects() }
                here &+= 1
            } while here < end && !input[here].endsAttributeName
            let nameEnd = here
            here = input.skipSpace(from: here, to: end)
            guard here < end else { break }

            var value = ByteRange.empty
            if input[here] == UInt8(ascii: "=") {
                here = input.skipSpace(from: here &+ 1, to: end)
                guard here < end else { break }
                let first = input[here]
                if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
                    guard let quoted = readQuotedValue(from: here &+ 1, quote: first) else { break }
                    value = quoted.value
                    here = quoted.end &+ 1
                } else if first != UInt8(ascii: ">") {
                    (value, here) = readUnquotedValue(from: here)
                    guard here < end else { break }
                }
            }

            let known = knownAttributes.find(key)
            let name = known >= 0 ? UInt32(truncatingIfNeeded: known) : intern(start, nameEnd, changes)
            if Int(name) >= lastTagWith.count {
                lastTagWith += Array(repeating: 0, count: max(Int(name) + 1 - lastTagWith.count, lastTagWith.count))
            }
            if lastTagWith[Int(name)] != tagCount {
                lastTagWith[Int(name)] = tagCount
                attributes.append(AttributeRecord(name: name, value: value))
            }
        }
        at = end
        return false
    }

    /// Reads a value from `start` up to its quotation mark at `end`; nil when there is none.
    @inline(__always)
    private mutating func readQuotedValue(from start: Int, quote: UInt8) -> (value: ByteRange, end: Int)? {
        let stop = input.firstIndex(of: quote, UInt8(ascii: "&"), 0, from: start)
        guard stop < input.count else { return nil }
        if input[stop] == quote { return (start == stop ? .empty : ByteRange(start, stop), stop) }
        return readChangedValue(from: start, firstChange: stop, quote: quote)
    }

    /// The same for a value with character references or NULs, which is made in `side` if one of them changes it.
    private mutating func readChangedValue(from start: Int, firstChange: Int, quote: UInt8) -> (value: ByteRange, end: Int)? {
        let input = self.input
        let end = input.count
        var stop = firstChange
        let from = side.count
        var copied = start
        while stop < end, input[stop] != quote {
            if input[stop] == 0 {
                side.append(copying: input, copied..<stop)
                side.append(scalar: 0xFFFD)
                stop += 1
                copied = stop
            } else {
                replaceReference(&stop, &copied)
            }
            stop = input.firstIndex(of: quote, UInt8(ascii: "&"), 0, from: stop)
        }
        guard stop < end else { return nil }
        if copied == start { return (ByteRange(start, stop), stop) }
        side.append(copying: input, copied..<stop)
        return (sideRange(from: from), stop)
    }

    /// Appends the value from `copied` on and the character reference at `stop`, if there is one, to `side`.
    private mutating func replaceReference(_ stop: inout Int, _ copied: inout Int) {
        let reference = references.reference(in: input, at: stop, inAttribute: true)
        if case .literal(let length) = reference {
            stop += length
        } else {
            side.append(copying: input, copied..<stop)
            stop = append(reference, at: stop)
            copied = stop
        }
    }

    /// Reads a value without quotation marks from `start` up to white space or `>` at `end`.
    private mutating func readUnquotedValue(from start: Int) -> (value: ByteRange, end: Int) {
        let input = self.input
        let end = input.count
        let from = side.count
        var copied = start
        var stop = start
        while stop < end {
            let byte = input[stop]
            if byte.isHTMLSpace || byte == UInt8(ascii: ">") { break }
            if byte == 0 {
                side.append(copying: input, copied..<stop)
                side.append(scalar: 0xFFFD)
                stop += 1
                copied = stop
            } else if byte == UInt8(ascii: "&") {
                replaceReference(&stop, &copied)
            } else {
                stop &+= 1
            }
        }
        if copied == start { return (ByteRange(start, stop), stop) }
        side.append(copying: input, copied..<stop)
        return (sideRange(from: from), stop)
    }
}
