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
        /// Its offices of whose country an article says nothing, in the country that the article takes for granted.
        var homeOffices: Set<Office> = []
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
        let homes = articles.map(HomeCountry.init)
        memberOf = articles.map { [Int](repeating: -1, count: $0.annotated.entities.count) }
        people = StoryPeople(articles)
        for cluster in people.clusters { add(cluster, .person, people.name(of: cluster), in: articles, homes) }
        let organisations = StoryOrganisations(articles)
        for cluster in organisations.clusters {
            // A person's surname that an article took for an organisation's is a person's already.
            let others = cluster.filter { member($0.article, $0.entity) == nil }
            if !others.isEmpty { add(others, .organisation, organisations.name(of: others), in: articles, homes) }
        }
        let places = StoryPlaces(articles)
        for cluster in places.clusters { add(cluster, .place, places.name(of: cluster), in: articles, homes) }
    }

    private mutating func add(
        _ places: [Place],
        _ kind: NameMention.Kind,
        _ name: String,
        in articles: [AnalyzedArticle],
        _ homes: [HomeCountry]
    ) {
        var member = Member(name: name, kind: kind, places: places.sorted { ($0.article, $0.entity) < ($1.article, $1.entity) })
        for place in member.places {
            let entity = articles[place.article].annotated.entities[place.entity]
            member.offices.formUnion(entity.offices)
            if member.gender == .unknown, !entity.isGenderGuessed { member.gender = entity.gender }
            memberOf[place.article][place.entity] = members.count
            guard kind == .person, entity.offices.contains(where: { $0.isNational && $0.places.isEmpty }),
                let country = homes[place.article].country(of: place.entity)
            else { continue }
            for office in entity.offices where office.isNational && office.places.isEmpty {
                member.homeOffices.insert(office.of(country: country))
            }
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
    ///
    /// Who is told to hold it comes first, then whom a weaker word means (“the NATO chief”), then who holds it in an article that leaves
    /// the country out, which it takes for granted.
    func holder(of office: Office) -> Int? {
        guard !office.scope.isEmpty || office.isSingular else { return nil }
        let people = members.indices.filter { members[$0].kind == .person && !members[$0].offices.isEmpty }
        // A weaker word is nobody's own: who is called “NATO chief” in so many words has no better claim than its secretary-general.
        let told = office.isWordForHead ? [] : people.filter { office.isHeld(by: members[$0].offices) }
        if !told.isEmpty { return Self.only(told) }
        if let heads = heads(of: office, among: people, \.offices) { return Self.only(heads) }
        guard !office.places.isEmpty else { return nil }
        let atHome = people.filter { !office.isAnother(than: members[$0].offices) && office.isHeld(by: members[$0].homeOffices) }
        if !atHome.isEmpty { return Self.only(atHome) }
        return heads(of: office, among: people, \.homeOffices).flatMap(Self.only)
    }

    private static func only(_ found: [Int]) -> Int? { found.count == 1 ? found[0] : nil }

    /// Those who fit a description of the head of something best.
    private func heads(of office: Office, among people: [Int], _ offices: KeyPath<Member, Set<Office>>) -> [Int]? {
        let fits = people.compactMap { person -> (Int, Office.HeadFit)? in
            let its = members[person][keyPath: offices]
            let fit = office.isWordForHead && office.isHeld(by: its) ? .first : office.headFit(of: its)
            return fit.map { (person, $0) }
        }
        guard let best = fits.map(\.1).min() else { return nil }
        return fits.filter { $0.1 == best }.map(\.0)
    }
}
