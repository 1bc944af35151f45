internal import Language
internal import Speech
internal import TextCore

/// Says who speaks by all articles of a story, where one alone does not: “Peskov” is Dmitry Peskov, “the Kremlin press
/// secretary” the one person whom another article gives that office, and who is quoted elsewhere with the same words by name
/// said them here.
///
/// Mentions stay as they stand; what came from another article is told (``SpeakerSource``).
///
/// - Complexity: O(*n*) expected in quotations and entities.
struct StorySpeakers {
    /// A quotation of one article.
    struct Place: Hashable {
        let article: Int
        let quotation: Int
    }

    private let articles: [AnalyzedArticle]
    private let cast: StoryCast
    private var speakers: [[Speaker?]]
    private var isSpeech: [[Bool]]
    private var told: [Place: SpeakerSource] = [:]
    /// For each article, the sentences that name each member.
    private let sentences: [[Int: Set<Int>]]
    /// Who is known to say what: for each quotation, the member.
    private var members: [[Int?]]

    /// Resolves the speakers of some articles in the canonical order.
    init(_ articles: [AnalyzedArticle]) {
        self.articles = articles
        let cast = StoryCast(articles)
        self.cast = cast
        sentences = articles.enumerated().map { article, analyzed in
            var sentences: [Int: Set<Int>] = [:]
            for name in analyzed.annotated.names {
                guard let member = cast.member(article, name.entity),
                    let sentence = analyzed.annotated.sentence(ofToken: name.tokens.lowerBound)
                else { continue }
                sentences[member, default: []].insert(sentence)
            }
            return sentences
        }
        speakers = articles.map { $0.speech.quotations.map(\.speaker) }
        isSpeech = articles.map { $0.speech.quotations.map(\.isSpeech) }
        members = speakers.map { $0.map { _ in nil } }
        nameMembers()
        guard articles.count > 1 else { return }
        nameStrangers()
        resolveOffices()
        resolveWords()
        repeatDescriptions()
    }

    /// The articles with the speakers as the story tells them.
    func resolved() -> [AnalyzedArticle] {
        articles.enumerated().map { index, article in
            guard speakers[index] != article.speech.quotations.map(\.speaker) else { return article }
            let quotations = article.speech.quotations.enumerated().map { number, quotation in
                quotation.attributed(to: speakers[index][number], isSpeech: isSpeech[index][number])
            }
            return AnalyzedArticle(
                article: article.article,
                annotated: article.annotated,
                speech: SpeechAnalysis(quotations: quotations, statements: article.speech.statements)
            )
        }
    }

    /// What came from another place than a quotation's own article, by article and quotation.
    var sources: [SpeakerSource] { told.values.sorted { ($0.article, $0.quotation) < ($1.article, $1.quotation) } }

    // MARK: Names

    /// Everybody by the name that the story has for them.
    private mutating func nameMembers() {
        var passages: [StoryCast.Place: Passage?] = [:]
        for (article, list) in speakers.enumerated() {
            for (number, speaker) in list.enumerated() {
                guard let speaker, let entity = speaker.entity, let member = cast.member(article, entity),
                    articles[article].annotated.entities[entity].name == speaker.name
                else { continue }
                members[article][number] = member
                let name = cast.members[member].name
                guard name != speaker.name, articles.count > 1,
                    cast.members[member].kind != .organisation || StoryOrganisations.isShort(speaker.name, for: name)
                else { continue }
                let isPerson = cast.members[member].kind == .person && speaker.kind == .organisation
                speakers[article][number] = Speaker(name: name, kind: isPerson ? .person : speaker.kind, entity: entity)
                let place = StoryCast.Place(article: article, entity: entity)
                if passages[place] == nil { passages[place] = .some(passage(naming: member, name, besides: article)) }
                if case .some(.some(let passage)) = passages[place] { note(article, number, .name, passage) }
            }
        }
    }

    /// Names that an article quotes without knowing whose they are, where another one gives somebody's full name: “Zelenskyy told
    /// reporters”, „sagte Selenskyj“.
    private mutating func nameStrangers() {
        for (article, list) in speakers.enumerated() {
            let text = articles[article].annotated
            for (number, speaker) in list.enumerated() {
                guard let speaker, speaker.entity == nil, speaker.kind == .unknown || speaker.kind == .person,
                    let mention = articles[article].speech.quotations[number].mention,
                    text.text[mention] == speaker.name, Self.isWrittenAsName(speaker.name),
                    let member = cast.person(named: speaker.name, language: text.language),
                    let passage = passage(naming: member, cast.members[member].name, besides: article)
                else { continue }
                give(Place(article: article, quotation: number), to: .member(member), .name, passage)
            }
        }
    }

    /// Whether a phrase is one to three words that all have capitals, or that have none in their script.
    private static func isWrittenAsName(_ phrase: String) -> Bool {
        let words = phrase.split(separator: " ")
        return (1...3).contains(words.count)
            && words.allSatisfy { word in
                word.unicodeScalars.first.map { CharacterClass.of($0.value) != .lower && CharacterClass.of($0.value).isLetter }
                    ?? false
            }
    }

    /// Where another article names a member by a name.
    private func passage(naming member: Int, _ name: String, besides article: Int) -> Passage? {
        for place in cast.members[member].places where place.article != article {
            let text = articles[place.article].annotated
            guard text.entities[place.entity].name == name,
                let mention = text.names.first(where: { $0.entity == place.entity && $0.range.count == name.utf8.count })
            else { continue }
            return Passage(article: place.article, range: mention.range)
        }
        return nil
    }

    private mutating func note(_ article: Int, _ number: Int, _ means: SpeakerSource.Means, _ passage: Passage) {
        told[Place(article: article, quotation: number)] = SpeakerSource(
            article: article,
            quotation: number,
            means: means,
            passage: passage
        )
    }

    /// Gives a quotation to somebody of the story.
    private mutating func give(_ place: Place, to teller: Teller, _ means: SpeakerSource.Means, _ passage: Passage) {
        switch teller {
        case .member(let member):
            members[place.article][place.quotation] = member
            speakers[place.article][place.quotation] = Speaker(
                name: cast.members[member].name,
                kind: cast.members[member].kind == .person ? .person : .organisation,
                entity: cast.entity(of: member, in: place.article)
            )
        case .group(let name):
            speakers[place.article][place.quotation] = Speaker(name: name, kind: .collective)
        }
        note(place.article, place.quotation, means, passage)
    }

    // MARK: Offices

    /// “The Kremlin press secretary” for the one who holds the office in another article.
    private mutating func resolveOffices() {
        var holders: [Office: Int?] = [:]
        for (article, list) in speakers.enumerated() {
            let text = articles[article].annotated
            let home = HomeCountry(articles[article])
            for (number, speaker) in list.enumerated() {
                guard let speaker, isWithoutName(speaker, in: article),
                    let mention = articles[article].speech.quotations[number].mention,
                    Description.isDefinite(mention, in: text), let office = Office(speaker.name, language: text.language),
                    let holder = holder(of: office, &holders), !isAbroad(holder, office, from: home),
                    let passage = passage(giving: office, to: holder, besides: article)
                else { continue }
                give(Place(article: article, quotation: number), to: .member(holder), .office, passage)
            }
        }
    }

    /// Whether an article does not name a speaker, nor says by another name who it is; “Tesla CEO” is none, whatever its capitals.
    private func isWithoutName(_ speaker: Speaker, in article: Int) -> Bool {
        guard [.role, .unknown, .organisation].contains(speaker.kind) else { return false }
        if speaker.kind == .organisation { return Office(speaker.name, language: articles[article].annotated.language) != nil }
        return speaker.entity.map { articles[article].annotated.entities[$0].kind == .unknown } ?? true
    }

    /// Whether an office of which no country is told is held in one that the article never names, though it names others: “the defence
    /// minister” of a report from Kyiv is not Russia's.
    private func isAbroad(_ holder: Int, _ office: Office, from home: HomeCountry) -> Bool {
        guard office.places.isEmpty, office.isNational else { return false }
        let countries = cast.members[holder].offices.filter { $0.key == office.key }
            .reduce(into: Set<UInt64>()) { $0.formUnion($1.places) }
        return !countries.isEmpty && home.namesCountries && !home.names(anyOf: countries)
    }

    private func holder(of office: Office, _ known: inout [Office: Int?]) -> Int? {
        if let holder = known[office] { return holder }
        let holder = cast.holder(of: office)
        known[office] = .some(holder)
        return holder
    }

    /// Where another article names a member with an office; with any office of theirs, where none says the same in so many words.
    private func passage(giving office: Office, to member: Int, besides article: Int) -> Passage? {
        var other: Passage?
        for place in cast.members[member].places where place.article != article {
            let text = articles[place.article].annotated
            let offices = text.entities[place.entity].offices
            let mentions = text.names.filter { $0.entity == place.entity }
            guard !offices.isEmpty, let mention = mentions.first(where: { $0.fullRange != $0.range }) ?? mentions.first
            else { continue }
            let passage = Passage(article: place.article, range: mention.fullRange)
            if offices.contains(where: { $0.mayBe(office) }) || office.headFit(of: offices) != nil { return passage }
            if other == nil { other = passage }
        }
        return other
    }

    // MARK: Words

    /// Who is told to say words: a person of the cast, or a group by its name.
    private enum Teller: Hashable {
        case member(Int)
        case group(String)
    }

    private mutating func resolveWords() {
        let quoted = articles.map(QuotedTokens.mark)
        var shared = SharedQuotes()
        var owners: [(place: Place, teller: Teller)] = []
        func words(_ article: Int, _ number: Int) -> SharedQuotes.Words {
            SharedQuotes.words(of: articles[article].speech.quotations[number], in: articles[article], isQuoted: quoted[article])
        }
        for (article, list) in speakers.enumerated() {
            for number in list.indices {
                guard let teller = teller(article, number) else { continue }
                shared.add(words(article, number))
                owners.append((Place(article: article, quotation: number), teller))
            }
        }
        for (article, list) in speakers.enumerated() {
            for (number, speaker) in list.enumerated() {
                guard let claim = WordClaim(articles[article], number, speaker), claim.standing != .named,
                    teller(article, number) == nil
                else { continue }
                let own = words(article, number)
                // A letter may be a group's; everything else is somebody's by name.
                let found = shared.matches(own).map { owners[$0] }
                let people = found.filter { if case .member = $0.teller { true } else { false } }
                let told = people.isEmpty && speaker?.kind == .document ? found : people
                guard let first = told.first, told.allSatisfy({ $0.teller == first.teller }),
                    claim.isMet(by: own, nearness(first.teller, article, claim))
                else { continue }
                if case .member(let member) = first.teller,
                    member == members[article][number] || isAnother(than: member, article, number)
                {
                    continue
                }
                let source = told.first { $0.place.article != article } ?? first
                let range = articles[source.place.article].speech.quotations[source.place.quotation].range
                isSpeech[article][number] = true
                give(
                    Place(article: article, quotation: number),
                    to: first.teller,
                    .words,
                    Passage(article: source.place.article, range: range)
                )
            }
        }
    }

    /// Whether a quotation's source is an office that somebody does not hold: “the mayor” is not the deputy mayor, whose words another
    /// article takes them for.
    private func isAnother(than member: Int, _ article: Int, _ number: Int) -> Bool {
        let text = articles[article].annotated
        guard let mention = articles[article].speech.quotations[number].mention,
            let office = Office(text.text[mention], language: text.language)
        else { return false }
        return office.isAnother(than: cast.members[member].offices)
    }

    /// Who says a quotation, where its own words tell: a person by name, or a group.
    private func teller(_ article: Int, _ number: Int) -> Teller? {
        guard let speaker = speakers[article][number] else { return nil }
        if speaker.kind == .person {
            guard let member = members[article][number], isByName(article, number) else { return nil }
            return .member(member)
        }
        let quotation = articles[article].speech.quotations[number]
        guard speaker.kind == .collective || speaker.kind == .organisation, quotation.isSpeech, quotation.kind == .direct,
            quotation.mention != nil,
            speaker.name.contains(" "), let first = speaker.name.unicodeScalars.first,
            CharacterClass.of(first.value) == .upper
        else { return nil }
        return .group(speaker.name)
    }

    /// Where a person is named around a quotation.
    private func nearness(_ teller: Teller, _ article: Int, _ claim: WordClaim) -> WordClaim.Nearness {
        guard case .member(let member) = teller, let near = sentences[article][member] else { return .absent }
        return claim.sentence.map(near.contains) == true ? .sameSentence : .sameArticle
    }

    /// Whether a quotation's source holds the name of its speaker, and is no thing of theirs (“Rice's comments”).
    private func isByName(_ article: Int, _ number: Int) -> Bool {
        let quotation = articles[article].speech.quotations[number]
        let text = articles[article].annotated
        guard quotation.isSpeech, quotation.kind != .indirect, let mention = quotation.mention,
            let entity = quotation.speaker?.entity
        else { return false }
        // Names are in order; a mention holds few.
        var low = 0
        var high = text.names.count
        while low < high {
            let middle = (low + high) / 2
            if text.names[middle].range.lowerBound < mention.lowerBound { low = middle + 1 } else { high = middle }
        }
        while low < text.names.count, text.names[low].range.upperBound <= mention.upperBound {
            let name = text.names[low]
            low += 1
            guard name.entity == entity else { continue }
            let next = name.tokens.upperBound
            let isOwner =
                next < text.tokens.count && text.tokens[next].kind == .clitic && name.range.upperBound < mention.upperBound
            if !isOwner { return true }
        }
        return false
    }

    // MARK: Repeats

    /// “The committee chairman” is the same person all through an article, and “the letter” the same letter, once it is told
    /// who that is.
    private mutating func repeatDescriptions() {
        let byArticle = Dictionary(grouping: sources.filter { $0.means != .name }, by: \.article)
        for (article, list) in speakers.enumerated() {
            let quotations = articles[article].speech.quotations
            var told: [String: [SpeakerSource]] = [:]
            for source in byArticle[article] ?? [] {
                guard let old = quotations[source.quotation].speaker, Self.isDescription(old) else { continue }
                told[old.name, default: []].append(source)
            }
            for (number, speaker) in list.enumerated() {
                guard let speaker, Self.isDescription(speaker), let known = told[speaker.name], let source = known.first,
                    let mention = quotations[number].mention,
                    Description.isDefinite(mention, in: articles[article].annotated)
                else { continue }
                let tellers = Set(known.map { list[$0.quotation]?.name })
                guard tellers.count == 1, let teller = list[source.quotation] else { continue }
                let member = members[article][source.quotation]
                give(
                    Place(article: article, quotation: number),
                    to: member.map { .member($0) } ?? .group(teller.name),
                    source.means,
                    source.passage
                )
            }
        }
    }

    private static func isDescription(_ speaker: Speaker) -> Bool {
        speaker.entity == nil && [.role, .unknown, .document].contains(speaker.kind)
    }
}
