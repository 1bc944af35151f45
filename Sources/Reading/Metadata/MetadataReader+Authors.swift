internal import HTMLTree
internal import TextCore

/// Who wrote the article.
extension MetadataReader {
    typealias Authors = PageMetadata.Candidate<[String]>

    mutating func readAuthors() {
        var people: [Authors] = []
        var organizations: [Authors] = []
        func add(_ names: AuthorNames, _ made: ([String]) -> Authors) {
            if !names.people.isEmpty { people.append(made(names.people)) }
            if !names.organizations.isEmpty { organizations.append(made(names.organizations)) }
        }
        for object in linked.objects.prefix(6) where object.score >= 20 {
            for key in ["author", "creator"] as [StaticString] {
                let names = linkedAuthors(object, key)
                add(names) { candidate(object, key, $0) }
                if !names.isEmpty { break }
            }
        }
        for source in [MetadataSource.openGraph, .dublinCore, .meta, .twitter] {
            var names = AuthorNames()
            var first: PageScan.Meta?
            for meta in metas(.author) where meta.name.source == source {
                let found = authorNames(text(meta))
                if !found.isEmpty, first == nil { first = meta }
                names.merge(found)
            }
            if let first { add(names) { candidate(first, $0) } }
        }
        addProperties(add)
        let visible = visibleAuthors()
        for (node, names) in visible { add(names) { candidate(node, $0) } }
        result.nodes.bylines = visible.map(\.0)
        let reason = "the first of JSON-LD, meta elements, microdata, what the reader sees"
        result.authors = finding(people.first, reason, among: people) { Set($0) == Set($1) }
        result.organizations = finding(organizations.first, reason, among: organizations) { Set($0) == Set($1) }
    }

    func authorNames(_ text: String, isOrganization: Bool = false) -> AuthorNames {
        AuthorNames(text, isOrganization: isOrganization, isSite: isSite)
    }

    private func linkedAuthors(_ object: LinkedData.Object, _ key: StaticString) -> AuthorNames {
        var names = AuthorNames()
        guard let value = linked.member(key, of: object.reference) else { return names }
        for element in linked.elements(value).prefix(32) {
            let author = names.people.count < 16 ? linked.resolved(element) : element
            let types = linked.member("@type", of: author).map { linked.strings($0, limit: 4) } ?? []
            let isOrganization = types.contains { $0.hasSuffix("Organization") } && !types.contains("Person")
            for string in linked.strings(author, keys: ["name", "@value", "@id"], limit: 16) {
                names.merge(authorNames(PageText.clean(string), isOrganization: isOrganization))
            }
        }
        return names
    }

    private func addProperties(_ add: (AuthorNames, ([String]) -> Authors) -> Void) {
        var names = AuthorNames()
        var first: NodeID?
        for found in scan.properties {
            guard !found.context.isElsewhere, let property = document.attribute(.itemprop, of: found.node),
                document.hasToken("author", in: property) || document.hasToken("creator", in: property)
            else { continue }
            let said = authorNames(propertyText(named(in: found.node) ?? found.node))
            if !said.isEmpty, first == nil { first = found.node }
            names.merge(said)
        }
        if let first { add(names) { candidate(first, $0, source: .microdata, label: "itemprop=author") } }
    }

    /// The element with the name of an author's item.
    private func named(in node: NodeID) -> NodeID? {
        document.descendants(of: node).prefix(128).first { below in
            document.attribute(.itemprop, of: below).map { document.hasToken("name", in: $0) } ?? false
        }
    }

    /// Bylines and links to authors' pages, near the headline first.
    private func visibleAuthors() -> [(NodeID, AuthorNames)] {
        var found: [(NodeID, AuthorNames)] = []
        for element in (scan.authorLinks + scan.bylines).prefix(48) where !element.context.isElsewhere {
            let text = PageText.text(of: element.node, in: document)
            guard text.utf8.count <= 200 else { continue }
            let names = authorNames(text)
            if !names.isEmpty { found.append((element.node, names)) }
        }
        return found
    }
}
