internal import Language
internal import TextCore

/// Names that languages set in marks by custom: `компания «Волна»`, `le journal « Le Matin »`.
extension Aside {
    /// The most words that such a name has.
    private static let longestName = 5

    /// Whether a span is the name of a company, a paper, a ship, …: it starts with a capital and stands right behind a noun.
    static func isName(_ span: MarkedSpan, words count: Int, hasBefore: Bool, in reading: SpeechReading) -> Bool {
        guard customary.contains(reading.text.language) || reading.text.language == "en", count <= longestName,
            let first = span.content.first(where: { reading.tokens[$0].isWord || reading.tokens[$0].kind == .number }),
            reading.tokens[first].isCapitalized || reading.tokens[first].kind == .number
                || reading.tokens[first].shape.contains(.mixedCase),
            let last = reading.lastContentToken(span), reading.tokens[last].kind != .terminator
        else { return false }
        if reading.text.language == "en" {
            return hasBefore && count <= 3 && bears(span.tokens.lowerBound - 1, in: reading)
                && isCapitalized(span.content, reading)
        }
        guard !reading.isComma(last), !span.content.contains(where: { reading.has($0, [.firstPerson, .auxiliary]) && count > 1 })
        else { return false }
        guard hasBefore else { return count <= 3 && isSubject(span, reading) }
        let before = span.tokens.lowerBound - 1
        let token = reading.tokens[before]
        // `газеты «Утро» и «Вечер»`
        if reading.has(before, .coordinator) {
            return before > 0 && reading.tokens[before - 1].kind == .quote && reading.isInAside[before - 1]
        }
        if token.kind == .terminator { return count <= 3 && isSubject(span, reading) }
        guard token.kind == .word || token.kind == .clitic, !isWordForWords(before, reading) else { return false }
        if bears(before, in: reading) { return true }
        // `Как сообщает «Утро», …`
        if before > 0, reading.has(before, .verbCue), mannerWords.contains(reading.tokens[before - 1].hash), count <= 3,
            span.tokens.upperBound < reading.tokens.count, reading.isComma(span.tokens.upperBound)
        {
            return true
        }
        guard !reading.has(before, [.cue, .complementizer, .auxiliary, .subject]) else { return false }
        // `написал в «Твиттере»`, `le porte-parole de « Volane »`
        if reading.has(before, .preposition) { return count <= 3 && isCapitalized(span.content, reading) }
        if reading.has(before, [.determiner, .possessive, .adverb, .subordinator]) { return false }
        let opens = before == 0 || reading.startsLine(before) || reading.endsSentence[before - 1]
        return count <= 2 && (!token.isCapitalized || opens || token.shape.contains(.allCaps)) && !isSlavicVerb(before, reading)
    }

    /// Languages whose names of companies, papers and ships stand in marks.
    private static let customary: Set<String> = ["ru", "uk", "fr", "es", "it", "pt", "pl"]

    /// Whether all words but the short ones are capitalized.
    private static func isCapitalized(_ content: Range<Int>, _ reading: SpeechReading) -> Bool {
        content.allSatisfy {
            reading.tokens[$0].kind != .word || reading.tokens[$0].isCapitalized || reading.tokens[$0].range.count <= 3
        }
    }

    /// `«Волна» сообщила, что`, `« Volane » a annoncé que`: marked words right before a cue and its clause are who says it.
    private static func isSubject(_ span: MarkedSpan, _ reading: SpeechReading) -> Bool {
        var index = span.tokens.upperBound
        let limit = min(reading.tokens.count - 1, index + 4)
        // `«Эксперты» из города сообщили`
        let isPlace = index < limit && reading.has(index, .preposition) && !reading.has(index, .cue)
        while index < limit, isPlace || reading.has(index, [.auxiliary, .adverb]), !reading.has(index, .cue),
            !reading.isComma(index)
        { index += 1 }
        guard index < limit, reading.has(index, .verbCue), !reading.startsLine(index) else { return false }
        let near = (index + 1)..<min(reading.tokens.count, index + 4)
        return near.contains { reading.has($0, .complementizer) && !reading.has($0, .subordinator) }
    }

    /// Whether a noun announces words: `со словами «…»`, `à la question « … »`.
    private static func isWordForWords(_ index: Int, _ reading: SpeechReading) -> Bool {
        wordsForWords.contains(reading.tokens[index].hash)
    }

    private static let mannerWords = Set(["как", "як", "comme", "como", "según", "come", "conforme"].map { Hash64.folded($0) })

    private static let wordsForWords = Set(
        """
        слова словами словам слов вопрос вопросом фраза фразой фразу криком криками возгласом лозунг лозунгом лозунги девиз девизом \
        питання питанням запитання фразою вигуком гаслом слоган слоганом \
        mot mots phrase question cri cris titre slogan devise palabra palabras frase pregunta grito gritos lema eslogan título \
        parola parole domanda grido motto pergunta palavra palavras słowa słowami pytanie
        """.split(separator: " ").map { Hash64.folded(String($0)) }
    )

    /// `скандировали «Порт наш»`: a verb in the past, by its ending.
    private static func isSlavicVerb(_ index: Int, _ reading: SpeechReading) -> Bool {
        guard reading.text.language == "ru" || reading.text.language == "uk" else { return false }
        let bytes = reading.text.text.bytes[reading.tokens[index].range]
        return verbEndings.contains { bytes.count > $0.count && bytes.suffix($0.count).elementsEqual($0) }
    }

    private static let verbEndings = "ил ала или али ела ело ула ули ыл ыла ыли ает ают яет яют ив ав ував ють"
        .split(separator: " ").map { Array($0.utf8) }

    /// Whether a noun bears a name: company, paper, channel, centre, ship, … Russian, Ukrainian and Polish inflect them.
    private static func bears(_ index: Int, in reading: SpeechReading) -> Bool {
        let language = reading.text.language
        guard let nouns = bearers[language] else { return false }
        guard inflected.contains(language) else { return nouns.hashes.contains(reading.tokens[index].hash) }
        let folded = String(decoding: reading.text.text.bytes[reading.tokens[index].range], as: UTF8.self).lowercased()
        return nouns.stems.contains { folded.hasPrefix($0) && folded.utf8.count <= $0.utf8.count + 8 }
    }

    private static let inflected: Set<String> = ["ru", "uk", "pl"]

    private struct Bearers {
        let stems: [String]
        let hashes: Set<UInt64>

        init(_ text: String) {
            stems = text.split(separator: " ").map(String.init)
            hashes = Set(stems.map { Hash64.folded($0) })
        }
    }

    private static let bearers: [String: Bearers] = [
        "ru": Bearers(
            """
            компани телеканал канал издани газет журнал агентств центр завод фирм корпораци холдинг концерн банк парти движени фонд \
            клуб команд театр музе отел гостиниц ресторан кафе магазин сеть сети сервис платформ портал сайт мессенджер соцсет \
            радиостанци радио телекомпани поезд теплоход паром судн корабл танкер станци аэропорт проект программ фильм сериал книг \
            роман песн альбом преми конкурс фестивал выставк операци ураган тайфун шторм ракет комплекс спутник бригад полк \
            батальон организаци объединени ассоциаци группировк институт университет академи школ общество обществ предприяти \
            комбинат фабрик верф бренд марк стадион шахт рудник ооо оао пао зао нко гуп жк тц фк хк
            """
        ),
        "uk": Bearers(
            """
            компані телеканал канал видан газет журнал агентств агенці центр завод фірм корпораці холдинг концерн банк парті рух \
            фонд клуб команд театр музе готел ресторан кафе магазин мереж сервіс платформ портал сайт месенджер соцмереж \
            радіостанці радіо потяг поїзд пором суден судн корабел корабл танкер станці аеропорт проєкт програм фільм серіал книг \
            роман пісн альбом премі конкурс фестивал виставк операці ураган тайфун шторм ракет комплекс супутник бригад полк \
            батальйон організаці об’єднан асоціаці угрупован інститут університет академі школ товариств підприємств комбінат \
            фабрик верф бренд марк стадіон шахт тов пат прат фк
            """
        ),
        "pl": Bearers(
            """
            firm spółk gazet dziennik tygodnik kanał stacj agencj portal parti fundacj zespół klub film serial książk powieś statek \
            prom program projekt
            """
        ),
        "fr": Bearers(
            """
            société entreprise groupe compagnie journal quotidien hebdomadaire magazine revue chaîne radio agence institut centre \
            cabinet banque parti mouvement collectif association fondation club théâtre musée hôtel restaurant café ferry navire \
            bateau paquebot chalutier cargo pétrolier train film livre roman album chanson émission série documentaire programme \
            projet opération ouragan tempête festival exposition prix marque site plateforme réseau application syndicat liste union
            """
        ),
        "es": Bearers(
            """
            sociedad empresa grupo compañía diario periódico semanario revista canal cadena radio agencia instituto centro banco \
            partido movimiento colectivo asociación fundación club teatro museo hotel restaurante café ferry buque barco crucero \
            tren película libro novela disco álbum canción programa serie documental proyecto operación huracán tormenta festival \
            exposición premio marca sitio plataforma red aplicación sindicato lista emisora
            """
        ),
        "it": Bearers(
            """
            società azienda gruppo compagnia giornale quotidiano settimanale rivista canale emittente radio agenzia istituto centro \
            banca partito movimento collettivo associazione fondazione club teatro museo hotel ristorante caffè traghetto nave \
            treno film libro romanzo album canzone programma serie documentario progetto operazione uragano festival mostra premio \
            marchio sito piattaforma sindacato lista
            """
        ),
        "pt": Bearers(
            """
            sociedade empresa grupo companhia jornal diário semanário revista canal emissora rádio agência instituto centro banco \
            partido movimento coletivo associação fundação clube teatro museu hotel restaurante café navio barco trem comboio filme \
            livro romance álbum canção programa série documentário projeto operação furacão festival exposição prêmio marca site \
            plataforma rede sindicato lista
            """
        ),
        "en": Bearers(
            "firm channel company ship ferry vessel boat yacht trawler tanker brand agency restaurant club band newsletter pub cafe"
        ),
    ]
}
