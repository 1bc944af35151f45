internal import TextCore

/// Words that tell metres from millions beside "50m". The data are in `Lexicons/figures.txt`.
struct MetreLexicon: Sendable {
    /// "tall", "away": right behind a length.
    let extents: WordSet
    /// "off the", "in diameter": behind a length; of those that money follows, too ("from the"), only where no ``flows`` stands in front.
    let behind: PhraseTable<Void>
    let behindMotion: PhraseTable<Void>
    /// "raised", "poured": money or people, not metres, go "from the" and "into the".
    let flows: WordSet
    /// "depth", "distance": in front, up to "of" or "was"; and "throw", "best", where the value has decimals.
    let nouns: WordSet
    let feats: WordSet
    /// "swam", "measuring": right in front; and "cleared", "jumped", where the value has decimals.
    let verbs: WordSet
    let featVerbs: WordSet
    /// What "a 60m" is written of: "wave", "crater".
    let lengthy: WordSet
    /// "yesterday" and "instead" count nothing behind a length: adverbs.
    let lengthAdverbs: WordSet
    /// How long races are, what is run or won over them, and words in front of that: "100m world record".
    let distances: Set<Int>
    let races: WordSet
    let raceModifiers: WordSet
    /// "won", "ran": in front of "the 100m".
    let raceVerbs: WordSet
    /// Elsewhere in the sentence: "medal"; and of those, what is measured in metres: "javelin".
    let sports: WordSet
    let fieldEvents: WordSet

    /// "above", "below": in front of a height, where snow or a summit is near.
    let levels: WordSet
    let heights: WordSet

    init(_ rows: LanguageSections) {
        extents = rows.set("extent")
        levels = rows.set("level")
        heights = rows.set("height")
        behind = rows.phraseTable("lengthBehind")
        behindMotion = rows.phraseTable("motionBehind")
        flows = rows.set("flow")
        nouns = rows.set("lengthNoun")
        feats = rows.set("feat")
        verbs = rows.set("lengthVerb")
        featVerbs = rows.set("featVerb")
        lengthy = rows.set("lengthy")
        lengthAdverbs = rows.set("lengthAdverb")
        distances = Set(rows.words("raceDistance").compactMap { Int($0) })
        races = rows.set("race")
        raceModifiers = rows.set("raceModifier")
        raceVerbs = rows.set("raceVerb")
        sports = rows.set("sport")
        fieldEvents = rows.set("fieldEvent")
    }
}
