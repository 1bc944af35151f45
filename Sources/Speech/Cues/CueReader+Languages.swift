internal import Language
internal import TextCore

/// Frames that other languages than English and German build in their own ways.
extension CueReader {
    var isOther: Bool { reading.text.language != "en" && reading.text.language != "de" }

    // MARK: Как сообщил министр, …

    /// `Как сообщил министр, …`, `…, según informó la policía`: a cue behind a conjunction of manner, its source behind it.
    func mannerClause(of cue: Int, _ cueEnd: Int) -> Attribution? {
        guard isOther else { return nil }
        var opener = cue - 1
        while opener >= period.lowerBound, cue - opener <= 4, reading.isOutside(opener),
            !Self.manner.contains(tokens[opener].hash)
        {
            guard reading.has(opener, [.auxiliary, .adverb]) || tokens[opener].kind == .clitic else { return nil }
            opener -= 1
        }
        guard opener >= period.lowerBound, cue - opener <= 4, reading.isOutside(opener),
            Self.manner.contains(tokens[opener].hash),
            cueEnd < period.upperBound,
            var source = withOpeningMark(
                withClosingMark(textSource(behind: cueEnd, cue: cue) ?? inverted(cueEnd)),
                cueEnd
            )
        else { return nil }
        // `según recoge Efe, Peña dijo …`: a clause behind the comma, no apposition.
        if (source.head.upperBound..<source.mention.upperBound).contains(where: { reading.has($0, [.auxiliary, .verbCue]) }) {
            source.mention = source.head
        }
        let isOpening = (period.lowerBound..<opener).allSatisfy {
            reading.isOutside($0)
                && (!tokens[$0].isWord || reading.has($0, .coordinator) || tokens[$0].hash == Self.such)
        }
        guard isOpening || !reading.isOutside(opener - 1) || reading.isComma(opener - 1) || reading.isBreak(opener - 1) else {
            return nil
        }
        var attribution = Attribution(
            cue: cue..<cueEnd,
            word: reading.words[cue],
            source: source,
            frame: opener..<source.mention.upperBound,
            isMarked: true
        )
        if isOpening {
            // «Как рассказал источник, близкий к правительству, преемник выбран»
            let isClosed = ((source.head.upperBound + 1)..<max(source.head.upperBound + 1, period.upperBound)).contains {
                reading.isOutside($0) && reading.isComma($0)
            }
            let start = isClosed && isAdjectival(source.head.upperBound + 1) ? source.mention.upperBound : source.head.upperBound
            guard
                let comma = (start..<period.upperBound).first(where: {
                    reading.isOutside($0) && reading.isComma($0)
                }),
                comma + 1 < period.upperBound
            else { return nil }
            // `Как сообщила газета «Утро», порт закроют`: the clause, no apposition.
            if source.mention.upperBound >= period.upperBound - 1, source.head.upperBound <= comma {
                source.mention = source.head
                attribution.source = source
                attribution.frame = opener..<comma
            }
            attribution.right = (comma + 1)..<period.upperBound
        } else {
            let end = reading.isOutside(opener - 1) ? opener - 1 : opener
            guard period.lowerBound < end else { return nil }
            attribution.left = period.lowerBound..<end
        }
        return attribution
    }

    /// Whether a Russian or Ukrainian word has the ending of an adjective or a participle, as one that goes on with the noun before a
    /// comma does.
    private func isAdjectival(_ index: Int) -> Bool {
        guard let endings = Self.adjectives[reading.text.language], index < period.upperBound, reading.isOutside(index),
            tokens[index].kind == .word, !tokens[index].isCapitalized, tokens[index].range.count > 8
        else { return false }
        return endings.end(reading.text.text.bytes[tokens[index].range])
    }

    private static let adjectives = WordEndings.of("adjective", in: ["ru", "uk"])

    // MARK: Añadió: “…”

    /// `Y añadió: “…”`, `وأضاف: “…”`: a verb without a subject, with the words right behind it.
    func dropsSubject(_ cueEnd: Int, _ word: WordClass) -> Bool {
        guard Self.dropping.contains(reading.text.language), word.contains(.speech), cueEnd < period.upperBound else {
            return false
        }
        return !reading.isOutside(cueEnd) || reading.isColon(cueEnd)
    }

    private static let dropping: Set<String> = ["ar", "es", "it", "pt", "pl"]

    // MARK: …, передаёт ТАСС

    /// `Петров заявил, что причал стар, передаёт ТАСС`: whoever spread words that another cue has given to somebody already. It
    /// ends what that one said.
    func agencyTail(_ cueEnd: Int, behind comma: Int, _ previous: Attribution?) -> Attribution.Source? {
        guard isOther, reading.isComma(comma), let previous, previous.isMarked, let right = previous.right, right.contains(comma),
            !hasSpan(right.lowerBound..<comma), let source = inverted(cueEnd), source.reference == .noun
        else { return nil }
        let next = source.mention.upperBound
        if next >= period.upperBound || reading.isOutside(next) && tokens[next].kind == .terminator { return source }
        // `передаёт ТАСС со ссылкой на мэра`
        return relayingPhrase(in: (source.mention.lowerBound + 1)..<(next + 1)) == nil ? nil : source
    }

    func isMannerOpener(_ index: Int) -> Bool { isOther && Self.manner.contains(tokens[index].hash) }

    /// `Tal y como informó la policía, …`
    private static let such = Hash64.folded("tal")
    private static let manner = words("как як comme como según segun secondo come conforme jak zoals seperti")

    // MARK: Pour Anne Roux, « … »

    /// `Pour Anne Roux, « la digue est trop basse »`: whose opinion marked words are.
    func opinion(at index: Int) -> Attribution? {
        guard isOther, index == period.lowerBound, Self.forWords.contains(tokens[index].hash), !reading.has(index, .source),
            var source = finder.source(after: index + 1, before: period.upperBound), source.reference == .noun
        else { return nil }
        let comma = source.head.upperBound
        guard comma + 1 < period.upperBound, reading.isOutside(comma), reading.isComma(comma),
            hasSpan((comma + 1)..<min(period.upperBound, comma + SourceFinder.reach))
        else { return nil }
        source.mention = source.head
        return Attribution(
            cue: index..<(index + 1),
            word: .source,
            source: source,
            frame: index..<(comma + 1),
            right: (comma + 1)..<period.upperBound,
            isMarked: !reading.isOutside(comma + 1)
        )
    }

    private static let forWords = words("pour para per по для dla voor")

    // MARK: «…», — говорится в сообщении

    /// `говорится в сообщении профсоюза`: the text that says it stands behind a preposition.
    func textSource(behind cueEnd: Int, cue: Int) -> Attribution.Source? {
        let start = behindOutlet(cueEnd)
        guard isOther, Self.textCues.contains(tokens[cue].hash) || isPluralPast(cue), start + 1 < period.upperBound,
            reading.isOutside(start),
            Self.inWords.contains(tokens[start].hash)
        else { return nil }
        return finder.source(after: start + 1, before: period.upperBound)
    }

    /// `В законе говорится, что`, `В мэрии заявили`: the text or institution stands first, behind its preposition.
    func textSource(before cue: Int) -> Attribution.Source? {
        if let institution = institution(before: cue) { return institution }
        guard reading.text.language == "ru" || reading.text.language == "uk", Self.textCues.contains(tokens[cue].hash),
            let preposition = (max(period.lowerBound, cue - 12)..<cue).first(where: {
                reading.isOutside($0) && Self.inWords.contains(tokens[$0].hash)
                    && ($0 == period.lowerBound || reading.isComma($0 - 1))
            }), preposition + 1 < cue, let source = finder.source(after: preposition + 1, before: cue), source.reference == .noun
        else { return nil }
        return source
    }

    /// `сообщили в мэрии`: an impersonal plural.
    private func isPluralPast(_ cue: Int) -> Bool {
        Self.plurals[reading.text.language]?.end(reading.text.text.bytes[tokens[cue].range]) ?? false
    }

    private static let plurals = WordEndings.of("past plural", in: ["ru", "uk"])

    /// `Городу обещали «зелёный коридор»`, `Der Stadt wurde ein „grüner Korridor“ versprochen`, `Man versprach`: nobody in
    /// particular says it. A lone dative is no subject; a passive without `von` has none that speaks.
    func isImpersonal(_ cue: Int, _ source: Attribution.Source?) -> Bool {
        guard let source else { return false }
        switch reading.text.language {
        case "ru":
            return isPluralPast(cue) && source.head.count == 1 && source.head.upperBound <= cue
                && ["у", "ю"].contains {
                    reading.text.text.bytes[tokens[source.head.lowerBound].range].suffix(2).elementsEqual($0.utf8)
                }
        case "de": return isNobodysPassive(cue, source)
        default: return false
        }
    }

    // MARK: По его словам

    /// `По его словам, мост закроют`, `a su juicio`, `à son avis`, `d’après ses propres déclarations`: a possessive between a
    /// preposition and a noun for words.
    func possessiveSource(at index: Int) -> Attribution? {
        guard isOther, Self.accountPrepositions.contains(tokens[index].hash) || reading.has(index, .source) else { return nil }
        let owner = index + (reading.has(index, .source) ? Int(reading.lengths[index]) : 1)
        guard owner + 2 < period.upperBound, reading.has(owner, .possessive) else { return nil }
        let noun = Self.own.contains(tokens[owner + 1].hash) ? owner + 2 : owner + 1
        guard noun + 1 < period.upperBound, Self.accounts.contains(tokens[noun].hash),
            (owner...noun).allSatisfy(reading.isOutside)
        else { return nil }
        let source = Attribution.Source(mention: owner..<(owner + 1), head: owner..<(owner + 1), reference: .pronoun)
        let frame = index..<(noun + 1)
        var attribution = Attribution(cue: frame, word: .source, source: source, frame: frame, isMarked: true)
        if let parts = parenthesis(frame) {
            (attribution.left, attribution.right) = parts
            attribution.isSplit = true
            return attribution
        }
        var next = noun + 1
        while next < period.upperBound, reading.isOutside(next), reading.isComma(next) { next += 1 }
        if index == period.lowerBound {
            guard next < period.upperBound else { return nil }
            attribution.right = next..<period.upperBound
        } else {
            attribution.left = period.lowerBound..<index
        }
        return attribution
    }

    /// «По предварительным данным следствия, водитель скрылся»: adjectives inside the phrase that gives a source.
    func accountWithAdjective(at index: Int) -> Attribution? {
        guard reading.text.language == "ru" || reading.text.language == "uk",
            Self.accountPrepositions.contains(tokens[index].hash)
        else { return nil }
        var noun = index + 1
        while noun < min(period.upperBound, index + 4), reading.isOutside(noun), tokens[noun].kind == .word,
            !tokens[noun].isCapitalized, !Self.accounts.contains(tokens[noun].hash),
            reading.words[noun].isDisjoint(with: [.possessive, .preposition, .coordinator, .verbCue, .role])
        {
            noun += 1
        }
        guard noun > index + 1, noun + 1 < period.upperBound, Self.accounts.contains(tokens[noun].hash),
            reading.isOutside(noun), tokens[noun + 1].isWord, !reading.has(noun + 1, [.preposition, .complementizer, .relative])
        else { return nil }
        return accordingTo(index..<(noun + 1), .source)
    }

    /// «Порт, по словам мэра, закроют», «Страйк, за її словами, триватиме»: the clause around a frame between commas, which stand
    /// around every such frame in these languages.
    func parenthesis(_ frame: Range<Int>) -> (left: Range<Int>?, right: Range<Int>?)? {
        let (opening, closing) = (frame.lowerBound - 1, frame.upperBound)
        guard reading.text.language == "ru" || reading.text.language == "uk", opening > period.lowerBound,
            closing + 2 < period.upperBound, reading.isOutside(opening), reading.isComma(opening),
            reading.isOutside(closing), reading.isComma(closing), reading.isOutside(closing + 1),
            tokens[closing + 1].kind == .word, !tokens[closing + 1].isCapitalized,
            !reading.has(closing + 1, [.role, .collective, .coordinator, .relative, .subordinator, .complementizer]),
            !(period.lowerBound..<opening).contains(where: { reading.isOutside($0) && reading.has($0, .complementizer) })
        else { return nil }
        // «Мэр уехал, а порт, по его словам, закроют»: from the conjunction on.
        let start = (period.lowerBound..<opening).last { index in
            reading.isOutside(index) && reading.has(index, .coordinator) && index > period.lowerBound
                && reading.isOutside(index - 1) && reading.isComma(index - 1)
        }
        return ((start.map { $0 + 1 } ?? period.lowerBound)..<opening, (closing + 1)..<period.upperBound)
    }

    /// Adjectives between a possessive and a noun for words.
    private static let own = words("собственным собственному власними власним propias propios propia propio propres propre")
    private static let accountPrepositions = words("по за на со зі a en según à selon")
    private static let accounts = words(
        """
        словам мнению данным информации утверждению утверждениям оценке оценкам версии слов подсчётам подсчетам расчётам расчетам
        сведениям признанию убеждению словами думку даними інформацією оцінками підрахунками оцінкою переконанням
        juicio opinión entender parecer palabras declaraciones estimaciones cálculos dichos versión relato
        avis dires propos mots yeux déclarations paroles calculs estimations
        """
    )

    private static let textCues = words(
        "говорится сказано отмечается указано говориться йдеться сказано зазначено lit reza czytamy"
    )
    private static let inWords = words("в во у dans en w na")

    // MARK: Content

    /// Whether a question is asked behind a comma: `спросил, открыт ли порт`, `запитав, чи відкрито порт`, `спросил, когда`.
    func opensQuestion(_ start: Int) -> Bool {
        guard isOther, start < period.upperBound, reading.isOutside(start) else { return false }
        if Self.questions.contains(tokens[start].hash) { return true }
        return (start..<min(period.upperBound, start + 4)).contains { reading.isOutside($0) && tokens[$0].hash == Self.li }
    }

    private static let li = Hash64.folded("ли")
    private static let questions = words(
        "кто где когда почему зачем сколько куда откуда какой какая какие чей чи хто де коли чому скільки куди kto gdzie kiedy dlaczego czy ile"
    )

    /// `сообщила журналистам, что`: the word that opens content, behind an addressee and its comma.
    func contentBehindAddressee(_ start: Int) -> Int? {
        guard isOther else { return nil }
        var seen = 0
        for index in start..<min(period.upperBound - 1, start + 16) {
            guard reading.isOutside(index) else { return nil }
            // The name of a paper or a channel in marks is one word.
            if reading.isInAside[index] { continue }
            seen += 1
            if seen > 5 { return nil }
            if reading.isComma(index) {
                return reading.has(index + 1, .complementizer) && !reading.has(index + 1, .subordinator) ? index + 2 : nil
            }
            if reading.has(index, [.auxiliary, .verbCue, .complementizer]) { return nil }
        }
        return nil
    }

    /// Languages that set a comma before every content clause, and never one between a noun and `that`.
    var setsCommas: Bool { ["ru", "uk", "pl"].contains(reading.text.language) }

    /// Whether an article opens a time, `el lunes`: it stands between a cue and its content.
    func opensTime(_ index: Int) -> Bool {
        isOther && reading.has(index, .determiner) && index + 1 < period.upperBound && reading.has(index + 1, .time)
    }

    /// How many words retold content needs before its frame: languages without articles say much in two.
    static func fewestBefore(_ language: String) -> Int {
        ["ru", "uk", "pl", "tr", "ko", "ar", "zh", "ja"].contains(language) ? 2 : 3
    }

    private static func words(_ text: String) -> Set<UInt64> {
        Set(text.split(whereSeparator: \.isWhitespace).map { Hash64.folded($0) })
    }

    // MARK: Offices

    /// A Chinese or Japanese source without the office in front of the name, a Korean one without the office behind it.
    func withoutOffice(_ source: Attribution.Source?) -> Attribution.Source? {
        guard var source, source.reference == .noun else { return source }
        switch reading.text.language {
        case "zh":
            let bytes = reading.bytes(source.head)
            let text = reading.text.text.bytes[bytes]
            guard let office = Self.chineseOffices.first(where: { text.starts(with: $0) }) else { return source }
            let start = source.head.first { Int(tokens[$0].start) >= bytes.lowerBound + office.count } ?? source.head.upperBound
            if (2...4).contains(source.head.upperBound - start) { source.head = start..<source.head.upperBound }
        case "ja":
            // `外相の田中氏`: what stands behind an office and its particle.
            guard let particle = source.head.firstIndex(where: { tokens[$0].hash == Self.genitive }),
                source.head.index(after: particle) < source.head.upperBound
            else { return source }
            let office = reading.text.text.bytes[reading.bytes(source.head.lowerBound..<source.head[particle])]
            guard Self.japaneseTitles.contains(where: { office.suffix($0.count).elementsEqual($0) }) else { return source }
            source.head = (source.head[particle] + 1)..<source.head.upperBound
        case "ko":
            let bytes = reading.bytes(source.head)
            let text = reading.text.text.bytes[bytes]
            guard let title = Self.koreanTitles.first(where: { text.suffix($0.count).elementsEqual($0) }) else { return source }
            let end =
                source.head.last { Int(tokens[$0].end) <= bytes.upperBound - title.count }.map { $0 + 1 }
                ?? source.head.lowerBound
            if end > source.head.lowerBound { source.head = source.head.lowerBound..<end }
        default: break
        }
        return source
    }

    private static func offices(_ text: String) -> [[UInt8]] {
        text.split(separator: " ").map { Array($0.utf8) }.sorted { $0.count > $1.count }
    }

    private static let chineseOffices = offices(
        "部长 部長 总统 總統 总理 總理 主席 副主席 外长 外長 国务卿 發言人 发言人 市长 市長 省长 省長 州长 州長 局长 局長 教授 院长 院長 议员 議員 经理 經理 董事长 董事長 专家 專家 主任 书记 書記 大使 检察官 檢察官 律师 律師"
    )
    private static let genitive = Hash64.folded("の")
    private static let japaneseTitles = offices(
        "大臣 首相 総理 大統領 知事 市長 町長 村長 社長 会長 議員 議長 長官 外相 財務相 防衛相 官房長官 教授 監督 選手 容疑者 被告 さん 氏 報道官 委員長 幹事長 代表"
    )
    private static let koreanTitles = offices(
        "장관은 장관이 대통령은 대통령이 총리는 총리가 의원은 의원이 대표는 대표가 시장은 시장이 교수는 교수가 씨는 씨가 대변인은 대변인이 위원장은 위원장이 사장은 사장이 장관 대통령 총리 의원 대표 시장 교수 씨 대변인 위원장 사장"
    )

    /// `김민수 장관은 “…”고 말했다`: the words up to the first subject particle, which ends its word.
    func koreanTopic(before cue: Int, _ low: Int) -> Range<Int>? {
        guard reading.text.language == "ko" else { return nil }
        var start = low
        // Behind a quotation, its particle.
        while start < cue,
            !reading.isOutside(start) || Self.koreanQuotatives.contains(tokens[start].hash) || !tokens[start].isWord
        { start += 1 }
        guard start < cue else { return nil }
        for index in start..<min(cue, start + 8) {
            guard reading.isOutside(index), tokens[index].isWord else { return nil }
            let bytes = reading.text.text.bytes[tokens[index].range]
            if Self.koreanParticles.contains(where: { bytes.count > $0.count && bytes.suffix($0.count).elementsEqual($0) }) {
                return start..<(index + 1)
            }
        }
        return nil
    }

    private static let koreanParticles = ["은", "는", "이", "가", "께서"].map { Array($0.utf8) }
    private static let koreanQuotatives = words("고 라고 이라고 며 면서 라며")
}
