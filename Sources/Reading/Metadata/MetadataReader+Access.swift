internal import HTMLTree
internal import TextCore

/// Whether there is an article at all, and whether it is given away.
extension MetadataReader {
    /// The most paragraphs that a page for consent or an error has.
    private static let mostParagraphsOfNotice = 12

    mutating func readAccess() {
        if let evidence = notice(AccessLexicon.standard.consent) {
            result.access = PageMetadata.Access(kind: .consentPage, evidence: [evidence])
        } else if let evidence = notice(AccessLexicon.standard.errors) {
            result.access = PageMetadata.Access(kind: .errorPage, evidence: [evidence])
        } else {
            let evidence = paywallEvidence()
            result.access = PageMetadata.Access(kind: evidence.isEmpty ? .free : .paywalled, evidence: evidence)
        }
    }

    /// A title that says what the page is, on a page that holds little and calls nothing an article.
    private func notice(_ phrases: [WordKey]) -> String? {
        guard scan.paragraphCount <= Self.mostParagraphsOfNotice,
            !linked.objects.contains(where: { $0.score >= 100 && linked.member("headline", of: $0.reference) != nil })
        else { return nil }
        var nodes = scan.title.map { [$0] } ?? []
        if let heading = scan.headings.first { nodes.append(heading.node) }
        for node in nodes {
            let text = PageText.text(of: node, in: document)
            let parts = Self.parts(text).map { WordKey($0.text) }
            // "404: How a number became a joke" is an article.
            if parts.contains(where: { part in
                phrases.contains {
                    $0 == part || part.words.count <= $0.words.count + 3 && $0.words.count > 1 && part.starts(with: $0)
                }
            }) {
                return "\(label(node)): \(text.prefix(80))"
            }
        }
        return nil
    }

    private func paywallEvidence() -> [String] {
        var evidence: [String] = []
        for object in linked.objects.prefix(8) where !object.isBeside {
            if linked.boolean("isAccessibleForFree", of: object.reference) == false {
                evidence.append("json-ld \(object.types.first ?? "").isAccessibleForFree: false")
                break
            }
        }
        for found in scan.properties
        where document.attribute(.itemprop, of: found.node).map({ document.equals($0, "isaccessibleforfree") }) == true {
            if propertyText(found.node).lowercased() == "false" { evidence.append("itemprop=isAccessibleForFree: false") }
        }
        for meta in metas(.access) {
            let said = candidate(meta, text(meta))
            let words = WordKey(said.value).words
            let isFreeNo = said.label.lowercased().contains("free") && said.value.lowercased() == "false"
            let isPaidYes =
                !said.label.lowercased().contains("free") && !said.label.lowercased().contains("tier")
                && !said.label.lowercased().contains("access") && ["true", "yes", "1"].contains(said.value.lowercased())
            if isFreeNo || isPaidYes || words.contains(where: AccessLexicon.standard.paidTiers.contains) {
                evidence.append("\(said.label): \(said.value.prefix(40))")
            }
        }
        return evidence
    }
}

/// Phrases that tell consent and error pages, and words for tiers that are paid for.
struct AccessLexicon: Sendable {
    static let standard = AccessLexicon(LexiconFile(PackageResources.metadata_txt))

    let consent, errors: [WordKey]
    let paidTiers: Set<UInt64>

    init(_ lexicon: LexiconFile) {
        func phrases(_ section: String) -> [WordKey] { lexicon[section].flatMap { $0.dropFirst().map { WordKey($0) } } }
        consent = phrases("consent titles")
        errors = phrases("error titles")
        paidTiers = lexicon.vocabulary("paid tiers")
    }
}
