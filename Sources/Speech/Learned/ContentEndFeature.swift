/// What is measured of a place where retold content may end. Each is true or false.
enum ContentEndFeature: Int, CaseIterable, Sendable {
    // Where it lies.
    case isRuled, isSentenceEnd, isFirst, isLast

    // What stands there.
    case atComma, atDash, atSemicolon, atColon, atBracket, atNoMark

    // What would be the content.
    case verblessSoFar, shortSoFar, longSoFar

    // What follows.
    case beforeAnd, beforeBut, beforeOr, beforeContrast, beforeTimeClause, beforeCause, beforeOtherClause
    case beforeThat, beforeGerund, beforeParticiple, beforePreposition, beforeTime, beforeSource, beforeDeterminer
    case beforeSubject, beforeCapital, beforeNumber, beforeAuxiliary, beforeAdverb, beforeCue, beforeTo, beforePlainWord

    // What follows a conjunction.
    case andThat, andSubject, andVerb, andNoun, andCue, butSubject, butVerb, butNoun, andGerund

    // Who and what is behind it.
    case pronounOfSource, nameOfSource, cueBehind, verbBehind, verblessBehind, shortBehind, longBehind, isParenthesis

    // What the whole sentence would be, by cue and by how the content opens.
    case allOfSpeech, allOfAttitude, allOfTold, allOfSource, allOfThat, allOfInfinitive, allOfPhrase
    case firstOfAttitude, firstOfInfinitive, firstOfPhrase, firstOfThat, firstOfCondition
}
