internal import Collation
internal import Language
internal import Reading
internal import Speech
internal import TextCore

/// What all exports of a comparison read: ids, places in code points, exact words, speakers.
struct ExportedStory {
    let view: StoryView
    let coverage: Coverage
    private let codePoints: [CodePointIndex]
    private let sources: [String]
    /// The speakers of statements by their fullest names, in order of their first statements.
    let speakers: [String]
    private let numbers: [String: Int]
    /// For the folded name of each, what kind of speaker the articles take it for.
    private let kinds: [String: Speaker]

    init(_ collation: Collation) {
        view = StoryView(collation)
        coverage = collation.coverage
        codePoints = collation.articles.map { CodePointIndex($0.article.text) }
        sources = collation.articles.map { LinkedNames.address(of: $0.article) ?? LinkedNames.content(of: $0.article.text) }
        var speakers: [String] = []
        var names = SpeakerNames()
        func add(_ name: String?) {
            guard let name, !name.isEmpty else { return }
            let (number, isFullest) = names.account(of: name)
            if number == speakers.count {
                speakers.append(name)
            } else if isFullest {
                speakers[number] = name
            }
        }
        let told =
            collation.shared.flatMap { [$0.speaker] + $0.witnesses.map(\.speaker) }.compactMap(\.self)
            + collation.solo.compactMap(\.speaker)
        for name in told { add(name) }
        var kinds: [String: Speaker] = [:]
        for speaker in collation.articles.flatMap(\.speech.quotations).compactMap(\.speaker) {
            let key = CaseFolding.fold(speaker.name)
            if kinds[key] == nil { kinds[key] = speaker }
        }
        self.kinds = kinds
        self.speakers = speakers
        // Told again, now that all names are known.
        var numbers: [String: Int] = [:]
        for name in told where numbers[name] == nil { numbers[name] = names.account(of: name).number }
        self.numbers = numbers
    }

    var collation: Collation { view.collation }
    var articles: [AnalyzedArticle] { view.articles }

    /// The number of a speaker's name among ``speakers``.
    func speaker(_ name: String?) -> Int? { name.flatMap { numbers[$0] } }

    /// A speaker with its kind; nil for one of whom only the name is known.
    func knownSpeaker(_ name: String?) -> Speaker? { name.flatMap { kinds[CaseFolding.fold($0)] } }

    /// The exact words of a passage.
    func words(_ passage: Passage) -> String {
        articles.indices.contains(passage.article) ? articles[passage.article].article.text[passage.range] : ""
    }

    /// The passage in code points.
    func place(_ passage: Passage) -> Range<Int> {
        codePoints.indices.contains(passage.article) ? codePoints[passage.article].codePoints(passage.range) : 0..<0
    }

    /// Where an article can be had, or the name of its text: an IRI.
    func source(ofArticle article: Int) -> String { sources.indices.contains(article) ? sources[article] : "" }

    /// The IRI of a passage: its article's with the fragment of RFC 5147 ("#char=10,90") in place of its own.
    func source(of passage: Passage) -> String {
        let place = place(passage)
        return "\(source(ofArticle: passage.article).prefix { $0 != "#" })#char=\(place.lowerBound),\(place.upperBound)"
    }

    func language(_ article: Int) -> String? {
        articles.indices.contains(article) ? articles[article].displayLanguage : nil
    }

    /// The passages of a conflict or a sum, each with the name of its part and, where it is one, its figure.
    func places(of finding: FigureFinding) -> [(part: String, passage: Passage, figure: Figure?)] {
        switch finding {
        case .conflict(_, let values), .update(_, let values): values.map { ("value", $0.passage, $0.figure) }
        case .times(_, let values): values.map { ("value", $0.passage, nil) }
        case .arithmetic(let sum): [("claim", sum.claim, nil)] + sum.parts.map { ("part", $0, nil) }
        }
    }

    /// What a finding about figures says, in words.
    func words(_ finding: FigureFinding) -> String {
        switch finding {
        case .conflict(let what, _): "values differ: \(what)"
        case .update(let what, _): "later count: \(what)"
        case .times(let what, _): "times differ: \(what)"
        case .arithmetic(let sum): "\(view.sum(sum)); \(sum.verdict)"
        }
    }
}

extension StoryView {
    /// By what a statement of only one article is cited.
    static func soloID(_ index: Int) -> String { "o\(index + 1)" }
}

extension Basis {
    /// The member `by` of JSON, the column of tables, the attribute of graphs.
    var word: String {
        switch self {
        case .found: "stemma"
        case .person: "person"
        }
    }
}

extension LinkedNames {
    /// A time as an XML Schema `date` or `dateTime`, which has seconds; nil for less than a day.
    static func date(_ time: CivilTime) -> String? {
        guard time.year != nil, time.month != nil, time.day != nil else { return nil }
        var time = time
        if time.hour != nil {
            time.minute = time.minute ?? 0
            time.second = time.second ?? 0
        } else {
            time.part = nil
        }
        return time.iso8601
    }
}
