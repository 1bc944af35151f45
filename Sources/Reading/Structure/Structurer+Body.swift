internal import TextCore

/// What stands between and below the paragraphs: captions, lists of links, headings, list items, marks of agencies.
extension Structurer {
    /// Lines above a picture's credit, without a blank line between, that are short and end without a full stop.
    mutating func labelCaptions() {
        for index in items.indices.dropFirst() where items[index].label == nil {
            guard items[index - 1].label?.reason == CreditRules.captionAbove, items[index].line.words <= 40 else { continue }
            items[index].label = Label(.caption, "below the label of a caption")
        }
        for index in items.indices where items[index].label?.kind == .credit {
            // A credit for a picture, not for reporting.
            guard items[index].label?.reason == CreditRules.picture else { continue }
            var at = index
            var isJoined = !items[index].line.isAfterBlank
            var below: Range<Int>?
            while at > 0, isJoined {
                at -= 1
                let line = items[at].line
                if items[at].label?.kind == .caption {
                    below = line.range
                    isJoined = !line.isAfterBlank
                    continue
                }
                guard items[at].label == nil, line.words <= 40, line.innerEnds <= 1 else { break }
                // The line next to the credit; further ones only when they say the same again.
                guard below == nil || below.map({ sharesStart(line.range, $0) }) == true,
                    !line.isTerminated || below == nil && line.words <= 30
                else { break }
                items[at].label = Label(.caption, "a short line above the credit of a picture")
                below = line.range
                isJoined = !line.isAfterBlank
            }
        }
        // The same caption twice: "… Dmitry Peskov Sergei Bobylev/TASS" above "… Dmitry Peskov".
        for index in items.indices.dropFirst() where items[index].label == nil && items[index - 1].label?.kind == .caption {
            let line = items[index].line
            if !line.isTerminated, line.words <= 30, !line.isAfterBlank, sharesStart(line.range, items[index - 1].line.range) {
                items[index].label = Label(.caption, "repeats the caption above")
            }
        }
    }

    /// Whether the shorter of two ranges is nearly the start of the longer.
    private func sharesStart(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
        let length = min(a.count, b.count)
        var same = 0
        while same < length, text.bytes[a.lowerBound + same] == text.bytes[b.lowerBound + same] { same += 1 }
        return length > 0 && same * 5 >= length * 4
    }

    /// What a heading announces: titles below "Related articles", topics below "Topics", a caption below its label.
    mutating func labelLists() {
        var list: (label: Label, mostWords: Int, left: Int)?
        for index in items.indices {
            let item = items[index]
            switch item.label?.reason {
            case Furniture.relatedHeading: list = (Label(.relatedLink, "a title in a list of other articles"), 20, .max)
            case Furniture.topicsHeading: list = (Label(.navigation, "a topic of the article"), 4, .max)
            case Furniture.newsletterHeading: list = (Label(.newsletter, "below the heading of a newsletter"), 20, 2)
            case nil:
                guard let found = list else { continue }
                let belongs = !item.line.isTerminated && item.line.words <= found.mostWords && !item.line.isRunningText
                if belongs { items[index].label = found.label }
                list = belongs && found.left > 1 ? (found.label, found.mostWords, found.left - 1) : nil
            default:
                if item.label?.kind == .paragraph { list = nil }
            }
        }
    }

    /// Headings and list items among the paragraphs.
    mutating func labelBody() {
        labelRepeatedHeadline()
        let last = items.lastIndex { $0.label == nil && $0.line.isTerminated } ?? -1
        for index in items.indices where items[index].label == nil {
            let line = items[index].line
            if isListItem(index) {
                items[index].label = Label(.listItem, "starts as an item of a list")
            } else if index < last, !line.isTerminated, line.words <= 12, !line.startsLower, isTitle(line) {
                items[index].label = Label(.heading, "a short line without a full stop between paragraphs")
            }
        }
    }

    /// The headline again, as pages have it below the text or above their buttons.
    private mutating func labelRepeatedHeadline() {
        guard let headline = items.firstIndex(where: { $0.label?.kind == .headline }), items[headline].line.words >= 3 else {
            return
        }
        let words = text.bytes[items[headline].line.range]
        for index in items.indices.dropFirst(headline + 1)
        where items[index].label == nil || items[index].label?.kind == .standfirst {
            let range = items[index].line.range
            guard range.count == words.count, text.bytes[range] == words else { continue }
            items[index].label = Label(.other, "repeats the headline")
        }
    }

    /// Whether a line has words, no sentence's end inside and no colon at its end.
    private func isTitle(_ line: Line) -> Bool {
        let tokens = LineToken.scan(text.span, line.range, limit: 60)
        guard tokens.contains(where: { $0.kind == .word }), let last = tokens.last, !last.isSign(":"), !last.isSign(",") else {
            return false
        }
        for (index, token) in tokens.enumerated().dropFirst() where token.isSign(".") || token.isSign("!") || token.isSign("?") {
            let before = tokens[index - 1]
            let isAbbreviation = token.isSign(".") && (before.kind == .number || before.length <= 4 && before.isCapitalized)
            if !isAbbreviation, index + 1 < tokens.count { return false }
        }
        return true
    }

    /// "- ", "• ", "* ", "1. ", "a) ". Long dashes open direct speech in several languages.
    private func isListItem(_ index: Int) -> Bool {
        let tokens = LineToken.scan(text.span, items[index].line.range, limit: 4)
        guard tokens.count >= 2 else { return false }
        let (first, second) = (tokens[0], tokens[1])
        let isBullet =
            first.isSign("•") || first.isSign("*") || first.isSign("·") || first.isSign("▪") || first.isSign("●")
            || first.isSign("◦")
        if isBullet || first.isDash && first.length == 1 { return second.isAfterSpace && tokens.count > 1 }
        guard let number = first.number, first.length <= 2, number > 0, second.isSign(".") || second.isSign(")"), tokens.count > 2
        else {
            return false
        }
        return !second.isAfterSpace && tokens[2].isAfterSpace && tokens[2].kind == .word
            && Calendar.standard.months[tokens[2].value] == nil
    }

    /// What follows the last sentence: an agency's mark, authors' names, single short lines.
    mutating func labelTail() {
        guard
            let last = items.lastIndex(where: { $0.label == nil || $0.label?.kind == .paragraph || $0.label?.kind == .listItem })
        else { return }
        for index in items.indices.dropFirst(last) where items[index].label == nil {
            let line = items[index].line
            guard line.words <= 20, !line.isTerminated else { continue }
            let tokens = tokens(index)
            if let found = bylines.authors(line, tokens, text) {
                items[index].label = Label(.byline, "names the authors below the text")
                if authors.isEmpty { authors = found }
            }
        }
        labelAuthorsBelow()
        labelShortLinesBelow()
        // The last sentences: short lines may still follow them.
        for index in items.indices.filter({ items[$0].label?.isRunning ?? true }).suffix(4).reversed() where findTag(index) {
            return
        }
    }

    /// Topics and buttons that no list knows, below a text of some length.
    private mutating func labelShortLinesBelow() {
        func isSentence(_ item: Item) -> Bool { item.line.isTerminated && item.label?.isRunning ?? true }
        guard let last = items.lastIndex(where: isSentence), items.count(where: isSentence) >= 3 else { return }
        for index in items.indices.dropFirst(last + 1) where items[index].label == nil && items[index].line.words <= 4 {
            items[index].label = Label(.navigation, "a short line below the text")
        }
    }

    /// "Jane Doe (with AFP)" and "Jane Doe is a reporter for …" below the text.
    private mutating func labelAuthorsBelow() {
        guard !authors.isEmpty else { return }
        for index in items.indices.dropFirst(items.count / 2).suffix(8) where items[index].label?.isRunning ?? true {
            let line = items[index].line
            guard line.words <= 45 else { continue }
            let tokens = tokens(index)
            if bylines.isAboutAuthor(line, tokens, text, authors: authors) {
                items[index].label = Label(.byline, "about an author")
            } else if let names = bylines.nameList(tokens, text) ?? bylines.namesWithPlace(line, tokens, text),
                names.allSatisfy(authors.contains)
            {
                items[index].label = Label(.byline, "names the authors below the text")
                addAgencies(tokens)
            }
        }
    }

    /// "… without giving details. (dpa)": the mark after the last sentence is no part of it.
    private mutating func findTag(_ index: Int) -> Bool {
        let line = items[index].line
        guard let tail = credits.tag(atEndOf: line.range, text), let first = tail.first, let end = tail.last else { return false }
        tails[index] = first.range.lowerBound..<end.range.upperBound
        for name in credits.agencies(in: tail) where !agencies.contains(name) { agencies.append(name) }
        return true
    }
}
