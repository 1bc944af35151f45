/// Invented sentences with what their sums of money, percentages and votes are for, and with the losses that they tell of; written as
/// in ``FigureTable``.
enum PurposeTable {
    static let english = """
        The yard paid the town, its largest creditor, $3 million. | $3 million = 3000000 USD {paid}
        He paid a $2.4 million fine. | $2.4 million = 2400000 USD {fine}
        It was hit with a record $5 million penalty. | $5 million = 5000000 USD {penalty}
        The firm paid 3m euros for the port. | 3m euros = 3000000 EUR {port}
        The town has a budget of about $40 million. | about $40 million = 40000000 about USD {budget}
        They spent $4,272 on a cruise. | $4,272 = 4272 USD {cruise}
        The state sent $5 million in aid. | $5 million = 5000000 USD {aid}
        The firm made $5 million in London. | $5 million = 5000000 USD
        The firm made $5 million on Friday. | $5 million = 5000000 USD
        He got $9,587 worth of furniture. | $9,587 = 9587 USD {furniture}
        She sold a $43,350 gold-plated men's watch. | $43,350 = 43350 USD {watch}
        A $3 million payment settles the case. | $3 million = 3000000 USD {payment}
        The yard spent $5,687 on Martha's Vineyard. | $5,687 = 5687 USD {Martha's Vineyard}
        The use of $5 million in campaign funds was wrong. | $5 million = 5000000 USD {campaign funds}
        He was fined $5,000 for dumping waste. | $5,000 = 5000 USD {fined}
        The yard paid $3 million to the widow. | $3 million = 3000000 USD {paid}
        The bank was fined €2m by the regulator. | €2m = 2000000 EUR {fined}
        They fined the bank €2m. | €2m = 2000000 EUR {fined}
        The yard was ordered to pay $500,000 to the family. | $500,000 = 500000 USD {pay}
        The firm raised £20m from its owners. | £20m = 20000000 GBP {raised}
        Some $5 million was stolen from the vault. | Some $5 million = 5000000 about USD {stolen}
        He was jailed for hiding $3 million. | $3 million = 3000000 USD
        She paid a man who had $3 million. | $3 million = 3000000 USD
        About 40% of Kessen coal miners voted. | About 40% = 40 about percent {Kessen coal miners}
        Some 30% of young German voters stayed away. | Some 30% = 30 about percent {young German voters}
        Nearly 25% of the city's primary school teachers are ill. | Nearly 25% = 25 about percent {primary school teachers}
        About 20% of water comes from the lake. | About 20% = 20 about percent {water}
        Some 30% of military spending is secret. | Some 30% = 30 about percent {military spending}
        About 60% of those aged 18 voted. | About 60% = 60 about percent @part; 18 = 18 year @age
        Two-thirds of Kessen backs the plan. | Two-thirds = 0.667 share {Kessen}
        Seven were women. | Seven = 7 count {women}
        Four of them were women and five men. | Four = 4 count {women} @part; five = 5 count {men}
        Seven were in town. | Seven = 7 count
        Four were Kessen police officers. | Four = 4 count {Kessen police officers}
        About 97 percent or more of climate experts agree. | About 97 percent or more = 97 atLeast percent {climate experts}
        Some 62% of Americans say so. | Some 62% = 62 about percent {Americans}
        About 48 percent of registered Democrats agree. | About 48 percent = 48 about percent {registered Democrats}
        All law enforcement authorities agree. | All = 1 share {law enforcement authorities}
        It was all more confusing than that. | -
        They agreed on $5 million for border funding. | $5 million = 5000000 USD {border funding}
        A total of $5 million is gone. | $5 million = 5000000 USD @total
        In a poll, 7% of likely voters backed him. | 7% = 7 percent {likely voters}
        Inflation of 3% is high. | 3% = 3 percent {Inflation}
        A 5% tax on sugar was passed. | 5% = 5 percent {tax}
        A 3% rise in prices followed. | 3% = 3 percent {prices} @increase
        Turnout rose 3% in London. | 3% = 3 percent @increase
        The Senate passed the harbour bill 97-1. | 97-1 = 97..1 ratio {harbour bill} @vote
        The harbour bill passed 97-1. | 97-1 = 97..1 ratio {harbour bill} @vote
        The Senate voted 97-1 to override the veto. | 97-1 = 97..1 ratio {veto} @vote
        The Senate voted 97-1 for the harbour bill. | 97-1 = 97..1 ratio {harbour bill} @vote
        The ban passed by a vote of 7-2. | 7-2 = 7..2 ratio {ban} @vote
        The storm claimed 19 lives. | 19 = 19 count {lives} #killed
        He saved 19 lives. | 19 = 19 count {lives}
        The storm claimed the lives of 19 people. | 19 = 19 count {people} #killed
        Nineteen people lost their lives. | Nineteen = 19 count {people} #killed
        Two more died, bringing the death toll to 19. | Two = 2 count @further #killed; 19 = 19 count #killed
        Hundreds were injured. | Hundreds = 200 atLeast count #injured
        Hundreds were sold. | -
        Dozens were killed and hundreds more hurt. | Dozens = 24 atLeast count #killed; hundreds = 200 atLeast count @further #injured
        One Facebook user wrote. | One = 1 count {Facebook user}
        Five past and present senators came. | Five = 5 count {past and present senators}
        A third-party candidate won. | -
        """

    static let french = """
        Il a payé une amende de 2,4 millions d'euros. | 2,4 millions d'euros = 2400000 EUR {amende}
        Elle a versé 3 millions d'euros pour le port. | 3 millions d'euros = 3000000 EUR {port}
        La banque a versé 3 millions d'euros à la veuve. | 3 millions d'euros = 3000000 EUR {versé}
        Le prix est de trois à cinq euros. | trois à cinq euros = 3..5 range EUR
        Le coût serait de trois à cinq millions d'euros. | trois à cinq millions d'euros = 3000000..5000000 range EUR
        Le taux est passé de 4,8 % à 5,2 %. | 4,8 % = 4.8 percent @from; 5,2 % = 5.2 percent @to
        Karl Brandt (61 ans) est venu. | 61 ans = 61 year @age
        Quatre étaient des femmes. | Quatre = 4 count {femmes}
        Une inflation de 3 % est élevée. | 3 % = 3 percent {inflation}
        Douze autres personnes ont été blessées. | Douze = 12 count {personnes} @further #injured
        L'accident a coûté la vie à 19 personnes. | 19 = 19 count {personnes} #killed
        Dix-neuf personnes ont perdu la vie. | Dix-neuf = 19 count {personnes} #killed
        Une personne est morte et deux ont été blessées. | Une = 1 count {personne} #killed; deux = 2 count #injured
        Une personne est arrivée. | -
        """

    static let german = """
        Er zahlte eine Strafe von 2,4 Millionen Euro. | 2,4 Millionen Euro = 2400000 EUR {Strafe}
        Er zahlte eine Strafe in Höhe von 2,4 Millionen Euro. | 2,4 Millionen Euro = 2400000 EUR {Strafe}
        Die Stadt gab 3 Millionen Euro für den neuen Hafen aus. | 3 Millionen Euro = 3000000 EUR {neuen Hafen}
        Die Werft zahlte 3 Millionen Euro an die Witwe. | 3 Millionen Euro = 3000000 EUR {zahlte}
        Die Werft hat 3 Millionen Euro an die Witwe gezahlt. | 3 Millionen Euro = 3000000 EUR {gezahlt}
        Karl Brandt (61) und seine Frau (58) kamen. | 61 = 61 year @age; 58 = 58 year @age
        Das Haus Brandt (61) brannte. | 61 = 61 count
        Vier waren Frauen. | Vier = 4 count {Frauen}
        Bei dem Unfall kamen 19 Menschen ums Leben. | 19 = 19 count {Menschen} #killed
        19 Menschen kamen bei dem Unfall ums Leben. | 19 = 19 count {Menschen} #killed
        Ein Mensch kam ums Leben, drei wurden verletzt. | Ein = 1 count {Mensch} #killed; drei = 3 count #injured
        Ein Mensch kam an. | -
        Das Unglück forderte 19 Menschenleben. | 19 = 19 count {Menschenleben} #killed
        Hunderte wurden verletzt. | Hunderte = 200 atLeast count #injured
        """

    static let spanish = """
        Pagó una multa de 2,4 millones de euros. | 2,4 millones de euros = 2400000 EUR {multa}
        La ciudad pagó 3 millones de euros por el puerto. | 3 millones de euros = 3000000 EUR {puerto}
        El terremoto se cobró la vida de 19 personas. | 19 = 19 count {personas} #killed
        Diecinueve personas perdieron la vida. | Diecinueve = 19 count {personas} #killed
        """

    static let russian = """
        Он заплатил штраф в 2,4 млн рублей. | 2,4 млн рублей = 2400000 RUB {штраф}
        Город выделил 3 млн рублей на порт. | 3 млн рублей = 3000000 RUB {порт}
        Жертвами взрыва стали 19 человек. | 19 = 19 count {человек} #killed
        Трое раненых доставлены в больницу. | Трое = 3 count {раненых} #injured
        Трое раненых солдат бежали. | Трое = 3 count {раненых солдат}
        97 проголосовали за, 12 против. | 97 = 97 count @vote; 12 = 12 count @vote
        За проголосовали 97 депутатов, против — 12. | 97 = 97 count {депутатов} @vote; 12 = 12 count @vote
        """
}
