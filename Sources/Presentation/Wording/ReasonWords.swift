internal import Collation
public import Reading

extension Reason {
    /// The reason as a phrase ("same figures: 7-2").
    var words: String {
        switch self {
        case .sharedWords(let words): "words in common: " + words.joined(separator: ", ")
        case .sharedNames(let names): "names in common: " + names.joined(separator: ", ")
        case .sameSpeaker(let name): "same speaker: " + name
        case .sharedFigures(let figures): "same figures: " + figures.joined(separator: ", ")
        case .sharedTimes(let times): "same time: " + times.joined(separator: ", ")
        case .sharedRun(let words): "\(words) words in a row in common"
        case .negationDiffers: "one negates, the other does not"
        case .directionDiffers(let words): "opposite directions: " + words.joined(separator: " / ")
        case .figuresDiffer(let figures): "figures differ: " + figures.joined(separator: " / ")
        case .sameContext: "the statements around them match too"
        case .refersTo(let word, let meaning): "“\(word)” stands for “\(meaning)”"
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
        }
    }
}
