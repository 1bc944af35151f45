internal import Language
internal import TextCore

extension CueReader {
    // MARK: Headlines

    /// `Kremlin: Russia seeks partners`, `Russia seeks partners – Kremlin`.
    func headlineSource() -> Attribution? {
        guard let sentence = reading.text.sentence(ofToken: period.lowerBound) else { return nil }
        let role = reading.text.sections[reading.text.sentences[sentence].section].role
        guard role == .headline || role == .standfirst, period.count >= 4 else { return nil }
        let limit = min(period.upperBound - 2, period.lowerBound + 6)
        var index = period.lowerBound
        while index < limit, reading.isOutside(index), isNamePart(index) { index += 1 }
        if index > period.lowerBound, index < limit, reading.isOutside(index), reading.isColon(index) {
            let source = period.lowerBound..<index
            if source.contains(where: { Self.labels.contains(tokens[$0].hash) }) || isTopic(source, before: index)
                || isOwnedBehind(index)
            {
                return nil
            }
            return Attribution(
                cue: index..<(index + 1),
                word: .speech,
                source: .init(mention: source, head: source, reference: .noun),
                frame: period.lowerBound..<(index + 1),
                right: (index + 1)..<period.upperBound,
                isMarked: true
            )
        }
        var start = period.upperBound
        while start > period.upperBound - 6, start > period.lowerBound + 3, reading.isOutside(start - 1), isNamePart(start - 1) {
            start -= 1
        }
        let dash = start - 1
        guard start < period.upperBound, dash > period.lowerBound + 2, reading.isOutside(dash), reading.isBreak(dash),
            tokens[dash].followsSpace, tokens[start].followsSpace
        else { return nil }
        let source = start..<period.upperBound
        return Attribution(
            cue: dash..<(dash + 1),
            word: .speech,
            source: .init(mention: source, head: source, reference: .noun),
            frame: dash..<period.upperBound,
            left: period.lowerBound..<dash,
            isMarked: true
        )
    }

    /// `Retraites : Borne promet un débat`, `Incendie : le préfet parle`: a label that says what the headline is about. Somebody else
    /// speaks behind it, or it names nobody and no marks follow.
    private func isTopic(_ label: Range<Int>, before colon: Int) -> Bool {
        let content = (colon + 1)..<period.upperBound
        guard content.count > 2, reading.isOutside(content.lowerBound) else { return false }
        // What the label says opens no frame of its own but a pronoun's: `Moss: I said so`.
        let cue = content.dropFirst().prefix(Self.longestSubject).first {
            reading.isOutside($0) && reading.has($0, [.speech, .tell, .attitude]) && isCue($0) && !tokens[$0].isCapitalized
        }
        if let cue, let source = finder.source(before: cue, from: content.lowerBound), source.reference == .noun,
            source.mention.lowerBound == content.lowerBound,
            finder.person(startingAt: source.head.lowerBound) != nil || reading.namesPerson(source.head)
                || source.head.contains(where: { reading.has($0, [.role, .collective]) && !reading.has($0, .document) })
                || reading.text.language != "en" && source.head.count == 1 && tokens[source.head.lowerBound].isCapitalized
        {
            return true
        }
        guard reading.text.language != "en", label.count == 1 else { return false }
        let isNamed = reading.text.names.contains { $0.tokens.overlaps(label) }
        return !isNamed && !reading.has(label.lowerBound, [.role, .collective])
    }

    /// `Climate: “We are late”, scientists say`: marked words behind the colon whose speaker stands behind them.
    private func isOwnedBehind(_ colon: Int) -> Bool {
        let start = colon + 1
        guard start < period.upperBound, !reading.isOutside(start) else { return false }
        let end = reading.spans[Int(reading.outer[start])].tokens.upperBound
        guard end + 1 < period.upperBound,
            let cue = (end..<period.upperBound).first(where: {
                reading.isOutside($0) && reading.has($0, [.speech, .tell]) && isCue($0)
            }), cue - end <= Self.longestSubject
        else { return false }
        return finder.source(before: cue, from: end) != nil || cue == end
            || cue == end + 1
                && finder.source(
                    after: cue + 1,
                    before: period.upperBound
                ) != nil
    }

    /// How many tokens the subject of what a label says may take.
    private static let longestSubject = 6

    /// What a headline is about or what kind of text follows: `Storm Greta: nine dead`, `Video: …`, `Sturm Greta: neun Tote`.
    private static let labels: Set<UInt64> = Set(
        """
        storm hurricane typhoon cyclone tornado earthquake quake tsunami flood floods wildfire wildfires fire war crisis election
        elections vote referendum budget strike attack crash explosion blast shooting protests protest summit virus pandemic
        covid covid-19 coronavirus brexit video watch live photos pictures gallery opinion analysis exclusive breaking update
        latest updates explainer factbox timeline podcast quiz recap obituary interview faq transcript panel roundtable review preview weather football tennis
        sturm orkan hurrikan taifun zyklon erdbeben hochwasser überschwemmungen waldbrand krieg krise wahl wahlen streik anschlag
        absturz unfall pandemie kommentar analyse porträt liveticker eilmeldung überblick wetter fußball
        tempête ouragan séisme guerre crise élections grève vidéo direct analyse portrait entretien météo
        tormenta huracán terremoto guerra crisis elecciones huelga vídeo directo análisis entrevista
        шторм ураган землетрясение война кризис выборы видео фото мнение анализ интервью
        """.split { $0 == " " || $0 == "\n" }.map { Hash64.folded(String($0)) }
    )

    func isNamePart(_ index: Int) -> Bool {
        let token = tokens[index]
        guard token.kind == .word,
            reading.words[index].isDisjoint(with: [.verbCue, .auxiliary]) || token.isCapitalized && !isTitleCase
        else { return token.kind == .terminator && !reading.endsSentence[index] }
        return token.isCapitalized || reading.has(index, [.role, .collective]) && !isTitleCase
    }
}
