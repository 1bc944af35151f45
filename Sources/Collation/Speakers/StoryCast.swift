internal import Language
internal import TextCore

/// Who appears in a story: the people, organisations and places of its articles, each once, however the articles spell them.
///
/// A full name takes up its spellings in other articles and alphabets, and the surname alone where the story has one bearer of
/// it: with two, only a title or gender that fits one of them decides, and else it stays a surname. An acronym takes up the one
/// long form with its initials. What it says does not depend on the order of the articles when these are in the canonical
/// order (see ``CanonicalOrder``).
///
/// - Complexity: O(*n*) expected in entities: those of one surname are compared with at most ``mostBearers`` others.
struct StoryCast: Sendable {
    /// An entity of one article.
    struct Place: Sendable, Hashable {
        let article: Int
        let entity: Int
    }

    /// One person, organisation or place.
    struct Member: Sendable {
        /// The name by which the story calls it: the full form that most articles have.
        var name: String
        var kind: NameMention.Kind
        var gender = Entity.Gender.unknown
        /// What it is in any of the articles.
        var offices: Set<Office> = []
        /// The entities that stand for it, in canonical order.
        var places: [Place] = []
    }

    /// Bearers of one surname that a name is compared with.
    static let mostBearers = 32

    private(set) var members: [Member] = []
    /// For each article, the member that each entity stands for; -1 for works and for names of which nothing is known.
    private var memberOf: [[Int]]
    /// The people, who are the first members in this order.
    private let people: StoryPeople

    /// The cast of some articles in the canonical order.
    init(_ articles: [AnalyzedArticle]) {
        memberOf = articles.map { [Int](repeating: -1, count: $0.annotated.entities.count) }
        people = StoryPeople(articles)
        for cluster in people.clusters { add(cluster, .person, people.name(of: cluster), in: articles) }
        let organisations = StoryOrganisations(articles)
        for cluster in organisations.clusters {
            // A person's surname that an article took for an organisation's is a person's already.
            let others = cluster.filter { member($0.article, $0.entity) == nil }
            if !others.isEmpty { add(others, .organisation, organisations.name(of: others), in: articles) }
        }
        let places = StoryPlaces(articles)
        for cluster in places.clusters { add(cluster, .place, places.name(of: cluster), in: articles) }
    }

    private mutating func add(_ places: [Place], _ kind: NameMention.Kind, _ name: String, in articles: [AnalyzedArticle]) {
        var member = Member(name: name, kind: kind, places: places.sorted { ($0.article, $0.entity) < ($1.article, $1.entity) })
        for place in member.places {
            let entity = articles[place.article].annotated.entities[place.entity]
            member.offices.formUnion(entity.offices)
            if member.gender == .unknown, !entity.isGenderGuessed { member.gender = entity.gender }
            memberOf[place.article][place.entity] = members.count
        }
        members.append(member)
    }

    /// Whom an entity of an article stands for; nil for works and for names of which nothing is known.
    func member(_ article: Int, _ entity: Int) -> Int? {
        guard memberOf.indices.contains(article), memberOf[article].indices.contains(entity) else { return nil }
        let member = memberOf[article][entity]
        return member < 0 ? nil : member
    }

    /// The one person of whom a name may be that an article does not know for one: “Zelenskyy told reporters”. O(1).
    func person(named name: String, language: String) -> Int? {
        CastName(name, language: language).flatMap(people.group(named:))
    }

    /// The entity that stands for a member in an article, if it is named there.
    func entity(of member: Int, in article: Int) -> Int? {
        members[member].places.first { $0.article == article }?.entity
    }

    /// The one person of the story who holds an office; nil where nobody or more than one does.
    func holder(of office: Office) -> Int? {
        guard !office.scope.isEmpty || office.isSingular else { return nil }
        let holders = members.indices.filter { members[$0].kind == .person && office.isHeld(by: members[$0].offices) }
        return holders.count == 1 ? holders[0] : nil
    }
}
