internal import TextCore

/// The names in a string that says who wrote something: people apart from organizations, without labels, roles and places.
struct AuthorNames {
    private(set) var people: [String] = []
    private(set) var organizations: [String] = []

    var isEmpty: Bool { people.isEmpty && organizations.isEmpty }

    init() {}

    init(_ text: String, isOrganization: Bool = false, isSite: (String) -> Bool) {
        guard text.utf8.count <= 500 else { return }
        for part in text.split(whereSeparator: { $0 == "," || $0 == ";" || $0 == "|" }) {
            let name = PageText.folded(part.utf8)
            guard !name.isEmpty, !name.contains("://") else { continue }
            if isOrganization || isSite(name) { organizations.append(name) } else { people.append(name) }
        }
    }

    mutating func merge(_ other: AuthorNames) {
        for name in other.people where !people.contains(name) { people.append(name) }
        for name in other.organizations where !organizations.contains(name) { organizations.append(name) }
    }
}
