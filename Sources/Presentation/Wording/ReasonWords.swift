internal import Collation
public import Reading

extension Reason {
    /// The reason as a phrase ("same figures: 7-2").
    var words: String { lead + named }

    /// What the phrase says by itself ("same figures: ").
    var lead: String {
        switch self {
        case .sharedWords: "words in common: "
        case .sharedNames: "names in common: "
        case .sameSpeaker: "same speaker: "
        case .sharedFigures: "same figures: "
        case .sharedTimes: "same time: "
        case .sharedRun(let words): "\(words) words in a row in common"
        case .negationDiffers: "one negates, the other does not"
        case .directionDiffers: "opposite directions: "
        case .figuresDiffer: "figures differ: "
        case .timesDiffer: "times differ: "
        case .rolesSwapped: "roles exchanged: "
        case .actorsDiffer: "told of others: "
        case .wordsDiffer: "differ in: "
        case .modalityDiffers: "certain in one, not in the other: "
        case .sameContext: "the statements around them match too"
        case .refersTo: ""
        case .answers: "an answer to: "
        case .acrossLanguages: "compared across languages: "
        }
    }

    /// What it names in the articles' own words; empty when nothing.
    var named: String {
        switch self {
        case .sharedWords(let words), .sharedNames(let words), .sharedFigures(let words): words.joined(separator: ", ")
        case .sharedTimes(let values): values.map(TimeValueWords.words).joined(separator: ", ")
        case .sameSpeaker(let name): name
        case .directionDiffers(let words), .figuresDiffer(let words), .timesDiffer(let words), .rolesSwapped(let words),
            .actorsDiffer(let words), .wordsDiffer(let words), .modalityDiffers(let words):
            words.joined(separator: " / ")
        case .refersTo(let word, let meaning): "“\(word)” stands for “\(meaning)”"
        case .answers(let question): "“\(question)”"
        case .acrossLanguages(let languages): languages.joined(separator: ", ")
        case .sharedRun, .negationDiffers, .sameContext: ""
        }
    }

    /// Whether what it names stands so in the first witness, and is in its language.
    var isInWordsOfFirstWitness: Bool {
        switch self {
        case .sharedWords, .sharedNames, .sharedFigures: true
        default: false
        }
    }
}

extension ReadingWarning {
    /// The warning as a phrase ("3 invalid bytes replaced").
    public var words: String {
        switch self {
        case .decoded(let encoding): "decoded from \(encoding)"
        case .replacedInvalidBytes(let count): count == 1 ? "1 invalid byte replaced" : "\(count) invalid bytes replaced"
        case .droppedNULs(let count): count == 1 ? "1 NUL byte dropped" : "\(count) NUL bytes dropped"
        case .noHeadline: "no headline found"
        case .noPublicationTime: "no publication time found"
        case .noBody: "no body text found"
        case .unreadablePublicationTime(let text): "publication time “\(text)” could not be read"
        case .paywalled: "for subscribers, as the page says; its text may be cut off"
        case .bodyFromLinkedData: "the page shows less than half of the text; the body is what its JSON-LD has"
        case .noArticle(let reason): "the page holds no article: \(reason)"
        case .withdrawn: "withdrawn by its publisher"
        case .cutOff(let offset): "cut off before its end" + (offset.map { "; its record starts at byte \($0)" } ?? "")
        case .readInPart(let blocks): "only the first \(blocks) blocks of the page are read"
        case .digestDiffers: "not what the archive’s checksum says"
        case .inferredYear(let year, let source): "the year \(year) comes from \(source.words)"
        }
    }
}

extension YearSource {
    /// The place in words.
    var words: String {
        switch self {
        case .address: "the article’s address"
        case .copyright: "its copyright line"
        case .text: "another date in its text"
        case .fileName: "the file’s name"
        case .story: "the other articles of the story"
        case .given: "the publication time that was given"
        }
    }
}
