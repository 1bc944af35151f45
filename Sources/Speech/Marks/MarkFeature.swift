/// What is measured of a span in quotation marks to tell speech from titles, terms and words at arm's length. Each is true or
/// false; none names a word outside the lexicons.
enum MarkFeature: Int, CaseIterable, Sendable {
    // What the rules make of it.
    case ruledAside, ruledCertain, ruledHeld, ruledClaimed, ruledMixed, ruledSpeech, ruledNoSpeech

    // How long it is.
    case oneWord, twoWords, threeWords, upToSixWords, upToTwelveWords, manyWords

    // How it is written.
    case isTitle, isOneCapital, isAllCaps, startsSmall, startsLikeSentence, holdsDigit, holdsSign, holdsComma
    case endsInTerminator, endsInQuestion, endsInComma, endsOpen

    // What it says.
    case holdsAuxiliary, holdsSubject, holdsFirstPerson, holdsNegation, holdsContraction, holdsAdverb, holdsPreposition
    case holdsDeterminer, opensWithDeterminer, opensWithPreposition, opensWithAuxiliary, opensWithParticiple, opensWithGerund
    case holdsRole

    // What stands right before it.
    case opensParagraph, opensSentence, afterComma, afterColon, afterDash, afterBracket, afterEqualsSign, afterQuotation
    case afterArticle, afterThe, afterDemonstrative, afterPossessive, afterPreposition, afterAs, afterTo, afterComplementizer
    case afterAuxiliary, afterCoordinator, afterSpeechCue, afterAttitude, afterTerm, afterRole, afterCapital, afterPlainWord
    case afterObject, afterNegation, afterOf, afterOn, afterIn, afterWith, afterLike
    case afterMaking, afterWork, workNearBefore, makingNearBefore, carrierNearBefore, sayingNearBefore, namingNearBefore
    case judgingBefore, groupNearBefore

    // What stands right behind it.
    case endsParagraph, beforeComma, beforeTerminator, beforeCapital, beforePlainWord, beforePreposition, beforeAuxiliary
    case beforeCoordinator, beforeCue, beforeDash, beforeBracket, beforeRelative, beforeSubject, beforeHyphen, beforeBy
    case beforeMaker, beforeWork, beforeCarrier, beforeGroup

    // What stands around it.
    case cueWithinThreeBefore, cueWithinTenBefore, cueBefore, cueWithinThreeBehind, cueWithinTenBehind
    case attitudeWithinTenBefore, documentBefore, roleBefore, hasSource, hasNoCue, inContent, besideSpeech, besideNoSpeech
    case inFirstSection, inHeading, goesOnFromSpeech, isRepeated, isSaidElsewhere
}
