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
            if source.contains(where: { Self.labels.contains(tokens[$0].hash) }) { return nil }
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
