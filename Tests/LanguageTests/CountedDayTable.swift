/// Invented sentences with days and weeks counted in a month, thirds of months and years, and seasons; written as in ``TimeTable``, with
/// `START`, `MID` or `END` behind a value of which a third is meant.
enum CountedDayTable {
    static let english = """
        The vote is due on the first Monday of May. | first Monday of May = 2022-05-02, day
        The law took effect on the first Monday in May. | first Monday in May = 2021-05-03, day
        The clocks went back on the last Sunday in October 2019. | last Sunday in October 2019 = 2019-10-27, day
        He died on the third Friday of June 2019. | third Friday of June 2019 = 2019-06-21, day
        He died on the 3rd Friday of June 2019. | 3rd Friday of June 2019 = 2019-06-21, day
        It snowed in the last week of February. | last week of February = 2021-02-22/2021-02-28, week
        The strike began in the second week of September. | second week of September = 2021-09-08/2021-09-14, week
        Sales rose in the first two weeks of August. | first two weeks of August = 2021-08-01/2021-08-14, week
        He left on the last day of February. | last day of February = 2021-02-28, day
        There is no fifth Monday of May 2019. | Monday = 2021-10-18, day; May 2019 = 2019-05, month
        He left last week. | last week = 2021-W41, week
        He came first on Monday. | Monday = 2021-10-18, day
        It was the first week of talks in May. | in May = 2021-05, month
        The shop closed at the end of March. | end of March = 2021-03 END, month
        It will reopen at the beginning of November. | beginning of November = 2021-11 START, month
        The talks began in the middle of July. | middle of July = 2021-07 MID, month
        The talks began in mid-July. | in mid-July = 2021-07 MID, month
        The talks began early in July. | early in July = 2021-07 START, month
        The talks began in late 2019. | late 2019 = 2019 END, year
        The vote brought the war to an end in March. | in March = 2021-03, month
        Prices are expected to rise this winter. | this winter = 2021-WI, season
        The vote will be held in the autumn. | autumn = 2021-FA, season
        The vote will be held in the spring. | spring = 2022-SP, season
        The museum reopened in the spring. | spring = 2021-SP, season
        Energy bills rose over the winter. | winter = 2021-WI, season
        By late summer, the lake was empty. | late summer = 2021-SU END, season
        It closed in the summer of last year. | summer of last year = 2020-SU, season
        It was the worst fighting since the fall of the city. | -
        He won gold in the Winter Games. | -
        The army plans a spring offensive. | -
        He died on Christmas Eve. | Christmas Eve = 2020-12-24, day
        He died on Christmas Eve 2018. | Christmas Eve 2018 = 2018-12-24, day
        Families met for Thanksgiving. | Thanksgiving = 2020-11-26, day
        The shops will close on New Year's Day. | New Year's Day = 2022-01-01, day
        The Independence Day parade was off. | Independence Day = XXXX-07-04, day
        The rule expires at the end of the year. | end of the year = 2021 END, year
        The exam will be held between 9 and 11 November. | 9 and 11 November = 2021-11-09/2021-11-11, day
        The talks resume on Wednesday. | Wednesday = 2021-10-20, day
        It began at 6 a.m. local time (0400 GMT) on Sunday. | 6 a.m. local time (0400 GMT) on Sunday = 2021-10-17T06:00, hour
        In May the fair will open. | In May = 2022-05, month
        """

    static let french = """
        L'élection aura lieu le premier lundi de mai. | premier lundi de mai = 2022-05-02, day
        Il est mort la dernière semaine de février. | dernière semaine de février = 2021-02-22/2021-02-28, week
        Il est mort la première semaine du mois d'août. | première semaine du mois d'août = 2021-08-01/2021-08-07, week
        Il a été arrêté fin mars. | fin mars = 2021-03 END, month
        Le port a rouvert début juillet. | début juillet = 2021-07 START, month
        Les travaux commenceront mi-novembre. | mi-novembre = 2021-11 MID, month
        Il est parti à la fin du mois de mars. | fin du mois de mars = 2021-03 END, month
        Le musée a rouvert au printemps. | printemps = 2021-SP, season
        Le vote se tiendra à l'automne. | automne = 2021-FA, season
        Les prix ont augmenté pendant l'été. | été = 2021-SU, season
        Le pont a été fermé. | -
        D'ici à la fin de l'année, il sera fermé. | fin de l'année = 2021 END, year
        Elle est entrée à 4 heures GMT. | 4 heures GMT = 2021-10-18T04:00Z, hour
        """

    static let german = """
        Die Wahl findet am ersten Montag im Mai statt. | ersten Montag im Mai = 2022-05-02, day
        Am letzten Sonntag im Oktober 2019 wurden die Uhren umgestellt. | letzten Sonntag im Oktober 2019 = 2019-10-27, day
        In der letzten Februarwoche fiel viel Schnee. | letzten Februarwoche = 2021-02-22/2021-02-28, week
        In der ersten Woche des Augusts fiel Regen. | ersten Woche des Augusts = 2021-08-01/2021-08-07, week
        Anfang März begann der Streik. | Anfang März = 2021-03 START, month
        Mitte März endete der Streik. | Mitte März = 2021-03 MID, month
        Ende März endete der Streik. | Ende März = 2021-03 END, month
        Er ging Ende 2019. | Ende 2019 = 2019 END, year
        Im Sommer brannten die Wälder. | Sommer = 2021-SU, season
        Die Preise werden im Winter steigen. | Winter = 2021-WI, season
        Seit dem Frühjahr steigen die Preise. | Frühjahr = 2021-SP, season
        Im Sommer vergangenen Jahres brannte es. | Sommer vergangenen Jahres = 2020-SU, season
        Der Sommer war heiß. | -
        Bis Jahresende sollen Stellen entstehen. | Jahresende = 2021 END, year
        An Silvester brannte das Haus. | An Silvester = 2020-12-31, day
        Das Treffen ist für Donnerstag geplant. | Donnerstag = 2021-10-21, day
        """

    static let spanish = """
        Las elecciones serán el primer lunes de mayo. | primer lunes de mayo = 2022-05-02, day
        Murió en la última semana de febrero. | última semana de febrero = 2021-02-22/2021-02-28, week
        La huelga empezó a finales de marzo. | finales de marzo = 2021-03 END, month
        La huelga empezó a principios de marzo. | principios de marzo = 2021-03 START, month
        La huelga terminó a mediados de julio. | mediados de julio = 2021-07 MID, month
        El museo reabrió en primavera. | primavera = 2021-SP, season
        Los precios subieron durante el invierno. | invierno = 2021-WI, season
        La reunión será el jueves a las 20.00. | jueves a las 20.00 = 2021-10-21T20:00, minute
        Se celebrará entre el 9 y el 11 de noviembre. | 9 y el 11 de noviembre = 2021-11-09/2021-11-11, day
        Los precios subieron el invierno pasado. | invierno pasado = 2021-WI, season
        """

    static let russian = """
        Выборы пройдут в первый понедельник мая. | первый понедельник мая = 2022-05-02, day
        Он умер в последнюю неделю февраля. | последнюю неделю февраля = 2021-02-22/2021-02-28, week
        Забастовка началась в конце марта. | конце марта = 2021-03 END, month
        Забастовка началась в начале марта. | начале марта = 2021-03 START, month
        Забастовка закончилась в середине июля. | середине июля = 2021-07 MID, month
        До конца года завод закроют. | конца года = 2021 END, year
        В минувшие выходные прошли митинги. | В минувшие выходные = 2021-10-16/2021-10-17, weekend
        Весной завод закрылся. | Весной = 2021-SP, season
        Осенью пройдут выборы. | Осенью = 2021-FA, season
        Летом 2019 года закрылся завод. | Летом 2019 года = 2019-SU, season
        Летом прошлого года закрылся завод. | Летом прошлого года = 2020-SU, season
        """
}
