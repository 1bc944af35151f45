internal import TextCore

/// Finds who published an article, by the strongest evidence there is.
struct OutletFinder {
    private let table = OutletTable.standard

    /// The outlet of an article that was read from text: its address, the site that its promos name, its credits, its agency.
    func outlet(of article: Article) -> Outlet? {
        if let url = article.url, let name = name(ofURL: url) { return Outlet(name: name, evidence: .url) }
        if let name = promo(article) { return Outlet(name: name, evidence: .promo) }
        if let name = credit(article) { return Outlet(name: name, evidence: .credit) }
        if let name = byline(article) { return Outlet(name: name, evidence: .byline) }
        // An agency's dateline in another outlet's article means the agency's text: the weakest evidence of all but the file's name.
        if article.agencies.count == 1, article.dateline?.agency != nil, let agency = article.agencies.first {
            return Outlet(name: agency, evidence: .agencyTag)
        }
        if let name = fileName(article.origin.path) { return Outlet(name: name, evidence: .fileName) }
        return nil
    }

    /// What a record gives as its outlet: an address or host by its outlet's name, anything else as it stands.
    func given(_ name: String) -> Outlet {
        if let found = self.name(ofURL: name) { return Outlet(name: found, evidence: .given) }
        let looksLikeHost = name.utf8.contains(UInt8(ascii: ".")) && !name.utf8.contains(0x20)
        if looksLikeHost, let found = table.name(ofHost: name), found.utf8.count < name.utf8.count || !found.utf8.contains(0x2E) {
            return Outlet(name: found, evidence: .given)
        }
        return Outlet(name: name, evidence: .given)
    }

    func name(ofURL url: String) -> String? {
        OutletTable.host(of: url).flatMap(table.name(ofHost:))
    }

    /// "Also on rt.com …": the host that a pointer to another article of the site names.
    private func promo(_ article: Article) -> String? {
        for block in article.blocks where block.kind == .promo && block.reason == Furniture.ownSite {
            let tokens = LineToken.scan(article.text.span, block.range, limit: 16)
            guard let dot = tokens.firstIndex(where: { $0.isSign(".") && !$0.isAfterSpace }), dot > 0 else { continue }
            var end = dot
            while end + 1 < tokens.count, !tokens[end + 1].isAfterSpace { end += 1 }
            var start = dot
            while start > 0, !tokens[start].isAfterSpace { start -= 1 }
            let host = article.text[tokens[start].range.lowerBound..<tokens[end].range.upperBound]
            if let name = table.name(ofHost: host) { return name }
        }
        return nil
    }

    /// "The Capital Courier" below its author's name.
    private func byline(_ article: Article) -> String? {
        let block = article.blocks.first { $0.kind == .byline && $0.reason == BylineRules.outlet }
        return block.map { article.text[$0.range] }.flatMap { $0.utf8.contains(0x20) ? $0 : nil }
    }

    /// "(Rafael Imbert / Coast Tribune)", "© 2021 The Herald": what stands after the slash, when it is no agency and all such
    /// credits of the article agree.
    private func credit(_ article: Article) -> String? {
        var found: Set<String> = []
        for block in article.blocks where block.kind == .credit || block.kind == .caption {
            let start = max(block.range.lowerBound, block.range.upperBound - 160)
            var from = start
            while from < block.range.upperBound, article.text.bytes[from] & 0xC0 == 0x80 { from += 1 }
            let tokens = LineToken.scan(article.text.span, from..<block.range.upperBound)
            guard let slash = tokens.lastIndex(where: { $0.isSign("/") && $0.isAfterSpace }) else { continue }
            let names = tokens[(slash + 1)...].prefix { $0.kind == .word && $0.isCapitalized || $0.isDash || $0.isSign("'") }
            guard let first = names.first, let last = names.last, names.count >= 2, names.count <= 5,
                CreditRules.standard.agencies(in: Array(names)).isEmpty,
                // "© Agency / Jane Doe": a name, not an outlet.
                CreditRules.standard.agencies(in: Array(tokens[..<slash].suffix(4))).isEmpty,
                Agencies.standard.photoAgency(tokens, at: slash + 1) == nil
            else { continue }
            found.insert(article.text[first.range.lowerBound..<last.range.upperBound])
        }
        return found.count == 1 ? found.first : nil
    }

    /// "2021-10-18_bbc.com_….txt", "rt.com-0001.txt": a host that the table or its form knows.
    private func fileName(_ path: String) -> String? {
        guard path != "-" else { return nil }
        let name = ArticleReader.name(of: path)
        for part in name.utf8.split(whereSeparator: { $0 == 0x5F || $0 == 0x20 }) where part.contains(UInt8(ascii: ".")) {
            if let found = table.known(host: String(decoding: part, as: UTF8.self)) { return found }
        }
        return nil
    }
}
