internal import Language
internal import TextCore

/// Parts that are two sides of one whole, women and men, adults and children: they make up the number of people told before.
extension Arithmetic {
    /// "Twelve people died. … Seven were women and five men.": both sides of those counted, in the same sentence behind a comma or in
    /// a sentence not far behind, with no other count between.
    func checkSides(ofPeople total: Figure, _ figures: [Figure], _ at: Int) -> ArithmeticFinding? {
        guard total.unit == .count, total.bound == .exact, !total.isQuantifier, total.role == .value || total.role == .total,
            countsPeople(total), let home = sentence(of: total), text.sections[text.sentences[home].section].role == .body,
            !figures[..<at].contains(where: { $0.unit == .count && sentence(of: $0) == home })
        else { return nil }
        let counts = figures[(at + 1)...].lazy.filter { $0.unit == .count }
        guard let first = counts.first, let place = sentence(of: first), place <= home + Self.sentencesAhead else { return nil }
        let parts = Array(counts.prefix { sentence(of: $0) == place })
        guard parts.count >= 2, isEnumeration(parts), areBothSides(parts),
            parts.allSatisfy({
                isPart($0, of: total) && $0.role == .value && ($0.casualty == nil || $0.casualty == total.casualty)
            }),
            isWholeList(parts, of: total, in: place, home: home)
        else { return nil }
        return mismatch(total, parts)
    }

    private func countsPeople(_ figure: Figure) -> Bool {
        guard let noun = head(of: figure) else { return figure.casualty != nil }
        return lists.everybody.contains(noun)
    }

    /// The last word of the noun that a figure counts.
    private func head(of figure: Figure) -> UInt64? {
        figure.counted.flatMap { text.tokens(in: $0).last }.map { text.tokens[$0].hash }
    }

    /// Whether parts are of both sides of a whole, each once: "seven women and five men".
    private func areBothSides(_ parts: [Figure]) -> Bool {
        let nouns = parts.compactMap(head)
        return nouns.count == parts.count
            && lists.peopleBySides.contains { sides in
                sides.allSatisfy { side in nouns.count { side.contains($0) } == 1 }
                    && nouns.allSatisfy { noun in lists.peopleBySides.contains { $0.contains { $0.contains(noun) } } }
            }
    }

    /// Whether parts open their sentence or follow a comma behind the total, and nothing says that others were left out.
    private func isWholeList(_ parts: [Figure], of total: Figure, in place: Int, home: Int) -> Bool {
        guard let first = parts.first, let last = parts.last else { return false }
        let tokens = text.sentences[place].tokens
        let behind = self.behind(last)
        let tail = behind..<max(behind, tokens.upperBound)
        guard tail.count(where: { text.tokens[$0].isWord }) <= 3 else { return false }
        let front: Range<Int>
        if place == home {
            front = self.behind(total)..<max(self.behind(total), first.tokens.lowerBound)
            // What stands in front of the list is not about others.
            guard let last = front.last, text.isByte(last, UInt8(ascii: ",")) else { return false }
        } else {
            front = tokens.lowerBound..<first.tokens.lowerBound
            guard front.count(where: { text.tokens[$0].isWord }) <= 4 else { return false }
        }
        return !(front.lowerBound..<tokens.upperBound).contains { index in
            let hash = text.tokens[index].hash
            return lists.among.contains(hash) || lists.rest.contains(hash) || lists.further.contains(hash)
                || lists.restricting.contains(hash)
        }
    }
}
