extension Tokenizer {
    /// Reads a comment from after `<!--` on.
    mutating func readComment(_ token: inout Token, from start: Int) {
        let input = self.input
        let end = input.count
        token.kind = .comment
        // `<!-->` and `<!--->` are comments without content.
        if input.hasASCII(">", at: start) { return finishComment(&token, start, start, next: start + 1) }
        if input.hasASCII("->", at: start) { return finishComment(&token, start, start, next: start + 2) }
        var stop = start
        while true {
            stop = input.firstIndex(of: UInt8(ascii: ">"), from: stop)
            guard stop < end else { break }
            if stop - 2 >= start, input[stop - 1] == UInt8(ascii: "-"), input[stop - 2] == UInt8(ascii: "-") {
                return finishComment(&token, start, stop - 2, next: stop + 1)
            }
            if stop - 3 >= start, input[stop - 1] == UInt8(ascii: "!"), input[stop - 2] == UInt8(ascii: "-"),
                input[stop - 3] == UInt8(ascii: "-")
            {
                return finishComment(&token, start, stop - 3, next: stop + 1)
            }
            stop += 1
        }
        // What would have been its end is no part of a comment that the input cuts.
        var content = end
        if content - 3 >= start, input.hasASCII("--!", at: content - 3) {
            content -= 3
        } else if content - 2 >= start, input.hasASCII("--", at: content - 2) {
            content -= 2
        } else if content - 1 >= start, input[content - 1] == UInt8(ascii: "-") {
            content -= 1
        }
        finishComment(&token, start, content, next: end)
    }

    private mutating func finishComment(_ token: inout Token, _ start: Int, _ end: Int, next: Int) {
        token.text = replacingNulls(start, end)
        at = next
    }

    /// Reads what is taken for a comment, up to `>`.
    mutating func readBogusComment(_ token: inout Token, from start: Int) {
        token.kind = .comment
        let stop = input.firstIndex(of: UInt8(ascii: ">"), from: start)
        finishComment(&token, start, stop, next: min(stop + 1, input.count))
    }

    /// Reads a doctype from after `<!doctype` on.
    mutating func readDoctype(_ token: inout Token, from start: Int) {
        let input = self.input
        let end = input.count
        token.kind = .doctype
        token.doctype = HTMLDocument.Doctype()
        token.forcesQuirks = false
        var here = input.skipSpace(from: start, to: end)
        guard here < end, input[here] != UInt8(ascii: ">") else { return finishDoctype(&token, here, isBroken: true) }
        let nameStart = here
        while here < end, !input[here].isHTMLSpace, input[here] != UInt8(ascii: ">") { here += 1 }
        token.doctype.name = lowercased(nameStart, here)
        here = input.skipSpace(from: here, to: end)
        guard here < end else { return finishDoctype(&token, here, isBroken: true) }
        if input[here] == UInt8(ascii: ">") { return finishDoctype(&token, here) }
        if input.hasASCII("public", at: here) {
            here = input.skipSpace(from: here + 6, to: end)
            guard readIdentifier(&here, into: &token.doctype.publicID) else { return finishDoctype(&token, here, isBroken: true) }
            here = input.skipSpace(from: here, to: end)
            guard here < end else { return finishDoctype(&token, here, isBroken: true) }
            if input[here] == UInt8(ascii: ">") { return finishDoctype(&token, here) }
        } else if input.hasASCII("system", at: here) {
            here = input.skipSpace(from: here + 6, to: end)
        } else {
            return finishDoctype(&token, here, isBroken: true)
        }
        guard readIdentifier(&here, into: &token.doctype.systemID) else { return finishDoctype(&token, here, isBroken: true) }
        here = input.skipSpace(from: here, to: end)
        // More words after the system identifier do not force quirks; the end of the input does.
        finishDoctype(&token, here, isBroken: here >= end)
    }

    /// Reads a quoted identifier; false when there is none, or when `>` or the end of the input cuts it.
    private mutating func readIdentifier(_ here: inout Int, into identifier: inout ByteRange?) -> Bool {
        let end = input.count
        guard here < end, input[here] == UInt8(ascii: "\"") || input[here] == UInt8(ascii: "'") else { return false }
        let quote = input[here]
        let start = here + 1
        here = input.firstIndex(of: quote, UInt8(ascii: ">"), from: start)
        identifier = replacingNulls(start, here)
        guard here < end, input[here] == quote else { return false }
        here += 1
        return true
    }

    private mutating func finishDoctype(_ token: inout Token, _ here: Int, isBroken: Bool = false) {
        token.forcesQuirks = isBroken
        at = min(input.firstIndex(of: UInt8(ascii: ">"), from: min(here, input.count)) + 1, input.count)
    }

    private mutating func lowercased(_ start: Int, _ end: Int) -> ByteRange {
        var changes = false
        for index in start..<end where input[index] == 0 || input[index].asciiLowercased != input[index] { changes = true }
        guard changes else { return ByteRange(start, end) }
        let from = side.count
        for index in start..<end {
            if input[index] == 0 { side.append(scalar: 0xFFFD) } else { side.append(input[index].asciiLowercased) }
        }
        return sideRange(from: from)
    }
}
