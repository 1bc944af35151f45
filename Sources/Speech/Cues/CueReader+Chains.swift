internal import Language
internal import TextCore

/// Attributions that stand in each other: who relays words, and who is quoted inside of retold words.
extension CueReader {
    // MARK: …, Reuters reported

    /// `Ida Moss told CNN on Monday that the pier is old, Reuters reported`, `Moss told CNN, according to Reuters, that …`: an
    /// outlet that spreads what another cue has given to somebody already. The words are that one's; the outlet is their way
    /// here (``Quotation/via``).
    func dropRelays(_ found: inout [Attribution]) {
        found.removeAll(where: relaysAnaphor)
        guard reading.text.language == "en", found.count > 1 else { return }
        for index in found.indices.dropFirst().reversed() where isRelay(found[index], of: found[index - 1]) {
            let frame = found[index].frame
            found.remove(at: index)
            guard let right = found[index - 1].right, right.upperBound > frame.lowerBound else { continue }
            let end = frame.lowerBound - 1
            if right.lowerBound < end {
                found[index - 1].right = right.lowerBound..<end
                found[index - 1].isEnded = true
            } else if right.lowerBound <= frame.lowerBound {
                found[index - 1].right = nil
            }
        }
    }

    /// `Про це заявив мер, передає Укрінформ`, `Как передаёт ТАСС, об этом заявил мэр`: what an outlet spreads is a frame, whose words stand in
    /// the sentence before.
    private func relaysAnaphor(_ relay: Attribution) -> Bool {
        guard let content = relay.left ?? relay.right, relay.source != nil,
            let start = content.first(where: { reading.isOutside($0) && tokens[$0].isWord }), isAnaphor(start)
        else { return false }
        return ((start + 2)..<max(start + 2, content.upperBound)).contains {
            reading.isOutside($0) && reading.has($0, [.speech, .tell])
        }
    }

    private func isRelay(_ relay: Attribution, of told: Attribution) -> Bool {
        guard let source = relay.source, source.reference == .noun, told.source != nil, told.source != source,
            told.left != nil || told.right != nil,
            told.cue.upperBound < relay.frame.lowerBound, relay.word.isDisjoint(with: [.gerund]),
            relay.word.contains(.source) || relay.right == nil && !relay.word.isDisjoint(with: .speech), isOutlet(source),
            reading.isOutside(relay.frame.lowerBound - 1), reading.isComma(relay.frame.lowerBound - 1),
            relay.left.map({ $0.upperBound > told.cue.lowerBound }) ?? true
        else { return false }
        // `Moss told CNN on Monday, according to Reuters, that …`: nothing but the frame of the other stands in between.
        if relay.word.contains(.source) {
            return told.right.map { $0.lowerBound > relay.frame.lowerBound } ?? false
        }
        return endsPeriod(relay.frame.upperBound)
    }

    private func isOutlet(_ source: Attribution.Source) -> Bool {
        guard let outlets = ProvenanceLexicon.of(reading.text.language)?.outlet else { return false }
        return source.head.contains { tokens[$0].isCapitalized && outlets.contains(tokens[$0]) }
    }

    /// Whether nothing but times and adverbs stands between a token and the end of the period: `reported on Tuesday.`
    private func endsPeriod(_ start: Int) -> Bool {
        (start..<max(start, period.upperBound)).allSatisfy {
            reading.isOutside($0)
                && (reading.has($0, [.time, .preposition, .adverb]) || tokens[$0].kind == .terminator
                    || tokens[$0].kind == .number)
        }
    }

    // MARK: Moss said that Hill had told her: “…”

    /// Marks the retold words in which somebody else is quoted: what stands in the marks is the inner speaker's.
    func findNested(_ found: inout [Attribution]) {
        for index in found.indices.dropLast() where found[index].isMarked {
            guard let outer = found[index].right, let inner = found[index + 1].right,
                inner.lowerBound < period.upperBound, !reading.isOutside(inner.lowerBound),
                reading.isOutside(inner.lowerBound - 1), reading.isColon(inner.lowerBound - 1),
                let source = found[index + 1].source, source.reference != .relative, source != found[index].source,
                outer.lowerBound <= source.mention.lowerBound, found[index + 1].cue.upperBound <= outer.upperBound,
                inner.upperBound <= outer.upperBound + 1,
                (outer.lowerBound..<inner.lowerBound).allSatisfy({ reading.isOutside($0) }),
                outer.lowerBound > 0, reading.has(outer.lowerBound - 1, .complementizer)
            else { continue }
            found[index].holdsQuoted = true
        }
    }
}
