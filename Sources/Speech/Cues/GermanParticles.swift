internal import Language
internal import TextCore

/// German verbs that speak only together with a particle at the end of their clause: `teilte … mit`, `gab … bekannt`.
enum GermanParticles {
    /// The particles of each verb form.
    private static let byVerb: [UInt64: Set<UInt64>] = {
        let rows = [
            ("gab gaben gibt geben", "an bekannt zu preis weiter kund zurück"), ("teilte teilten teilt", "mit"),
            ("stellte stellten stellt", "fest klar richtig infrage aussicht"), ("räumte räumten räumt", "ein"),
            ("wies wiesen weist", "hin zurück darauf daraufhin"), ("führte führt", "aus an weiter fort"),
            ("fügte fügten fügt", "hinzu an"), ("warf warfen wirft werfen", "vor"), ("schlug schlugen schlägt", "vor"),
            ("merkte merkt", "an"), ("kündigte kündigten kündigt", "an"), ("hob hoben", "hervor"),
            ("prangerte prangerten prangert", "an"), ("sicherte sicherten sichert", "zu"), ("stuft stufte stuften", "ein"),
            ("geht gehen ging gingen", "aus"), ("legt legte legten", "fest nahe dar"),
        ]
        var byVerb: [UInt64: Set<UInt64>] = [:]
        for (verbs, particles) in rows {
            let set = Set(particles.split(separator: " ").map { Hash64.folded(String($0)) })
            for verb in verbs.split(separator: " ") { byVerb[Hash64.folded(String(verb))] = set }
        }
        return byVerb
    }()

    /// The particles that a verb needs to speak; nil for verbs that speak by themselves.
    static func needed(by verb: UInt64) -> Set<UInt64>? { byVerb[verb] }
}

extension CueReader {
    /// Whether a German verb that needs its particle lacks it: `gab es`, `warf Steine`. Beside quoted words it speaks anyway.
    func lacksParticle(_ cue: Int, _ cueEnd: Int) -> Bool {
        guard reading.text.language == "de", let particles = GermanParticles.needed(by: tokens[cue].hash) else { return false }
        let before = cue - 1
        if before > period.lowerBound, reading.isOutside(before), reading.isComma(before), !reading.isOutside(before - 1) {
            return false
        }
        var colon: Int?
        for index in cueEnd..<min(period.upperBound, cueEnd + SourceFinder.reach) {
            if !reading.isOutside(index) { continue }
            if particles.contains(tokens[index].hash) { return false }
            // `zum 0:4`: no colon that words stand behind.
            let opens = index + 1 >= period.upperBound || tokens[index + 1].followsSpace || !reading.isOutside(index + 1)
            if reading.isColon(index), opens { colon = colon ?? index }
            if tokens[index].kind == .terminator, reading.endsSentence[index] { break }
        }
        return colon == nil
    }
}
