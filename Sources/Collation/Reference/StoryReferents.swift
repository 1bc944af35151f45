internal import Language
internal import Speech
internal import TextCore

/// Whom the tokens of an article stand for: names by the story's cast, pronouns by the person named before, “I” by the speaker of
/// the words, “the governor” by the one person of the article who is called so.
///
/// - Complexity: O(*n*) in tokens and names.
struct StoryReferents: Sendable {
    /// For each token, a key that is equal in all articles of the story for the same person or thing; 0 where none is known.
    let keys: [UInt64]

    private struct Pronouns {
        let masculine: Set<UInt64>
        let feminine: Set<UInt64>
        let speaker: Set<UInt64>
    }

    private static let pronouns = Pronouns(
        masculine: Set(["he", "him", "his", "himself"].map { Hash64.folded($0) }),
        feminine: Set(["she", "her", "hers", "herself"].map { Hash64.folded($0) }),
        speaker: Set(["i", "me", "my", "myself", "mine"].map { Hash64.folded($0) })
    )
    private static let article = Hash64.folded("the")

    /// A role stands at most this many tokens behind its article: “the governor”, with two words between.
    static let mostBetween = 3

    /// Whether a word, by its hash, is a pronoun that stands for a person.
    static func isPronoun(_ hash: UInt64) -> Bool {
        [pronouns.masculine, pronouns.feminine, pronouns.speaker].contains { $0.contains(hash) }
    }

    /// Whether a word, by its hash, is the article of roles.
    static func isArticle(_ hash: UInt64) -> Bool { hash == article }

    init(_ article: AnalyzedArticle, _ index: Int, _ cast: StoryCast) {
        let text = article.annotated
        var keys = [UInt64](repeating: 0, count: text.tokens.count)
        let ofEntity = text.entities.indices.map { Self.key(of: $0, in: text, index, cast) }
        for name in text.names where ofEntity.indices.contains(name.entity) {
            for token in name.tokens.clamped(to: keys.indices) { keys[token] = ofEntity[name.entity] }
        }
        Self.resolveSpeakers(article, ofEntity, &keys)
        Self.resolvePronouns(text, ofEntity, &keys)
        Self.resolveRoles(text, ofEntity, &keys)
        self.keys = keys
    }

    private static func key(of entity: Int, in text: AnnotatedText, _ article: Int, _ cast: StoryCast) -> UInt64 {
        var hash = Hash64()
        hash.combine(UInt8(ascii: "="))
        if let member = cast.member(article, entity) {
            hash.combine(UInt64(truncatingIfNeeded: member))
        } else {
            hash.combine(text.entities[entity].keys.first ?? Hash64.folded(text.entities[entity].name))
        }
        return hash.value
    }

    private static func resolveSpeakers(_ article: AnalyzedArticle, _ ofEntity: [UInt64], _ keys: inout [UInt64]) {
        let text = article.annotated
        for quotation in article.speech.quotations where quotation.isSpeech && quotation.kind != .indirect {
            guard let entity = quotation.speaker?.entity, ofEntity.indices.contains(entity) else { continue }
            for range in quotation.content {
                for token in text.tokens(in: range).clamped(to: keys.indices)
                where keys[token] == 0 && pronouns.speaker.contains(text.tokens[token].hash) {
                    keys[token] = ofEntity[entity]
                }
            }
        }
    }

    /// “He” is the last man named, and before others the one whom the last sentence named first.
    private static func resolvePronouns(_ text: AnnotatedText, _ ofEntity: [UInt64], _ keys: inout [UInt64]) {
        var last: [Entity.Gender: UInt64] = [:]
        var next = 0
        for sentence in text.sentences {
            var first: [Entity.Gender: UInt64] = [:]
            for token in sentence.tokens {
                while next < text.names.count, text.names[next].tokens.lowerBound < token { next += 1 }
                if next < text.names.count, text.names[next].tokens.lowerBound == token,
                    text.entities.indices.contains(text.names[next].entity)
                {
                    let entity = text.entities[text.names[next].entity]
                    if entity.kind == .person {
                        let genders: [Entity.Gender] =
                            entity.gender == .masculine || entity.gender == .feminine ? [entity.gender] : [.masculine, .feminine]
                        for gender in genders {
                            if first[gender] == nil { first[gender] = ofEntity[text.names[next].entity] }
                            if last[gender] == nil { last[gender] = ofEntity[text.names[next].entity] }
                        }
                    }
                }
                guard keys[token] == 0 else { continue }
                let hash = text.tokens[token].hash
                let gender: Entity.Gender? =
                    pronouns.masculine.contains(hash) ? .masculine : pronouns.feminine.contains(hash) ? .feminine : nil
                if let gender, let key = first[gender] ?? last[gender] { keys[token] = key }
            }
            for (gender, key) in first { last[gender] = key }
        }
    }

    private static func resolveRoles(_ text: AnnotatedText, _ ofEntity: [UInt64], _ keys: inout [UInt64]) {
        var holder: [UInt64: UInt64] = [:]
        for (index, entity) in text.entities.enumerated() where entity.kind == .person {
            for role in entity.roles {
                guard let word = role.split(separator: " ").last else { continue }
                let hash = Hash64.folded(String(word))
                holder[hash] = holder[hash].map { $0 == ofEntity[index] ? $0 : 0 } ?? ofEntity[index]
            }
        }
        guard !holder.isEmpty else { return }
        for token in keys.indices where keys[token] == 0 {
            guard let key = holder[text.tokens[token].hash], key != 0 else { continue }
            if (1...mostBetween).contains(where: { token - $0 >= 0 && isArticle(text.tokens[token - $0].hash) }) {
                keys[token] = key
            }
        }
    }
}
