internal import Collation
internal import Language
internal import Speech
internal import TextCore

/// How the witnesses of shared statements agree, and the order in which statements are shown.
extension StoryView {
    /// In what way the witnesses of a statement agree; ``agreements`` holds it for each.
    func agreement(_ shared: SharedStatement) -> Agreement {
        let evidence = shared.witnesses.map { witness in
            let quoted = quotedRanges(witness, of: shared)
            return Agreement.Evidence(
                article: witness.passage.article,
                form: witness.form,
                isQuoted: quoted != nil,
                words: (quoted ?? []).flatMap { Self.words(excerpt(witness.passage.article, $0)) },
                speaker: witness.speaker
            )
        }
        return Agreement(evidence, hasOneSpeaker: shared.speaker != nil)
    }

    /// Whether some witnesses have another form than the section's title says, so that each line says its own.
    func mixesForms(_ index: Int) -> Bool {
        let shared = collation.shared[index]
        return switch agreements[index] {
        case .quotedAndRetold, .saidAndNarrated: true
        case .sameWordsQuoted, .sameQuotation, .otherSpeakers:
            shared.witnesses.contains { quotedRanges($0, of: shared) == nil }
        case .verbatim: shared.witnesses.contains { $0.form != .verbatim || quotedRanges($0, of: shared) != nil }
        case .retold, .narrated: Set(shared.witnesses.map(\.form)).count > 1
        }
    }

    /// How one witness agrees with the others: as its statement's section says, or, where it has no part in that, in the looser
    /// way that its own form allows. What is drawn in an article never claims more than is true of its words.
    func agreement(of witness: Witness, in index: Int) -> Agreement {
        let shared = collation.shared[index]
        let isQuoted = quotedRanges(witness, of: shared) != nil
        switch agreements[index] {
        case .sameWordsQuoted, .sameQuotation, .otherSpeakers:
            if isQuoted { return agreements[index] }
            return witness.form == .retold ? .quotedAndRetold : .saidAndNarrated
        case .verbatim:
            if witness.form == .verbatim, !isQuoted { return .verbatim }
            return isQuoted || witness.form == .retold ? .saidAndNarrated : .narrated
        case .quotedAndRetold: return !isQuoted && witness.form == .narrated ? .saidAndNarrated : .quotedAndRetold
        case .saidAndNarrated, .retold, .narrated: return agreements[index]
        }
    }

    /// The quoted bytes of a witness; nil where its words stand outside quotation marks. A copied sentence is quoted when
    /// marks hold two fifths of it, as in every other form.
    private func quotedRanges(_ witness: Witness, of shared: SharedStatement) -> [Range<Int>]? {
        let passage = witness.passage
        guard witness.form == .quoted || witness.form == .verbatim, articles.indices.contains(passage.article) else {
            return nil
        }
        let quotations = articles[passage.article].speech.quotations.filter { $0.isSpeech && $0.kind != .indirect }
        let inside = quotations.flatMap(\.content).filter { $0.overlaps(passage.range) }.map { $0.clamped(to: passage.range) }
        if witness.form == .quoted { return inside.isEmpty ? [passage.range] : inside }
        let count = inside.reduce(0) { $0 + $1.count }
        if count > 0, 5 * count >= 2 * passage.range.count { return inside }
        // Marks right around it, of which no quotation is known.
        return shared.kind == .speech && shownRange(witness) != passage.range ? [passage.range] : nil
    }

    /// The words of a line, folded, without punctuation.
    private static func words(_ line: String) -> [Substring] {
        CaseFolding.fold(line).filter { $0 != "'" && $0 != "’" }.split { !$0.isLetter && !$0.isNumber }
    }

    /// Shared statements in the sections in which they are shown: those whose witnesses contradict each other first, the others by the
    /// way in which these agree, closest agreement first. The surest matches come first in each; empty sections are left out.
    var statementSections: [(section: StatementSection, statements: [(index: Int, shared: SharedStatement)])] {
        let all = collation.shared.enumerated().map { (index: $0.offset, shared: $0.element) }
        let groups = Dictionary(grouping: all) { index, shared in
            shared.relation == .contradicts ? StatementSection.contradictions : .agreement(agreements[index])
        }
        return StatementSection.allCases.compactMap { section in
            groups[section].map { group in
                (section, group.sorted { ($1.shared.strength, $0.index) < ($0.shared.strength, $1.index) })
            }
        }
    }

    /// One id for each shared statement, the same in every output: the collation's own. An id of another form than `s1`,
    /// or one that is given twice, could lead nowhere in a page: then all are counted anew.
    static func ids(_ shared: [SharedStatement]) -> [String] {
        func isPlain(_ id: String) -> Bool {
            id.utf8.first == UInt8(ascii: "s") && id.utf8.count > 1 && id.utf8.count < 12
                && id.utf8.dropFirst().allSatisfy { (0x30...0x39).contains($0) }
        }
        let ids = shared.map(\.id)
        guard ids.allSatisfy(isPlain), Set(ids).count == ids.count else { return ids.indices.map { "s\($0 + 1)" } }
        return ids
    }
}
