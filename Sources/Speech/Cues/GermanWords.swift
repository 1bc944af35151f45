internal import TextCore

/// German words that rules ask for by themselves, by token hash.
enum GermanWords {
    /// The subjunctive of retold speech ("sei", "habe", "müsse"): first subjunctive, never an indicative of news.
    static let subjunctive = words(
        """
        sei seien seist habe werde könne müsse solle wolle dürfe möge gebe gehe komme stehe liege lasse bleibe handele handle halte
        sehe wisse brauche bestehe trage nehme führe bringe finde gelte mache sage spiele zeige leide lebe arbeite diene fehle folge
        gehöre glaube hoffe kenne laufe leiste biete bitte drohe entspreche erhalte erwarte existiere fordere funktioniere fühle
        gelinge geschehe herrsche helfe heiße kämpfe koste lehne liefere meine nutze plane prüfe rechne scheine schaffe setze
        spreche stelle steige sterbe suche tue treffe trete unterstütze verdiene verfüge verhandle verlange verletze versuche
        vertrete verstoße wachse warte widerspreche wirke wünsche ziehe zahle zwinge bedeute beginne benötige beruhe besitze
        betrage bewege ergebe erfolge ermögliche erkläre fahre falle hänge kaufe klinge leite löse missachte rechtfertige
        schade schütze stamme stimme verbiete verhindere verliere verschwinde verzichte vorliege wende zerstöre zähle
        """
    )
    /// The second subjunctive, which retells where the first looks like an indicative ("hätten") and also supposes.
    static let secondSubjunctive = words(
        """
        hätten hätte wären wäre würden würde könnten könnte müssten müsste sollten dürften dürfte kämen käme gäbe gäben ginge
        gingen ließe ließen bliebe blieben läge lägen stünde stünden bräuchten nähmen
        """
    )
    /// Articles and possessives that a subject may have.
    static let nominative = words(
        "der die das ein eine sein seine ihr ihre unser unsere diese dieser dieses jede jeder jedes keine kein"
    )
    /// Words in -e that stand behind nouns and are no verb.
    static let adverbsInE = words(
        """
        heute gerne alleine beinahe lange nahe beide alle viele einige mehrere andere solche welche gerade zuhause ende anfang
        ohne bitte danke leise schade vergebene
        """
    )
    /// Conjunctions and question words that open what is said behind a comma.
    static let opensContent = words("dass daß ob wie warum weshalb wieso was wer wen wem wann wo woher wohin")
    /// Words that open a clause which is no content: why, when, although, and what a noun is.
    static let opensOther = words(
        """
        weil obwohl nachdem bevor während als da wenn sodass indem sobald solange nachdem um ohne statt anstatt damit bis seit
        seitdem denn wobei wodurch wofür womit woran und oder sondern sowie
        """
    )
    /// Relative pronouns, by form.
    static let relative = words("der die das den dem dessen deren denen welcher welche welches welchen welchem")
    /// Pronouns that are a subject.
    static let subject = words("er sie es man wir ich dies diese dieser das")
    /// Nouns whose genitive or `von` gives a source behind `nach`: `nach Angaben der Polizei`.
    static let accounts = words(
        """
        angaben angabe informationen information ansicht auffassung meinung einschätzung aussage aussagen darstellung
        überzeugung worten auskunft auskünften erkenntnissen bericht berichten schätzung schätzungen berechnungen
        untersuchungen untersuchung mitteilung mitteilungen meldung meldungen erklärung prognose prognosen recherchen
        zahlen urteil studie umfrage hochrechnung hochrechnungen erklärungen vorstellung vorstellungen bekunden
        """
    )
    /// Accounts that name their own source: `Medienberichten zufolge`, `nach Polizeiangaben`.
    static let ownAccounts = ["berichten", "angaben", "meldungen", "informationen", "kreisen", "berechnungen", "erkenntnissen"]
        .map { Array($0.utf8) }
    /// Anaphors that stand for what was just said: `Das teilte die Polizei mit.`
    static let anaphors = words("das dies")
    static let wie = Hash64.folded("wie")
    /// Nouns for whom somebody tells, right behind the teller's name: `sagte Kern der Zeitung`.
    static let outlets = words(
        """
        zeitung tageszeitung nachrichtenagentur agentur presseagentur presse sender fernsehsender radiosender nachrichtensender
        magazin nachrichtenmagazin wochenzeitung sonntagszeitung
        """
    )
    static let für = Hash64.folded("für")
    static let nach = Hash64.folded("nach")
    static let laut = words("laut gemäß")
    static let zu = Hash64.folded("zu")
    static let von = words("von vom durch seitens")
    static let als = Hash64.folded("als")
    static let reflexive = words("sich man")
    /// Words before marked words that somebody calls something: `als „Unsinn“`, `eine „Zeitungsente“`.
    static let predicative = words("als für ein eine einen einem einer eines wie")
    /// Participles that give a name, not an opinion: `genannt „das Ohr“`.
    static let nameGiving = words(
        "genannt genannte genannten genannter kurz sogenannt sogenannte sogenannten heißt hieß heißen heiße lautet"
    )

    private static func words(_ text: String) -> Set<UInt64> {
        Set(text.split { $0 == " " || $0 == "\n" }.map { Hash64.folded(String($0)) })
    }
}
