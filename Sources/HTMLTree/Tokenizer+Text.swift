extension Tokenizer {
    /// The next token of text that only an end tag ends.
    mutating func nextInText(_ token: inout Token) {
        let stop: Int
        if let textEnd {
            stop = textEnd
        } else {
            stop = model == .scriptData ? scriptEnd(from: at) : textEnd(from: at)
            textEnd = stop
        }
        guard at >= stop else {
            if model == .rcdata, input[at] == UInt8(ascii: "&"), CharacterReferences.mayBegin(in: input, at: at) {
                return readReference(&token)
            }
            return nextRun(&token, to: stop, replacesNull: true, stopsAtReferences: model == .rcdata)
        }
        read(as: .data)
        guard at < input.count, readTag(&token, .endTag, nameAt: at + 2) else {
            token.kind = .endOfFile
            return
        }
    }

    /// The text from `at` up to `end`, the next NUL or, if asked for, the next character reference.
    mutating func nextRun(_ token: inout Token, to end: Int, replacesNull: Bool, stopsAtReferences: Bool = false) {
        guard at < end else {
            token.kind = .endOfFile
            return
        }
        token.kind = .characters
        if input[at] == 0 {
            at += 1
            guard replacesNull else {
                token.kind = .null
                return
            }
            let from = side.count
            side.append(scalar: 0xFFFD)
            token.text = sideRange(from: from)
            return
        }
        let start = at
        if stopsAtReferences {
            while at < end {
                at = input.firstIndex(of: UInt8(ascii: "&"), 0, from: at, to: end)
                guard at < end, input[at] != 0, !CharacterReferences.mayBegin(in: input, at: at) else { break }
                at += 1
            }
        } else {
            at = input.firstIndex(of: 0, from: at, to: end)
        }
        at = min(at, end)
        token.text = ByteRange(start, at)
    }

    /// The next token of a CDATA section.
    mutating func nextInCDATA(_ token: inout Token) {
        let stop: Int
        if let textEnd {
            stop = textEnd
        } else {
            var here = at
            while true {
                here = input.firstIndex(of: UInt8(ascii: "]"), from: here)
                if here >= input.count || input.hasASCII("]]>", at: here) { break }
                here += 1
            }
            stop = here
            textEnd = stop
        }
        if at < stop { return nextRun(&token, to: stop, replacesNull: false) }
        at = min(stop + 3, input.count)
        read(as: .data)
        next(&token)
    }

    /// Whether the end tag that can end the text stands at a `<`.
    private func isEndTag(at start: Int) -> Bool {
        let length = endTagName.count
        let end = start + 2 + length
        guard length > 0, end < input.count, input[start + 1] == UInt8(ascii: "/"), input[end].endsTagName else {
            return false
        }
        for index in 0..<length where input[start + 2 + index].asciiLowercased != endTagName[index] { return false }
        return true
    }

    private func textEnd(from start: Int) -> Int {
        var here = start
        while true {
            here = input.firstIndex(of: UInt8(ascii: "<"), from: here)
            if here >= input.count || isEndTag(at: here) { return here }
            here += 1
        }
    }

    /// How a script's text hides its end tag.
    private enum Escape {
        /// Not at all.
        case none
        /// After `<!--`: an end tag is seen.
        case escaped
        /// After a further `<script`: the next end tag belongs to it.
        case doubleEscaped
    }

    /// Where a script's text ends: the script data states of the standard, sections 13.2.5.15 to 13.2.5.31.
    private func scriptEnd(from start: Int) -> Int {
        let input = self.input
        let end = input.count
        var escape = Escape.none
        // Two hyphens from here on, before a `>`, end an escape.
        var escapeStart = start
        var here = start
        while true {
            if escape == .none {
                here = input.firstIndex(of: UInt8(ascii: "<"), from: here)
            } else {
                here = input.firstIndex(of: UInt8(ascii: "<"), UInt8(ascii: ">"), from: here)
            }
            guard here < end else { return end }
            if input[here] == UInt8(ascii: ">") {
                if here - 2 >= escapeStart, input[here - 1] == UInt8(ascii: "-"), input[here - 2] == UInt8(ascii: "-") {
                    escape = .none
                }
                here += 1
                continue
            }
            switch escape {
            case .none:
                if isEndTag(at: here) { return here }
                if input.hasASCII("<!--", at: here) {
                    escape = .escaped
                    escapeStart = here + 2
                    here += 3
                }
            case .escaped:
                if isEndTag(at: here) { return here }
                if input.hasASCII("<script", at: here), here + 7 < end, input[here + 7].endsTagName {
                    escape = .doubleEscaped
                    // The byte after the name is no part of an end of the escape, but a `>` is seen again: it has no hyphens
                    // before it.
                    here += 6
                }
            case .doubleEscaped:
                if input.hasASCII("</script", at: here), here + 8 < end, input[here + 8].endsTagName {
                    escape = .escaped
                    here += 7
                }
            }
            here += 1
        }
    }
}
