/// Invented sentences, published on Monday, 18 October 2021, with ranges, zones, quarters, weekends, decades and days counted
/// from others: lines as those of ``TimeTable``, `value/end` where a time has an end.
enum TimeStretchTable {
    static let english = """
        Prices rose over the past two years. | past two years = 2019-10/2021-10, year
        Trade doubled over the last decade. | last decade = 2011-10/2021-10, decade
        It rained in the past 48 hours. | past 48 hours = 2021-10-16/2021-10-18, day
        It rained for the last three weeks. | last three weeks = 2021-09-27/2021-10-18, week
        The last two years of the feud were quiet. | -
        Profits rose in the three months to September. | three months to September = 2021-07/2021-09, month
        Sales fell in the 12 months ended June 2020. | 12 months ended June 2020 = 2019-07/2020-06, month
        It has rained since the weekend. | since the weekend = 2021-10-16/2021-10-17, weekend
        The pact, signed on Good Friday in 1998, holds. | Good Friday in 1998 = 1998-04-10, day
        Sales rose 3% in the third quarter. | third quarter = 2021-07/2021-09, quarter
        Sales rose 3% in the fourth quarter. | fourth quarter = 2021-10/2021-12, quarter
        Lund threw for a touchdown in the third quarter. | -
        It ran from Monday to Thursday last week. | Monday to Thursday last week = 2021-10-11/2021-10-14, day
        He left on Friday last week. | Friday last week = 2021-10-15, day
        It ran from 12 March to 4 April. | 12 March to 4 April = 2021-03-12/2021-04-04, day
        It ran from 12 March to 4 April 2019. | 12 March to 4 April 2019 = 2019-03-12/2019-04-04, day
        It ran from 12 December 2018 to 4 April. | 12 December 2018 to 4 April = 2018-12-12/2019-04-04, day
        He lived there 2012 to 2015. | 2012 to 2015 = 2012/2015, year
        It is open Monday to Friday. | Monday to Friday = 2021-10-11/2021-10-15, day
        The game was moved from Monday to Friday. | Monday = 2021-10-11, day; Friday = 2021-10-15, day
        He spoke on Monday and left on Friday. | Monday = 2021-10-18, day; Friday = 2021-10-15, day
        The fire began at 3.15pm on Sunday. | 3.15pm on Sunday = 2021-10-17T15:15, minute
        They meet at 9.30am. | 9.30am = 2021-10-18T09:30, minute
        It opened at noon and closed at midnight GMT. | noon = 2021-10-18T12:00, hour; midnight GMT = 2021-10-18T00:00Z, hour
        The midnight train left. | -
        He left a fortnight ago. | a fortnight ago = 2021-W40, week
        It opened on October 3. The following week it closed. | October 3 = 2021-10-03, day; following week = 2021-W40, week
        It froze in the winter of 2018-19. | winter of 2018-19 = 2018-WI/2019-02, season
        The fair runs from 3 to 7 May. | 3 to 7 May = 2021-05-03/2021-05-07, day
        The fair runs May 3-7. | May 3-7 = 2021-05-03/2021-05-07, day
        The fair ran May 3 to 7, 2019. | May 3 to 7, 2019 = 2019-05-03/2019-05-07, day
        The fair ran 3-7 May 2019. | 3-7 May 2019 = 2019-05-03/2019-05-07, day
        The fair ran from May 3 through May 7. | May 3 through May 7 = 2021-05-03/2021-05-07, day
        It ran between Monday and Thursday. | Monday and Thursday = 2021-10-11/2021-10-14, day
        It ran between 3 June and 9 July 2019. | 3 June and 9 July 2019 = 2019-06-03/2019-07-09, day
        He called at 9 p.m. Moscow time. | 9 p.m. Moscow time = 2021-10-18T21:00+03:00, hour
        He called at 9:30 a.m. local time. | 9:30 a.m. local time = 2021-10-18T09:30, minute
        He called at 14:05 EST. | 14:05 EST = 2021-10-18T14:05-05:00, minute
        He called at 14:05 UTC+3. | 14:05 UTC+3 = 2021-10-18T14:05+03:00, minute
        He called at 14:05 +03:00. | 14:05 +03:00 = 2021-10-18T14:05+03:00, minute
        It struck at 1900 GMT. | 1900 GMT = 2021-10-18T19:00Z, minute
        It struck at 0730 GMT on Sunday. | 0730 GMT on Sunday = 2021-10-17T07:30Z, minute
        Profit rose in the third quarter of 2014. | third quarter of 2014 = 2014-07/2014-09, quarter
        Profit rose in the first half of last year. | first half of last year = 2020-01/2020-06, halfYear
        Profit rose in Q3 2014. | Q3 2014 = 2014-07/2014-09, quarter
        They scored in the third quarter. | -
        He had left the day before. | day before = XXXX, day
        He met her on October 3 and left the following day. | October 3 = 2021-10-03, day; following day = 2021-10-04, day
        He met her on October 3 and had called two days earlier. | October 3 = 2021-10-03, day; two days earlier = 2021-10-01, day
        He left two weeks earlier. | two weeks earlier = XXXX, week
        He left a day later. | a day later = XXXX, day
        They rested over the weekend. | over the weekend = 2021-10-16/2021-10-17, weekend
        They rested last weekend. | last weekend = 2021-10-16/2021-10-17, weekend
        They will rest this weekend. | this weekend = 2021-10-23/2021-10-24, weekend
        They rest next weekend. | next weekend = 2021-10-30/2021-10-31, weekend
        He left early on Monday. | Monday = 2021-10-18, day
        It was built in the 19th century. | 19th century = 1801, century
        It is a 19th-century house. | 19th-century = 1801, century
        It was built in the twentieth century. | twentieth century = 1901, century
        It grew in the '90s. | 90s = 1990, decade
        It grew in the late 90s. | late 90s = 1990 END, decade
        It grew in the nineties. | nineties = 1990, decade
        It grew in the early 1980s. | early 1980s = 1980 START, decade
        Spending fell in fiscal 2014. | fiscal 2014 = XXXX, year
        Spending fell in fiscal year 2014. | fiscal year 2014 = XXXX, year
        The 2014 fiscal year ended. | 2014 = XXXX, year
        The 2014-15 season ended. | 2014-15 = 2014/2015, year
        It closed in the winter of 2014. | winter of 2014 = 2014-WI, season
        The feast fell on 15 Ramadan 1442. | -
        The scroll dates from 1443 AH. | -
        It opened in June last year. | in June last year = 2020-06, month
        It opened in June of this year. | in June of this year = 2021-06, month
        It opens in two days. | -
        It opens two weeks from now. | two weeks from now = 2021-W44, week
        The bank on Tuesday will announce a cut. | Tuesday = 2021-10-19, day
        PARIS, October 13 (Agency) - He spoke on Tuesday. | October 13 = 2021-10-13, day; Tuesday = 2021-10-12, day
        PARIS, 13 October 2021 - He left today. | 13 October 2021 = 2021-10-13, day; today = 2021-10-13, day
        He stayed from Monday to Friday. | Monday to Friday = 2021-10-11/2021-10-15, day
        It opened in mid-2019. | mid-2019 = 2019 MID, year
        It fell between 2014 and 2016. | 2014 and 2016 = 2014/2016, year
        It fell on the night of June 3. | June 3 = 2021-06-03, day
        It rained the next day. | next day = XXXX, day
        It opened on October 3. The next day it closed. | October 3 = 2021-10-03, day; next day = 2021-10-04, day
        It opened on October 3. Few came. The next day it closed. | October 3 = 2021-10-03, day; next day = XXXX, day
        She leads ahead of elections in November. | in November = 2021-11, month
        It closed on Friday at 9 p.m. GMT. | Friday at 9 p.m. GMT = 2021-10-15T21:00Z, hour
        He left at 21:15. | 21:15 = 2021-10-18T21:15, minute
        He left two hours ago. | -
        It began a century ago. | -
        It closes in the first quarter of next year. | first quarter of next year = 2022-01/2022-03, quarter
        He left two days after the vote. | -
        He left the day before the vote. | day before = XXXX, day
        It ran from Friday to Sunday. | Friday to Sunday = 2021-10-15/2021-10-17, day
        It closes between Friday and Sunday, the mayor said. | Friday and Sunday = 2021-10-15/2021-10-17, day
        He will speak from Monday through Wednesday. | Monday through Wednesday = 2021-10-18/2021-10-20, day
        A weekend house burned down. | -
        She is in her forties. | -
        She is in her 40s. | -
        The house was built in the eighteenth century. | eighteenth century = 1701, century
        Sales grew in the second half of 2019. | second half of 2019 = 2019-07/2019-12, halfYear
        The Q3 report is due. | Q3 = XXXX, quarter
        The road will be closed between noon and midnight. | noon and midnight = 2021-10-18T12:00/2021-10-19T00:00, hour
        The road was closed from 9 a.m. to noon. | 9 a.m. to noon = 2021-10-18T09:00/2021-10-18T12:00, hour
        The road was closed from noon until 3:30 p.m. | noon until 3:30 p.m. = 2021-10-18T12:00/2021-10-18T15:30, minute
        He arrived at noon and left at midnight. | noon = 2021-10-18T12:00, hour; midnight = 2021-10-18T00:00, hour
        The summit will be held on Friday. | Friday = 2021-10-22, day
        Results will be announced on Sunday. | Sunday = 2021-10-24, day
        Talks would resume on Friday. | Friday = 2021-10-22, day
        The fair was held on Friday. | Friday = 2021-10-15, day
        """

    static let french = """
        Les prix ont grimpé ces deux dernières années. | deux dernières années = 2019-10/2021-10, year
        Il pleut depuis le week-end. | le week-end = 2021-10-16/2021-10-17, weekend
        Les ventes ont augmenté au deuxième trimestre. | deuxième trimestre = 2021-04/2021-06, quarter
        La foire va de lundi à jeudi. | lundi à jeudi = 2021-10-18/2021-10-21, day
        La foire allait du 12 mars au 4 avril. | 12 mars au 4 avril = 2021-03-12/2021-04-04, day
        Elle y vivait de 2012 à 2015. | 2012 à 2015 = 2012/2015, year
        Il est parti le 3 octobre. Trois jours plus tard, il est revenu. | 3 octobre = 2021-10-03, day; Trois jours plus tard = 2021-10-06, day
        La gare ferme à minuit. | minuit = 2021-10-18T00:00, hour
        La foire a lieu du 3 au 7 mai. | 3 au 7 mai = 2021-05-03/2021-05-07, day
        Il est parti en juin de l’année dernière. | en juin de l’année dernière = 2020-06, month
        Il est parti le lendemain. | lendemain = XXXX, day
        Il est parti la veille. | veille = XXXX, day
        C’était au XIXe siècle. | XIXe siècle = 1801, century
        C’était dans les années 90. | 90 = 1990, decade
        C’était dans les années 1990. | 1990 = 1990, decade
        Le profit a grimpé au troisième trimestre 2014. | troisième trimestre 2014 = 2014-07/2014-09, quarter
        Il a appelé à 9 heures du soir. | 9 heures du soir = 2021-10-18T21:00, hour
        Il a appelé à 21h15, heure de Moscou. | 21h15 = 2021-10-18T21:15, minute
        Ils étaient dix-sept ce lundi. | ce lundi = 2021-10-18, day
        Il est parti le 7 sept. 2019. | 7 sept. 2019 = 2019-09-07, day
        Il est parti deux jours plus tôt. | deux jours plus tôt = XXXX, day
        Il est né au XXIe siècle. | XXIe siècle = 2001, century
        Ils se reposent le week-end. | le week-end = 2021-10-16/2021-10-17, weekend
        La route sera fermée de midi à minuit. | midi à minuit = 2021-10-18T12:00/2021-10-19T00:00, hour
        La réunion se tiendra vendredi. | vendredi = 2021-10-22, day
        L'accord expira vendredi. | vendredi = 2021-10-15, day
        """

    static let german = """
        In den vergangenen zwei Jahren stiegen die Preise. | vergangenen zwei Jahren = 2019-10/2021-10, year
        Es regnet seit dem Wochenende. | seit dem Wochenende = 2021-10-16/2021-10-17, weekend
        Der Umsatz stieg im dritten Quartal. | dritten Quartal = 2021-07/2021-09, quarter
        Die Messe läuft von Montag bis Donnerstag. | Montag bis Donnerstag = 2021-10-18/2021-10-21, day
        Die Messe lief vom 12. März bis zum 4. April. | 12. März bis zum 4. April = 2021-03-12/2021-04-04, day
        Er lebte dort von 2012 bis 2015. | 2012 bis 2015 = 2012/2015, year
        Am 12. Oktober kam der Sturm. Am Tag zuvor hatten Schulen geschlossen. | 12. Oktober = 2021-10-12, day; Tag zuvor = 2021-10-11, day
        Am 12. Oktober kam der Sturm. Zwei Tage später gab es Strom. | 12. Oktober = 2021-10-12, day; Zwei Tage später = 2021-10-14, day
        Am Vortag der Wahl schneite es. | Vortag = XXXX, day
        Das Fest endet um Mitternacht. | Mitternacht = 2021-10-18T00:00, hour
        Es fror im Winter 2018/19. | Winter 2018/19 = 2018-WI/2019-02, season
        Die Messe läuft vom 3. bis 7. Mai. | 3. bis 7. Mai = 2021-05-03/2021-05-07, day
        Er ging im Juni vergangenen Jahres. | im Juni vergangenen Jahres = 2020-06, month
        Er ging am Tag zuvor. | Tag zuvor = XXXX, day
        Er ging zwei Wochen später. | zwei Wochen später = XXXX, week
        Es war im 19. Jahrhundert. | 19. Jahrhundert = 1801, century
        Es war in den 90er Jahren. | 90er = 1990, decade
        Der Gewinn stieg im dritten Quartal 2014. | dritten Quartal 2014 = 2014-07/2014-09, quarter
        Der Gewinn stieg im ersten Halbjahr 2021. | ersten Halbjahr 2021 = 2021-01/2021-06, halfYear
        Er rief um 9 Uhr abends an. | 9 Uhr abends = 2021-10-18T21:00, hour
        Er rief um 14 Uhr Ortszeit an. | 14 Uhr Ortszeit = 2021-10-18T14:00, hour
        Sie ruhten am Wochenende. | am Wochenende = 2021-10-16/2021-10-17, weekend
        Er ging drei Tage später. | drei Tage später = XXXX, day
        Der Streik dauert von Mittwoch bis Freitag. | Mittwoch bis Freitag = 2021-10-20/2021-10-22, day
        """

    static let spanish = """
        Los precios subieron en los últimos dos años. | últimos dos años = 2019-10/2021-10, year
        La feria abrió el 3 de octubre. La víspera llovió. | 3 de octubre = 2021-10-03, day; víspera = 2021-10-02, day
        La feria va de lunes a jueves. | lunes a jueves = 2021-10-11/2021-10-14, day
        La feria fue del 12 de marzo al 4 de abril. | 12 de marzo al 4 de abril = 2021-03-12/2021-04-04, day
        Vivió allí de 2012 a 2015. | 2012 a 2015 = 2012/2015, year
        Llegó el 3 de octubre. Tres días más tarde se fue. | 3 de octubre = 2021-10-03, day; Tres días más tarde = 2021-10-06, day
        La feria va del 3 al 7 de mayo. | 3 al 7 de mayo = 2021-05-03/2021-05-07, day
        Se fue en junio del año pasado. | en junio del año pasado = 2020-06, month
        Se fue al día siguiente. | día siguiente = XXXX, day
        Fue en el siglo XIX. | siglo XIX = 1801, century
        Fue en los años 90. | 90 = 1990, decade
        El beneficio subió en el tercer trimestre de 2014. | tercer trimestre de 2014 = 2014-07/2014-09, quarter
        Llamó a las 9 de la noche. | 9 de la noche = 2021-10-18T21:00, hour
        Descansaron el fin de semana. | el fin de semana = 2021-10-16/2021-10-17, weekend
        Nació en el siglo XXI. | siglo XXI = 2001, century
        La feria se celebrará el viernes. | viernes = 2021-10-22, day
        """

    static let russian = """
        За последние два года цены выросли. | последние два года = 2019-10/2021-10, year
        Ярмарка идет с понедельника по четверг. | понедельника по четверг = 2021-10-11/2021-10-14, day
        Ярмарка шла с 12 марта по 4 апреля. | 12 марта по 4 апреля = 2021-03-12/2021-04-04, day
        Он жил там с 2012 по 2015 год. | 2012 по 2015 год = 2012/2015, year
        Ярмарка идет с 3 по 7 мая. | 3 по 7 мая = 2021-05-03/2021-05-07, day
        Он уехал в июне прошлого года. | в июне прошлого года = 2020-06, month
        Он уехал на следующий день. | следующий день = XXXX, day
        Он уехал накануне. | накануне = XXXX, day
        Это было в XIX веке. | XIX веке = 1801, century
        Это было в 90-е годы. | 90-е = 1990, decade
        Прибыль выросла в третьем квартале 2014 года. | третьем квартале 2014 года = 2014-07/2014-09, quarter
        Он позвонил в 9 вечера. | 9 вечера = 2021-10-18T21:00, hour
        Он позвонил в 21:15 мск. | 21:15 мск = 2021-10-18T21:15+03:00, minute
        Он позвонил в 21:15 по московскому времени. | 21:15 по московскому времени = 2021-10-18T21:15+03:00, minute
        Они отдыхали в выходные. | в выходные = 2021-10-16/2021-10-17, weekend
        Он уехал две недели спустя. | две недели спустя = XXXX, week
        Он родился в XXI веке. | XXI веке = 2001, century
        Дорогу закроют с полудня до полуночи. | полудня до полуночи = 2021-10-18T12:00/2021-10-19T00:00, hour
        Встреча состоится в пятницу. | пятницу = 2021-10-22, day
        """
}
