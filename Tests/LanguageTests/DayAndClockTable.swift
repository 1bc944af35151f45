/// Invented sentences with days and times of the day in one, zones in summer and winter, and days that lie ahead; written as in
/// ``TimeTable`` (published on Monday, 18 October 2021).
enum DayAndClockTable {
    static let english = """
        The ferry left on Friday and arrived at 9 p.m. in Lorn. | Friday = 2021-10-15, day; 9 p.m. = 2021-10-15T21:00, hour
        The ferry left on Friday. It arrived at 9 p.m. in Lorn. | Friday = 2021-10-15, day; 9 p.m. = 2021-10-15T21:00, hour
        The truce will start at midnight. | midnight = 2021-10-19T00:00, hour
        The museum opens at 9 a.m. every day. | 9 a.m. = XXXXT09:00, hour
        In 2019 the museum opened at 9 a.m. for once. | 2019 = 2019, year; 9 a.m. = XXXXT09:00, hour
        They spoke on Friday evening at 10:15. | Friday evening at 10:15 = 2021-10-15T22:15, minute
        It starts at 8 p.m. London time on Friday. | 8 p.m. London time on Friday = 2021-10-22T20:00+01:00, hour
        It starts at 9 a.m. New York time. It ends at noon. | 9 a.m. New York time = 2021-10-18T09:00-04:00, hour; noon = 2021-10-18T12:00, hour
        The ship sank at 9 p.m. EDT Tuesday. | 9 p.m. EDT Tuesday = 2021-10-12T21:00-04:00, hour
        The ship sank at 0100 GMT Wednesday. | 0100 GMT Wednesday = 2021-10-13T01:00Z, minute
        The ship sank Tuesday at 9 p.m. EDT. | Tuesday at 9 p.m. EDT = 2021-10-12T21:00-04:00, hour
        The ship sank on Tuesday night, 9 p.m. local time. | Tuesday night, 9 p.m. local time = 2021-10-12T21:00, hour
        He spoke at 10 a.m. yesterday. | 10 a.m. yesterday = 2021-10-17T10:00, hour
        He spoke at noon on Tuesday. | noon on Tuesday = 2021-10-12T12:00, hour
        He spoke Tuesday from 9 a.m. to noon. | Tuesday = 2021-10-12, day; 9 a.m. to noon = 2021-10-12T09:00/2021-10-12T12:00, hour
        It was open from 9 a.m. to 5 p.m. on Tuesday. | 9 a.m. to 5 p.m. on Tuesday = 2021-10-12T09:00/2021-10-12T17:00, hour
        It starts at 8:30 p.m. ET on Jan. 12, 2021. | 8:30 p.m. ET on Jan. 12, 2021 = 2021-01-12T20:30-05:00, minute
        It starts at 8:30 p.m. ET on May 12, 2021. | 8:30 p.m. ET on May 12, 2021 = 2021-05-12T20:30-04:00, minute
        It starts at 8:30 p.m. ET. | 8:30 p.m. ET = 2021-10-18T20:30-04:00, minute
        It starts at 20:30 London time. | 20:30 London time = 2021-10-18T20:30+01:00, minute
        The fair will run from Thursday to Tuesday. | Thursday to Tuesday = 2021-10-21/2021-10-26, day
        The fair takes place on Friday. | Friday = 2021-10-22, day
        Voters go to the polls on Thursday. | Thursday = 2021-10-21, day
        On Friday the fair will open. | Friday = 2021-10-22, day
        On Friday he said the fair will open. | Friday = 2021-10-15, day
        """

    static let french = """
        Le ferry est parti vendredi et a accosté à 21h15. | vendredi = 2021-10-15, day; 21h15 = 2021-10-15T21:15, minute
        La foire se tiendra vendredi. | vendredi = 2021-10-22, day
        Vendredi, la foire ouvrira ses portes. | Vendredi = 2021-10-22, day
        Vendredi, la foire a ouvert ses portes. | Vendredi = 2021-10-15, day
        """

    static let german = """
        Am Freitagabend gegen 22.15 Uhr kam es zum Streit. | Freitagabend gegen 22.15 Uhr = 2021-10-15T22:15, minute
        Am Freitag gegen 3.45 Uhr brach das Feuer aus. | Freitag gegen 3.45 Uhr = 2021-10-15T03:45, minute
        Das Museum öffnet täglich um 9 Uhr. | 9 Uhr = XXXXT09:00, hour
        Am Freitag wird in Norland gewählt. | Freitag = 2021-10-22, day
        Am Freitag wurde in Norland gewählt. | Freitag = 2021-10-15, day
        Die Messe findet am Freitag statt. | Freitag = 2021-10-22, day
        Am Freitag findet die Messe statt. | Freitag = 2021-10-22, day
        """

    static let spanish = """
        La feria empieza a las 14.30 horas. | 14.30 horas = 2021-10-18T14:30, minute
        El ministro va a viajar el viernes. | viernes = 2021-10-22, day
        """

    static let russian = """
        Переговоры продолжатся в пятницу. | пятницу = 2021-10-22, day
        В пятницу состоится ярмарка. | пятницу = 2021-10-22, day
        В пятницу прошла ярмарка. | пятницу = 2021-10-15, day
        """
}
