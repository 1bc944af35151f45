internal import Language
internal import Speech
internal import TextCore

/// Brings the people of a story's articles together: see ``StoryCast``.
struct StoryPeople {
    private struct Bearer {
        let place: StoryCast.Place
        let text: String
        let language: String
        let name: CastName
        let gender: Entity.Gender
        let offices: Set<Office>

        init(_ entity: Entity, at place: StoryCast.Place, called name: CastName, in language: String) {
            (self.place, self.name, self.language) = (place, name, language)
            // What looks like a first name may be a surname elsewhere: “Kelly” is no woman where another article has John Kelly.
            (text, gender, offices) = (entity.name, entity.isGenderGuessed ? .unknown : entity.gender, entity.offices)
        }
    }

    private var bearers: [Bearer] = []
    private var groups: [[Int]] = []
    private var groupsByKey: [UInt64: [Int]] = [:]

    /// Whether an article is in a language whose script transcribes names by near sounds.
    private let isTranscribed: Bool

    /// The entities that stand for each person.
    var clusters: [[StoryCast.Place]] { groups.map { $0.map { bearers[$0].place } } }
    private let indexOfPlace: [StoryCast.Place: Int]
    private let languages: StoryLanguages

    init(_ articles: [AnalyzedArticle]) {
        var found: [Bearer] = []
        var languages: [String: Int] = [:]
        for (index, article) in articles.enumerated() {
            let language = article.annotated.language
            languages[language, default: 0] += 1
            for (number, entity) in article.annotated.entities.enumerated() where entity.kind == .person {
                guard let name = CastName(entity.name, language: language, isFirstName: entity.isFirstName) else { continue }
                found.append(
                    Bearer(entity, at: StoryCast.Place(article: index, entity: number), called: name, in: language)
                )
            }
        }
        found += Self.loneSurnames(articles, of: found)
        // The fullest names first, so that what they leave open is not decided by a shorter one.
        bearers = found.sorted { a, b in
            if a.name.specificity != b.name.specificity { return a.name.specificity > b.name.specificity }
            if a.text != b.text { return a.text < b.text }
            return (a.place.article, a.place.entity) < (b.place.article, b.place.entity)
        }
        self.languages = StoryLanguages(articles)
        isTranscribed = languages.count > 1 && ["ar", "ja", "ko", "zh"].contains { languages[$0] != nil }
        indexOfPlace = Dictionary(bearers.enumerated().map { ($1.place, $0) }, uniquingKeysWith: { first, _ in first })
        for index in bearers.indices { place(index) }
    }

    /// Names of one word that an article quotes and takes for no person's, where another article has a person of that surname:
    /// “The hinge broke,” Vesterby said.
    private static func loneSurnames(_ articles: [AnalyzedArticle], of people: [Bearer]) -> [Bearer] {
        var surnames: [UInt64: [CastName]] = [:]
        for person in people where person.name.isComplete {
            for key in person.name.bucketKeys(isTranscribed: false) where (surnames[key]?.count ?? 0) < StoryCast.mostBearers {
                surnames[key, default: []].append(person.name)
            }
        }
        var found: [Bearer] = []
        for (index, article) in articles.enumerated() {
            let quoted = Set(article.speech.quotations.compactMap { $0.speaker?.entity })
            for number in quoted.sorted() where article.annotated.entities.indices.contains(number) {
                let (entity, language) = (article.annotated.entities[number], article.annotated.language)
                guard entity.kind == .organisation || entity.kind == .unknown, !entity.name.contains(" "),
                    entity.name != entity.name.uppercased(), let name = CastName(entity.name, language: language),
                    name.bucketKeys(isTranscribed: false).contains(where: { key in
                        surnames[key]?.contains(where: name.mayBe) ?? false
                    })
                else { continue }
                found.append(
                    Bearer(entity, at: StoryCast.Place(article: index, entity: number), called: name, in: language)
                )
            }
        }
        return found
    }

    private mutating func place(_ index: Int) {
        let bearer = bearers[index]
        let keys = bearer.name.bucketKeys(isTranscribed: isTranscribed)
        var seen: Set<Int> = []
        var near: [Int] = []
        for key in keys {
            for group in groupsByKey[key] ?? [] where near.count < StoryCast.mostBearers && seen.insert(group).inserted {
                near.append(group)
            }
        }
        let fitting = near.sorted().filter { fits(bearer, groups[$0]) }
        let group = fitting.count == 1 ? fitting[0] : told(bearer, fitting)
        let target: Int
        if let group {
            groups[group].append(index)
            target = group
        } else {
            groups.append([index])
            target = groups.count - 1
        }
        // Lists stay short, whatever a text holds: who is not in one is not found by that key.
        for key in keys
        where (groupsByKey[key]?.count ?? 0) < 2 * StoryCast.mostBearers && groupsByKey[key]?.contains(target) != true {
            groupsByKey[key, default: []].append(target)
        }
    }

    /// The one person whose name a word that an article quotes without knowing whose it is may be; nil for none or several. Of those
    /// whom an article gives a full name. O(1): compares no more than ``StoryCast/mostBearers``.
    func group(named name: CastName) -> Int? {
        var found: Set<Int> = []
        for key in name.bucketKeys(isTranscribed: isTranscribed) {
            for group in (groupsByKey[key] ?? []).prefix(StoryCast.mostBearers) where !found.contains(group) {
                let members = groups[group].prefix(StoryCast.mostBearers).map { bearers[$0] }
                if members.contains(where: { $0.name.isComplete }), members.allSatisfy({ $0.name.mayBe(name) }) {
                    found.insert(group)
                }
            }
        }
        return found.count == 1 ? found.first : nil
    }

    /// Whether a name may be that of a person of whom others are known: every form fits, and no article tells the two apart.
    private func fits(_ bearer: Bearer, _ group: [Int]) -> Bool {
        group.prefix(StoryCast.mostBearers).allSatisfy { index in
            let other = bearers[index]
            if other.place.article == bearer.place.article { return false }
            if other.gender != .unknown, bearer.gender != .unknown, other.gender != bearer.gender { return false }
            return bearer.name.mayBe(other.name)
        }
    }

    /// Of several people of one surname the one who holds an office that stands with it, or whose name is written the same.
    private func told(_ bearer: Bearer, _ fitting: [Int]) -> Int? {
        guard fitting.count > 1 else { return nil }
        if bearer.name.isComplete {
            let same = fitting.filter { groups[$0].contains { bearers[$0].text == bearer.text } }
            return same.count == 1 ? same[0] : nil
        }
        guard !bearer.offices.isEmpty else { return nil }
        let holders = fitting.filter { group in
            groups[group].contains { index in
                bearers[index].offices.contains { its in bearer.offices.contains { $0.mayBe(its) } }
            }
        }
        return holders.count == 1 ? holders[0] : nil
    }

    /// The name of a person: the full form that most articles have in the story's language; then the longest.
    func name(of places: [StoryCast.Place]) -> String {
        let own = places.compactMap { indexOfPlace[$0] }
        let complete = own.filter { bearers[$0].name.isComplete }
        var counts: [String: (articles: Int, language: StoryLanguages.Standing)] = [:]
        for index in complete.isEmpty ? own : complete {
            let bearer = bearers[index]
            let standing = languages.standing(of: bearer.language)
            let known = counts[bearer.text]
            counts[bearer.text] = ((known?.articles ?? 0) + 1, max(known?.language ?? standing, standing))
        }
        let best = counts.max { a, b in
            if a.value.language != b.value.language { return a.value.language < b.value.language }
            if a.value.articles != b.value.articles { return a.value.articles < b.value.articles }
            // Letters of other alphabets have more bytes.
            let (length, other) = (a.key.unicodeScalars.count, b.key.unicodeScalars.count)
            if length != other { return length < other }
            return a.key > b.key
        }
        return best?.key ?? ""
    }
}
