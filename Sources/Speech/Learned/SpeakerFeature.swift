/// What is measured of a candidate for a quotation's speaker. Each is true or false; none names a word outside the lexicons.
enum SpeakerFeature: Int, CaseIterable, Sendable {
    // What the rules say.
    case isRuled, isRuledByPhrase

    // What it is.
    case isPerson, isOrganisation, isPlace, isUnknown, isNoEntity, hasRole

    // Whether it fits a pronoun or a description.
    case genderFits, genderUnknown, genderClashes, kindFits, kindClashes

    // How near it is named.
    case nearest, secondNearest, furtherNamed, inSentence, inSentenceBefore, twoSentencesBefore, furtherBack
    case inParagraph, inParagraphBefore, onlyBehind, behindInSentence

    // How it is named there.
    case isSubject, isSubjectInSentence, isSubjectOfSentenceBefore, opensSentence, opensParagraph, afterPreposition, isPossessive
    case inQuotation, inHeadline, isFirstMention, isInMention

    // Who it is in the article.
    case namedOnce, namedOften, isMostNamed, spokeLast, spokeLastInParagraph, spokeBeforeLast, hasSpoken, neverSpoke
    case speaksInSentence, isNamedInContent, isAddressed
}

/// How a quotation's source is given, where it does not name its speaker: each has weights of its own.
enum SpeakerSituation: String, CaseIterable, Sendable {
    /// By a pronoun: “she said”.
    case pronoun
    /// By a description: “the mayor said”.
    case description
    /// Not at all, or by rules that guess: words in marks that no cue claims.
    case free
}
