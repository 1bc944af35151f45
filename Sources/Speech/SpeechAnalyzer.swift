public import Language
internal import TextCore

/// What one article says and who says it: its quotations and its statements.
public struct SpeechAnalysis: Sendable {
    /// Quotations in order of their places.
    public let quotations: [Quotation]
    /// What somebody judges, thinks, wants or knows without words of his own being given, and what speech was about, in order
    /// of their places. None overlaps a quotation. They are kept apart from quotations: what “she wants” and “he criticized” is
    /// no statement of hers and his.
    public let attitudes: [Quotation]
    /// Statements in order of their places; every sentence has one that says more than who spoke.
    public let statements: [Statement]

    /// Quotations and attitudes in order of their places, numbered: quotations by their index, attitudes on from there.
    public var attributions: [(offset: Int, element: Quotation)] {
        Array((quotations + attitudes).enumerated()).sorted {
            ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
        }
    }

    /// Makes an analysis.
    public init(quotations: [Quotation], attitudes: [Quotation] = [], statements: [Statement]) {
        self.quotations = quotations
        self.attitudes = attitudes
        self.statements = statements
    }
}

/// Finds quotations, their cues and speakers, and the statements of a text.
///
/// Rules, in this order: quotation marks are paired (``QuotationMarkScanner``), titles and terms set aside (``Aside``),
/// the text is cut into periods (``SpeechReading``), each period's cues get source and content (``CueReader``), quoted
/// sentences without a cue go on with the speaker before (``QuotationBuilder``), what else predicates attribute is found
/// (``HeadedAttitudeReader``, ``PlainAttitudeReader``), sources are resolved to speakers
/// (``SpeakerResolver``; ``SpeakerChooser`` where nothing names one), and what an article gives more than
/// once is linked (``RepeatFinder``).
///
/// - Complexity: O(*n*) in tokens.
public struct SpeechAnalyzer: Sendable {
    /// Makes an analyzer; lexicons are read once per process.
    public init() {}

    /// What was found in a text, before it is put in order.
    struct Found {
        let reading: SpeechReading
        /// What the rules found: statements are cut by it, by rules of their own.
        let ruled: [Draft]
        let drafts: [Draft]
        let attitudes: [AttitudeDraft]
        let resolver: SpeakerResolver
        let speakers: [Speaker?]
        let speakersOfAttitudes: [Speaker?]
    }

    /// Finds quotations and attitudes and who the rules say they are of.
    func find(in text: AnnotatedText) -> Found {
        let reading = SpeechReading(text)
        let lexicon = AttitudeLexicon.of(text.language)
        var drafts = QuotationBuilder.drafts(of: reading)
        if let syntax = text.syntax { drafts = ClauseEnds(reading: reading, syntax: syntax).standing(among: drafts) }
        let provenance = ProvenanceFinder(reading)
        if let provenance { drafts = provenance.withCited(provenance.withoutChains(drafts)) }
        let ruled = drafts
        var attitudes = lexicon.map { self.attitudes(of: reading, $0, beside: &drafts) } ?? typed(reading, beside: drafts)
        if let provenance { attitudes = provenance.withoutChains(attitudes) }
        var resolver = SpeakerResolver(reading)
        let resolved = resolver.speakers(of: drafts, attitudes: attitudes.map { $0.draft(in: reading) })
        return Found(
            reading: reading,
            ruled: ruled,
            drafts: drafts,
            attitudes: attitudes,
            resolver: resolver,
            speakers: resolved.drafts,
            speakersOfAttitudes: resolved.attitudes
        )
    }

    /// Analyzes an annotated text.
    public func analyze(_ text: AnnotatedText) -> SpeechAnalysis {
        let found = find(in: text)
        let reading = found.reading
        let lexicon = AttitudeLexicon.of(text.language)
        let (unordered, speakersChosen) = SpeakerChooser(found: found).chosen()
        let ruled = found.ruled
        let attitudes = found.attitudes
        let attitudeDrafts = attitudes.map { $0.draft(in: reading) }
        let order = unordered.indices.sorted {
            (unordered[$0].contents.first?.lowerBound ?? 0, $0) < (unordered[$1].contents.first?.lowerBound ?? 0, $1)
        }
        var place = [Int](repeating: 0, count: unordered.count)
        for (rank, index) in order.enumerated() { place[index] = rank }
        var drafts = order.map { unordered[$0] }
        var cut = order.map { ruled[$0] }
        // What somebody may say, what is said by the judge of marks alone, and what a speaker quotes in his own words makes no
        // statement of its own.
        for index in cut.indices
        where cut[index].isJudged || cut[index].enclosing != nil || reading.isHypothetical(cut[index]) {
            cut[index].isSpeech = false
        }
        var speakers = order.map { speakersChosen[$0] }
        let repeats = RepeatFinder.repeats(of: drafts, by: speakers, in: reading)
        for (index, repeated) in repeats.enumerated() {
            guard let repeated else { continue }
            // Words that the body gives as somebody's are his in the headline, too.
            drafts[index].isSpeech = true
            cut[index].isSpeech = true
            if speakers[index].map({ $0.kind == .role }) ?? true { speakers[index] = speakers[repeated] ?? speakers[index] }
        }
        let nesting = RetoldNesting.enclosing(of: drafts)
        let translations = TranslationFinder.translations(of: drafts, in: reading)
        let editorial = EditorialMarks(reading)
        let maker = QuotationMaker(reading: reading, lexicon: lexicon)
        let quotations = drafts.indices.map { index in
            let draft = drafts[index]
            var quotation = maker.quotation(
                draft,
                speakers[index],
                enclosing: draft.enclosing.map { place[$0] } ?? nesting[index]
            )
            (quotation.brackets, quotation.ellipses) = editorial.marks(of: draft)
            quotation.translation = translations[index]
            quotation.repeats = repeats[index]
            return quotation
        }
        return SpeechAnalysis(
            quotations: quotations,
            attitudes: attitudes.indices.map {
                maker.quotation(attitudeDrafts[$0], found.speakersOfAttitudes[$0], type: attitudes[$0].type)
            },
            statements: StatementCutter(reading, drafts: cut).statements()
        )
    }

    /// What verbs of wishing, believing and knowing attribute in languages without a lexicon of predicates.
    private func typed(_ reading: SpeechReading, beside drafts: [Draft]) -> [AttitudeDraft] {
        guard let types = CueTypes.of(reading.text.language) else { return [] }
        var selection = AttitudeSelection(reading, quotations: drafts)
        return selection.select(TypedCueReader(reading: reading, types: types).drafts()).compactMap(reading.owned)
    }

    /// What predicates attribute beside the quotations: by heads, where the text has a grammar, else by rules. Heads tell, too,
    /// where retold content ends, and what goes with quoted words.
    private func attitudes(of reading: SpeechReading, _ lexicon: AttitudeLexicon, beside drafts: inout [Draft]) -> [AttitudeDraft]
    {
        guard let syntax = reading.text.syntax else {
            drafts = ContentEndChooser(reading: reading).ended(drafts)
            let found = PlainAttitudeReader(reading: reading, lexicon: lexicon).drafts()
            var selection = AttitudeSelection(reading, quotations: drafts)
            return selection.select(found).compactMap(reading.owned)
        }
        let found = HeadedAttitudeReader(reading: reading, syntax: syntax, lexicon: lexicon).drafts()
        drafts = ContentEndChooser(reading: reading).ended(ClauseEnds(reading: reading, syntax: syntax).ended(drafts))
        AttitudeSelection.widen(&drafts, by: found, in: reading)
        var selection = AttitudeSelection(reading, quotations: drafts)
        return selection.select(found).compactMap(reading.owned)
    }
}
