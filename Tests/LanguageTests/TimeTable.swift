/// Invented sentences, published on Monday, 18 October 2021, with the times that they name: `sentence | time; time`, each
/// time as `words = ISO 8601 value, precision`, a dash for none.
enum TimeTable {
    static let english = """
        It will be finished by early June. | early June = 2022-06 START, month
        It was finished by early June. | early June = 2021-06 START, month
        The fair is on Easter Monday. | -
        It closed on Good Friday. | -
        He spoke on Monday. | Monday = 2021-10-18, day
        He spoke on Sunday. | Sunday = 2021-10-17, day
        He spoke on Sunday evening. | Sunday evening = 2021-10-17TEV, dayPart
        It will open on Sunday evening. | Sunday evening = 2021-10-24TEV, dayPart
        The trial is set to open on Wednesday. | Wednesday = 2021-10-20, day
        Voting is expected to begin on Monday. | Monday = 2021-10-18, day
        He spoke early on Friday. | Friday = 2021-10-15, day
        He spoke Friday morning. | Friday morning = 2021-10-15TMO, dayPart
        He spoke late Friday night. | Friday night = 2021-10-15TNI, dayPart
        He spoke this morning. | this morning = 2021-10-18TMO, dayPart
        He left last night. | last night = 2021-10-17TNI, dayPart
        He left yesterday. | yesterday = 2021-10-17, day
        He left yesterday afternoon. | yesterday afternoon = 2021-10-17TAF, dayPart
        He left the day before yesterday. | day before yesterday = 2021-10-16, day
        He leaves tomorrow night. | tomorrow night = 2021-10-19TNI, dayPart
        He leaves the day after tomorrow. | day after tomorrow = 2021-10-20, day
        He left last week. | last week = 2021-W41, week
        He leaves this week. | this week = 2021-W42, week
        He leaves next month. | next month = 2021-11, month
        He left last month. | last month = 2021-09, month
        He left earlier this month. | earlier this month = 2021-10, month
        It fell earlier this year. | earlier this year = 2021, year
        It fell late last year. | late last year = 2020 END, year
        It fell last summer. | last summer = 2021-SU, season
        It reopens next spring. | next spring = 2022-SP, season
        It closed in the summer of 2019. | summer of 2019 = 2019-SU, season
        It closed in spring 2020. | spring 2020 = 2020-SP, season
        It closed in June. | in June = 2021-06, month
        It closed in early June. | in early June = 2021-06 START, month
        It closed last June. | last June = 2021-06, month
        It closed in December. | in December = 2020-12, month
        It will close in December. | in December = 2021-12, month
        It closed in June 2019. | in June 2019 = 2019-06, month
        It closed on June 3. | June 3 = 2021-06-03, day
        It closed on 3 June 2019. | 3 June 2019 = 2019-06-03, day
        It closed on June 3rd, 2019. | June 3rd, 2019 = 2019-06-03, day
        It closed on Tuesday, June 3, 2014. | Tuesday, June 3, 2014 = 2014-06-03, day
        It closed on 2019-06-03. | 2019-06-03 = 2019-06-03, day
        It opens at 2 p.m. on Friday. | 2 p.m. on Friday = 2021-10-22T14:00, hour
        It opened at 2:30 p.m. | 2:30 p.m. = XXXXT14:30, minute
        It opened at 14:05 GMT. | 14:05 GMT = XXXXT14:05Z, minute
        It opened at 9 am. | 9 am = XXXXT09:00, hour
        He left two days ago. | two days ago = 2021-10-16, day
        He left three weeks ago. | three weeks ago = 2021-W39, week
        He left six months ago. | six months ago = 2021-04, month
        He left a decade ago. | a decade ago = 2011, year
        He has led it since 2014. | 2014 = 2014, year
        It grew in the 1990s. | 1990s = 1990, decade
        It ran from 2014 to 2016. | 2014 to 2016 = 2014/2016, year
        The 2008 crisis hit it. | 2008 = 2008, year
        The Sept. 11 hijackers met. | Sept. 11 = XXXX-09-11, day
        The July 4 parade was off. | July 4 = XXXX-07-04, day
        Of the 19 Sept. 11 hijackers, few spoke. | Sept. 11 = XXXX-09-11, day
        The Sept. 11, 2001, attacks shook it. | Sept. 11, 2001 = 2001-09-11, day
        The Jan. 6 committee met on Oct. 6. | Jan. 6 = XXXX-01-06, day; Oct. 6 = 2021-10-06, day
        Mrs May may march. | -
        The second Monday is off. | Monday = 2021-10-18, day
        """

    static let french = """
        La foire ouvre le lundi de Pâques. | -
        Il chantait dans les années quatre-vingt-dix. | quatre-vingt-dix = 1990, decade
        Il a parlé lundi. | lundi = 2021-10-18, day
        Il a parlé dimanche soir. | dimanche soir = 2021-10-17TEV, dayPart
        Il a parlé mardi matin. | mardi matin = 2021-10-12TMO, dayPart
        Il parlera mardi prochain. | mardi prochain = 2021-10-19, day
        Il a parlé mardi dernier. | mardi dernier = 2021-10-12, day
        Il est parti hier soir. | hier soir = 2021-10-17TEV, dayPart
        Il est parti avant-hier. | avant-hier = 2021-10-16, day
        Il part ce soir. | ce soir = 2021-10-18TEV, dayPart
        Il part demain matin. | demain matin = 2021-10-19TMO, dayPart
        Il part cette semaine. | cette semaine = 2021-W42, week
        Il part la semaine prochaine. | semaine prochaine = 2021-W43, week
        Il part le mois prochain. | mois prochain = 2021-11, month
        Il est parti le mois dernier. | mois dernier = 2021-09, month
        Il est parti l’an dernier. | an dernier = 2020, year
        Il est parti cet été. | cet été = 2021-SU, season
        Il est parti l’été dernier. | été dernier = 2021-SU, season
        Il est parti au printemps 2020. | printemps 2020 = 2020-SP, season
        Il est parti en juin. | en juin = 2021-06, month
        Il est parti en juin dernier. | en juin dernier = 2021-06, month
        Il est parti début juin. | début juin = 2021-06 START, month
        Il est parti fin 2019. | fin 2019 = 2019 END, year
        Il est parti le 3 juin. | 3 juin = 2021-06-03, day
        Il est parti le 3 juin 2019. | 3 juin 2019 = 2019-06-03, day
        Il est parti à 14h30. | 14h30 = XXXXT14:30, minute
        Il est parti à 14 heures. | 14 heures = XXXXT14:00, hour
        Il est parti il y a trois semaines. | il y a trois semaines = 2021-W39, week
        Il part dans deux jours. | dans deux jours = 2021-10-20, day
        Les attentats du 13-Novembre l’ont marqué. | 13-Novembre = XXXX-11-13, day
        """

    static let german = """
        Er sprach am Montag. | Montag = 2021-10-18, day
        Er sprach am Sonntagabend. | Sonntagabend = 2021-10-17TEV, dayPart
        Er sprach am Dienstagmorgen. | Dienstagmorgen = 2021-10-12TMO, dayPart
        Er wird am Mittwoch sprechen. | Mittwoch = 2021-10-20, day
        Er sprach am letzten Dienstag. | letzten Dienstag = 2021-10-12, day
        Er spricht am kommenden Dienstag. | kommenden Dienstag = 2021-10-19, day
        Er ging gestern Abend. | gestern Abend = 2021-10-17TEV, dayPart
        Er ging vorgestern. | vorgestern = 2021-10-16, day
        Er geht morgen. | morgen = 2021-10-19, day
        Er geht übermorgen. | übermorgen = 2021-10-20, day
        Er ging heute früh. | heute früh = 2021-10-18TMO, dayPart
        Er geht nächste Woche. | nächste Woche = 2021-W43, week
        Er geht nächsten Monat. | nächsten Monat = 2021-11, month
        Er ging im vergangenen Sommer. | vergangenen Sommer = 2021-SU, season
        Er ging im Sommer 2019. | Sommer 2019 = 2019-SU, season
        Er ging in diesem Jahr. | diesem Jahr = 2021, year
        Er ging Anfang Juni. | Anfang Juni = 2021-06 START, month
        Er ging Ende 2019. | Ende 2019 = 2019 END, year
        Er ging am 3. Juni. | 3. Juni = 2021-06-03, day
        Er ging am Montag, dem 11. Oktober. | Montag, dem 11. Oktober = 2021-10-11, day
        Es begann um 14 Uhr. | 14 Uhr = XXXXT14:00, hour
        Es begann um 14.30 Uhr. | 14.30 Uhr = XXXXT14:30, minute
        Er ging vor drei Wochen. | vor drei Wochen = 2021-W39, week
        Er ging vor einem Jahr. | vor einem Jahr = 2020, year
        Er geht in zwei Tagen. | in zwei Tagen = 2021-10-20, day
        Es wuchs in den 1990er Jahren. | 1990er = 1990, decade
        """

    static let spanish = """
        La feria abre el Viernes Santo. | -
        Cantaba en los años noventa. | noventa = 1990, decade
        El puente cierra entre el sábado y el lunes. | sábado y el lunes = 2021-10-16/2021-10-18, day
        El puente cerró entre el lunes y el jueves. | lunes y el jueves = 2021-10-11/2021-10-14, day
        El puente abre el mes que viene. | mes que viene = 2021-11, month
        Era el mes que pasó en casa. | -
        Habló el lunes. | lunes = 2021-10-18, day
        Habló el domingo por la noche. | domingo por la noche = 2021-10-17TNI, dayPart
        Habló el martes por la mañana. | martes por la mañana = 2021-10-12TMO, dayPart
        Habló el pasado martes. | pasado martes = 2021-10-12, day
        Hablará el próximo martes. | próximo martes = 2021-10-19, day
        Se fue anoche. | anoche = 2021-10-17TNI, dayPart
        Se fue anteayer. | anteayer = 2021-10-16, day
        Se va mañana. | mañana = 2021-10-19, day
        Se va la próxima semana. | próxima semana = 2021-W43, week
        Se va el próximo mes. | próximo mes = 2021-11, month
        Se fue el mes pasado. | mes pasado = 2021-09, month
        Se fue este año. | este año = 2021, year
        Se fue este verano. | este verano = 2021-SU, season
        Se fue el verano pasado. | verano pasado = 2021-SU, season
        Se fue en el verano de 2019. | verano de 2019 = 2019-SU, season
        Se fue en junio. | en junio = 2021-06, month
        Se fue a principios de junio. | principios de junio = 2021-06 START, month
        Se fue el 3 de junio. | 3 de junio = 2021-06-03, day
        Se fue el 3 de junio de 2019. | 3 de junio de 2019 = 2019-06-03, day
        Se fue a las 14:30. | 14:30 = XXXXT14:30, minute
        Se fue hace tres semanas. | hace tres semanas = 2021-W39, week
        Se va dentro de dos días. | dentro de dos días = 2021-10-20, day
        Está allí desde 2014. | 2014 = 2014, year
        """

    static let russian = """
        Рейтинг упал до 23% с 31% в мае. | в мае = 2021-05, month
        Он выступил в понедельник. | понедельник = 2021-10-18, day
        Он выступил в воскресенье вечером. | воскресенье вечером = 2021-10-17TEV, dayPart
        Он выступил во вторник утром. | вторник утром = 2021-10-12TMO, dayPart
        Он выступил в прошлый вторник. | прошлый вторник = 2021-10-12, day
        Он выступит в следующий вторник. | следующий вторник = 2021-10-19, day
        Он уехал вчера вечером. | вчера вечером = 2021-10-17TEV, dayPart
        Он уехал сегодня утром. | сегодня утром = 2021-10-18TMO, dayPart
        Он уедет завтра. | завтра = 2021-10-19, day
        Он уехал на прошлой неделе. | прошлой неделе = 2021-W41, week
        Он уедет на следующей неделе. | следующей неделе = 2021-W43, week
        Он уедет в следующем месяце. | следующем месяце = 2021-11, month
        Он уехал в этом году. | этом году = 2021, year
        Он уехал прошлым летом. | прошлым летом = 2021-SU, season
        Он уехал летом 2019 года. | летом 2019 года = 2019-SU, season
        Он уехал в июне 2019 года. | в июне 2019 года = 2019-06, month
        Он уехал в начале июня. | начале июня = 2021-06 START, month
        Он уехал 3 июня. | 3 июня = 2021-06-03, day
        Он уехал в 14:30. | 14:30 = XXXXT14:30, minute
        Он уехал три недели назад. | три недели назад = 2021-W39, week
        Он уехал год назад. | год назад = 2020, year
        Он уедет через два дня. | через два дня = 2021-10-20, day
        Он там с 2014 года. | 2014 года = 2014, year
        Она росла в 1990-е годы. | 1990-е = 1990, decade
        """
}
