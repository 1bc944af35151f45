import Language
import TestSupport
import Testing
import TextCore

@Suite struct FigureTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let language: String
        let text: String
        /// `expression = value[..second] bound unit[ {counted}]`, one per figure.
        let figures: [String]
        var testDescription: String { text }

        init(_ language: String, _ text: String, _ figures: String...) {
            self.language = language
            self.text = text
            self.figures = figures
        }
    }

    private func check(_ test: Case) {
        let annotated = annotate(test.text, test.language)
        #expect(annotated.figures.map { $0.described(in: annotated.text) } == test.figures)
    }

    @Test(arguments: [
        Case("en", "About 17,000 people came.", "About 17,000 = 17000 about count {people}"),
        Case("en", "It polled 12 member states.", "12 = 12 count {member states}"),
        Case("en", "The fund holds $3.5 million in cash.", "$3.5 million = 3500000 USD {cash}"),
        Case(
            "en",
            "It cost at least €40 million, or about $39 million.",
            "at least €40 million = 40000000 atLeast EUR",
            "about $39 million = 39000000 about USD @restated"
        ),
        Case("en", "They paid US$5bn and £20m.", "US$5bn = 5000000000 USD {paid}", "£20m = 20000000 GBP {paid}"),
        Case("en", "They paid 40 million euros.", "40 million euros = 40000000 EUR {paid}"),
        Case("en", "It fetched USD 300 then.", "USD 300 = 300 USD"),
        Case("en", "It paid C$10 each.", "C$10 = 10 CAD {paid}"),
        Case("en", "Support fell to 35%.", "35% = 35 percent @to"),
        Case("en", "Some 6.4 percent of voters agreed.", "Some 6.4 percent = 6.4 about percent {voters}"),
        Case("en", "It rose 3 percentage points.", "3 percentage points = 3 percentage point @increase"),
        Case("en", "Turnout was 12 per cent.", "12 per cent = 12 percent"),
        Case("en", "The Senate voted 97-1 on it.", "97-1 = 97..1 ratio @vote"),
        Case("en", "It passed 217–213 late at night.", "217–213 = 217..213 ratio @vote"),
        Case("en", "It passed by a vote of 97 to 1.", "97 to 1 = 97..1 ratio @vote"),
        Case("en", "Members voted seven to two for it.", "seven to two = 7..2 ratio @vote"),
        Case("en", "It passed by 7 votes to 2.", "7 votes to 2 = 7..2 ratio @vote"),
        Case("en", "It will take 10 to 15 people.", "10 to 15 = 10..15 range count {people}"),
        Case("en", "Between 3 and 5 million people fled.", "Between 3 and 5 million = 3000000..5000000 range count {people}"),
        Case("en", "Prices rose 10-15%.", "10-15% = 10..15 range percent @increase"),
        Case("en", "It costs $3 to $5 million.", "$3 to $5 million = 3000000..5000000 range USD"),
        Case("en", "It takes 2-3 weeks.", "2-3 weeks = 2..3 range week"),
        Case("en", "Prices rose from 3 to 5 percent.", "3 = 3 percent @from", "5 percent = 5 percent @to"),
        Case(
            "en",
            "Nearly two-thirds of the city’s freight crosses it.",
            "Nearly two-thirds = 0.667 about share {freight}"
        ),
        Case("en", "A third of voters agreed.", "A third = 0.333 share {voters}"),
        Case("en", "One-third of all members left.", "One-third = 0.333 share {members}"),
        Case("en", "More than half of residents agree.", "More than half = 0.5 moreThan share {residents}"),
        Case("en", "It sold half a million copies.", "half a million = 500000 count {copies}"),
        Case("en", "They stayed half a year.", "half a year = 0.5 year"),
        Case("en", "A half-dozen lawmakers left.", "A half-dozen = 6 count {lawmakers}"),
        Case("en", "Most residents want a bridge.", "Most = 0.5 moreThan share {residents}"),
        Case("en", "He gave the most important speech."),
        Case("en", "A majority of senators agreed.", "A majority = 0.5 moreThan share {senators}"),
        Case("en", "None of them has been charged.", "None of = 0 share"),
        Case("en", "Almost all of the platforms agreed.", "Almost all of = 1 about share {platforms}"),
        Case("en", "Few voters cared.", "Few = 0.5 lessThan share {voters}"),
        Case("en", "In the past few days nothing happened."),
        Case("en", "One in five children goes hungry.", "One in five = 0.2 share {children}"),
        Case("en", "Two out of three voters agreed.", "Two out of three = 0.667 share {voters}"),
        Case("en", "Seventeen thousand people marched.", "Seventeen thousand = 17000 count {people}"),
        Case("en", "One hundred and five ships sank.", "One hundred and five = 105 count {ships}"),
        Case("en", "Twenty-one men died.", "Twenty-one = 21 count {men} #killed"),
        Case("en", "Two hundred fifty thousand voters came.", "Two hundred fifty thousand = 250000 count {voters}"),
        Case("en", "A dozen ships left.", "A dozen = 12 count {ships}"),
        Case("en", "A million voters left.", "A million = 1000000 count {voters}"),
        Case("en", "The 42-year-old driver fled.", "42-year-old = 42 year @age"),
        Case("en", "Weiner, 46, resigned.", "46 = 46 year @age"),
        Case("en", "It is a two-hour film.", "two-hour = 2 hour"),
        Case("en", "A four-page summary came.", "four = 4 count {page}"),
        Case("en", "It drove at about eight knots.", "about eight knots = 8 about knot"),
        Case("en", "It lies 30 miles away.", "30 miles = 30 mile"),
        Case("en", "It ran 10km.", "10km = 10 km"),
        Case("en", "It was 38 °C there.", "38 °C = 38 degree"),
        Case("en", "It fell to -5 °C there.", "-5 °C = -5 degree @to"),
        Case("en", "It was the first time.", "first = 1 ordinal {time}"),
        Case("en", "He came 21st in the 5th race.", "21st = 21 ordinal", "5th = 5 ordinal {race}"),
        Case("en", "At first, he first denied it."),
        Case("en", "No more than 50 guests came.", "No more than 50 = 50 atMost count {guests}"),
        Case("en", "Fewer than 12 boats sailed.", "Fewer than 12 = 12 lessThan count {boats}"),
        Case("en", "Over 5,000 troops left.", "Over 5,000 = 5000 moreThan count {troops}"),
        Case("en", "Up to 40 boats left.", "Up to 40 = 40 atMost count {boats}"),
        Case("en", "As many as 300 people died.", "As many as 300 = 300 atMost count {people} #killed"),
        Case("en", "Fines of $500 or more apply.", "$500 or more = 500 atLeast USD {Fines}"),
        Case("en", "He has 100+ followers.", "100+ = 100 atLeast count {followers}"),
        Case("en", "About 2/3 of voters agree.", "About 2/3 = 0.667 about share {voters}"),
        Case("en", "Two of the pilot’s dogs left.", "Two = 2 count {dogs}"),
        Case("en", "Some 3\u{A0}000 people came.", "Some 3\u{A0}000 = 3000 about count {people}"),
        Case("en", "It has 38 crew.", "38 = 38 count {crew}"),
    ])
    func english(_ test: Case) { check(test) }

    @Test(arguments: [
        Case("en", "She vetoed SB 1062 on Tuesday."),
        Case("en", "A Boeing 737 crashed."),
        Case("en", "Britain triggered Article 50."),
        Case("en", "It was on France 5."),
        Case("en", "He had Covid-19 and flew an F-16."),
        Case("en", "Call 555-1234 or 1-800-555-0100."),
        Case("en", "In 2012 he won the 2014 race."),
        Case("en", "It began on October 18, 2021 at 14:05."),
        Case("en", "He was one of those who left."),
        Case("en", "No one knew.", "No one = 0 share"),
        Case("en", "It grew in the 1990s."),
        Case("en", "It is a 24/7 service."),
    ])
    func notFigures(_ test: Case) { check(test) }

    @Test(arguments: [
        Case("fr", "Selon les secours, 17 personnes ont été soignées.", "17 = 17 count {personnes}"),
        Case("fr", "Il y a 17 000 habitants.", "17 000 = 17000 count {habitants}"),
        Case("fr", "Il y a 17\u{202F}000 habitants.", "17\u{202F}000 = 17000 count {habitants}"),
        Case("fr", "L’action a perdu 6,4 % lundi.", "6,4 % = 6.4 percent @decrease"),
        Case("fr", "Il faut au moins 40 millions d’euros.", "au moins 40 millions d’euros = 40000000 atLeast EUR"),
        Case("fr", "Le fonds a 3 milliards de dollars.", "3 milliards de dollars = 3000000000 USD"),
        Case("fr", "Le conseil a voté par 7 voix contre 2.", "7 voix contre 2 = 7..2 ratio @vote"),
        Case("fr", "Vingt et un députés sont partis.", "Vingt et un = 21 count {députés}"),
        Case("fr", "Quatre-vingt-dix navires sont partis.", "Quatre-vingt-dix = 90 count {navires}"),
        Case("fr", "Soixante-douze navires sont partis.", "Soixante-douze = 72 count {navires}"),
        Case("fr", "Deux cent mille manifestants ont défilé.", "Deux cent mille = 200000 count {manifestants}"),
        Case("fr", "Les deux tiers des électeurs ont voté.", "deux tiers = 0.667 share {électeurs}"),
        Case("fr", "Un tiers des électeurs a voté.", "Un tiers = 0.333 share {électeurs}"),
        Case("fr", "La moitié des électeurs a voté.", "La moitié = 0.5 share {électeurs}"),
        Case("fr", "La plupart des électeurs ont voté.", "La plupart = 0.5 moreThan share {électeurs}"),
        Case("fr", "Une majorité de Français est pour.", "Une majorité = 0.5 moreThan share {Français}"),
        Case("fr", "Un Français sur trois est pour.", "Un Français sur trois = 0.333 share {Français}"),
        Case("fr", "Entre 10 et 15 bateaux ont coulé.", "Entre 10 et 15 = 10..15 range count {bateaux}"),
        Case("fr", "Plus de 300 personnes sont mortes.", "Plus de 300 = 300 moreThan count {personnes} #killed"),
        Case("fr", "Près de 40 % des électeurs sont pour.", "Près de 40 % = 40 about percent {électeurs}"),
        Case("fr", "Moins de dix jours ont suffi.", "Moins de dix jours = 10 lessThan day"),
        Case("fr", "Pour la première fois, il cède.", "première = 1 ordinal {fois}"),
        Case("fr", "Une trentaine de navires attend.", "Une trentaine = 30 about count {navires}"),
        Case("de", "Rund 17.000 Menschen kamen.", "Rund 17.000 = 17000 about count {Menschen}"),
        Case("de", "Die Aktie fiel um 3,5 Prozent.", "3,5 Prozent = 3.5 percent @decrease"),
        Case("de", "Es kostet 40 Mio. Euro.", "40 Mio. Euro = 40000000 EUR"),
        Case("de", "Es kostet 2,5 Milliarden Dollar.", "2,5 Milliarden Dollar = 2500000000 USD"),
        Case("de", "Einundzwanzig Schiffe sanken.", "Einundzwanzig = 21 count {Schiffe}"),
        Case("de", "Es kamen siebzehntausend Menschen.", "siebzehntausend = 17000 count {Menschen}"),
        Case("de", "Es kamen zweihundertfünfzig Menschen.", "zweihundertfünfzig = 250 count {Menschen}"),
        Case("de", "Zwei Drittel der Wähler stimmten zu.", "Zwei Drittel = 0.667 share {Wähler}"),
        Case("de", "Der 61-jährige Fahrer floh.", "61-jährige = 61 year @age"),
        Case("de", "Die Hälfte der Wähler stimmte zu.", "Die Hälfte = 0.5 share {Wähler}"),
        Case("de", "Die meisten Wähler stimmten zu.", "Die meisten = 0.5 moreThan share {Wähler}"),
        Case("de", "Mehr als 300 Menschen starben.", "Mehr als 300 = 300 moreThan count {Menschen} #killed"),
        Case("de", "Mindestens zwölf Menschen starben.", "Mindestens zwölf = 12 atLeast count {Menschen} #killed"),
        Case("de", "Zwischen 10 und 15 Boote sanken.", "Zwischen 10 und 15 = 10..15 range count {Boote}"),
        Case("de", "Es dauert 10 bis 15 Jahre.", "10 bis 15 Jahre = 10..15 range year"),
        Case("de", "Der Rat stimmte mit 7 zu 2 Stimmen zu.", "7 zu 2 = 7..2 ratio @vote"),
        Case("de", "Das Team siegte 3:2 in Köln.", "3:2 = 3..2 ratio @score"),
        Case("de", "Eine halbe Million Menschen floh.", "Eine halbe Million = 500000 count {Menschen}"),
        Case("de", "Jeder dritte Deutsche ist dafür.", "Jeder dritte = 0.333 share {Deutsche}"),
        Case("de", "Es stieg um zwei Prozentpunkte.", "zwei Prozentpunkte = 2 percentage point @increase"),
        Case("es", "Unas 17.000 personas marcharon.", "Unas 17.000 = 17000 about count {personas}"),
        Case("es", "La acción cayó un 3,5 por ciento.", "3,5 por ciento = 3.5 percent @decrease"),
        Case("es", "Cuesta al menos 40 millones de euros.", "al menos 40 millones de euros = 40000000 atLeast EUR"),
        Case("es", "Treinta y dos barcos salieron.", "Treinta y dos = 32 count {barcos}"),
        Case("es", "Dos mil quinientas personas salieron.", "Dos mil quinientas = 2500 count {personas}"),
        Case("es", "La mayoría de los votantes lo apoya.", "La mayoría = 0.5 moreThan share {votantes}"),
        Case("es", "Dos tercios de los votantes lo apoyan.", "Dos tercios = 0.667 share {votantes}"),
        Case("es", "Más de 300 personas murieron.", "Más de 300 = 300 moreThan count {personas} #killed"),
        Case("es", "Aprobaron la ley por 7 votos contra 2.", "7 votos contra 2 = 7..2 ratio @vote"),
        Case("es", "Medio millón de personas huyó.", "Medio millón = 500000 count {personas}"),
        Case("ru", "Около 17 000 человек вышли на улицы.", "Около 17 000 = 17000 about count {человек}"),
        Case("ru", "Акции упали на 3,5 процента.", "3,5 процента = 3.5 percent @decrease"),
        Case("ru", "Ремонт обойдется в 40 млн евро.", "40 млн евро = 40000000 EUR"),
        Case("ru", "Он стоит 5 тыс. рублей.", "5 тыс. рублей = 5000 RUB"),
        Case("ru", "Двадцать один корабль ушел.", "Двадцать один = 21 count {корабль}"),
        Case("ru", "Более двухсот человек погибли.", "Более двухсот = 200 moreThan count {человек} #killed"),
        Case("ru", "Две трети избирателей согласны.", "Две трети = 0.667 share {избирателей}"),
        Case("ru", "Большинство избирателей согласны.", "Большинство = 0.5 moreThan share {избирателей}"),
        Case("ru", "Не менее 12 человек погибли.", "Не менее 12 = 12 atLeast count {человек} #killed"),
        Case("ru", "Совет принял решение 7 голосами против 2.", "7 голосами против 2 = 7..2 ratio @vote"),
    ])
    func otherLanguages(_ test: Case) { check(test) }

    @Test func countedNounHasItsStem() throws {
        let annotated = annotate("The 12 member states and one member state met.")
        #expect(annotated.figures.count == 2)
        #expect(annotated.figures[0].countedStem != nil)
    }
}
