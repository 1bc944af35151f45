import Testing

@testable import Speech

/// Interviews: turns that labels open, and paragraphs that go on with them, have no marks and are speech all the same.
struct InterviewTests {
    private func turns(_ text: String, language: String = "en", headline: Bool = true) -> [String] {
        Analysis(text, language: language, headline: headline).said.filter { $0.hasPrefix("direct") }
            .map { String($0.dropFirst(8)) }
    }

    @Test func namesAsLabels() {
        let text = """
            Harbor chief on the long strike
            Ned Tolley has run the port of Brask for eleven years. Mary Lund of the Herald met him at the pier.
            Mary Lund: How did the strike begin?
            Ned Tolley: It began with a letter. Nobody read it.
            The letter came in March. The storm kept everybody busy.
            Lund: What did the mayor say?
            Tolley: She had no time for us.
            Lund: Will you stay?
            Tolley: Yes. I have no other plans.
            We will see.
            This interview has been edited for length and clarity.
            """
        #expect(
            turns(text) == [
                "How did the strike begin? ← Mary Lund",
                "It began with a letter. Nobody read it. / The letter came in March. The storm kept everybody busy. ← Ned Tolley",
                "What did the mayor say? ← Mary Lund",
                "She had no time for us. ← Ned Tolley",
                "Will you stay? ← Mary Lund",
                "Yes. I have no other plans. / We will see. ← Ned Tolley",
            ]
        )
    }

    /// What the writer tells between two answers is nobody's speech; the answer goes on behind it.
    @Test func narrationBetweenAnswers() {
        let text = """
            Harbor chief on the long strike
            Ned Tolley has run the port of Brask for eleven years.
            The Herald: How did the strike begin?
            Tolley: It began with a letter.
            Tolley looks out at the empty quay.
            I should have read it at once.
            The Herald: Will you stay?
            Tolley: Yes, I will.
            Ned Tolley was born in Varn in 1961.
            """
        #expect(
            turns(text) == [
                "How did the strike begin? ← Herald", "It began with a letter. ← Ned Tolley",
                "I should have read it at once. ← Ned Tolley", "Will you stay? ← Herald", "Yes, I will. ← Ned Tolley",
            ]
        )
    }

    @Test(arguments: [("Q:", "A:"), ("Q.", "A."), ("— Q:", "— A:"), ("Question:", "Answer:")])
    func questionAndAnswer(question: String, answer: String) {
        let text = """
            Q&A: Ned Tolley on the long strike
            Ned Tolley has run the port of Brask for eleven years. He took questions at the pier.
            \(question) How did the strike begin?
            \(answer) It began with a letter. We had no time for it.
            It lay on my desk.
            \(question) Will you stay?
            \(answer) Yes. I have no other plans.
            """
        #expect(
            turns(text) == [
                "How did the strike begin? ← ?",
                "It began with a letter. We had no time for it. / It lay on my desk. ← Ned Tolley", "Will you stay? ← ?",
                "Yes. I have no other plans. ← Ned Tolley",
            ]
        )
    }

    /// Questions without labels, as bold type that a plain text has lost.
    @Test func onlyTheAnswersHaveLabels() {
        let text = """
            Harbor chief on the long strike
            Ned Tolley has run the port of Brask for eleven years.
            How did the strike begin?
            Tolley: It began with a letter.
            And the mayor?
            Tolley: She had no time for us.
            """
        #expect(
            turns(text) == [
                "How did the strike begin? ← ?", "It began with a letter. ← Ned Tolley", "And the mayor? ← ?",
                "She had no time for us. ← Ned Tolley",
            ]
        )
    }

    @Test func noLabelsAtAll() {
        let text = """
            Ned Tolley: “Nobody read the letter”
            In an interview, port chief Ned Tolley looks back at the strike.
            How did you learn of the strike?
            From a letter. I read it twice.
            It was badly written.
            What did you do then?
            I called the mayor.
            Will you stay in your office?
            Yes. We have work to do.
            The port of Brask has four cranes.
            """
        #expect(
            turns(text).suffix(6) == [
                "How did you learn of the strike? ← ?", "From a letter. I read it twice. / It was badly written. ← Ned Tolley",
                "What did you do then? ← ?", "I called the mayor. ← Ned Tolley", "Will you stay in your office? ← ?",
                "Yes. We have work to do. ← Ned Tolley",
            ]
        )
    }

    @Test func capitalsAndInitials() {
        let text = """
            Harbor chief on the long strike
            Ned Tolley has run the port of Brask for eleven years. Mary Lund met him.
            MARY LUND: How did the strike begin?
            NED TOLLEY: With a letter that I read twice.
            ML: And the mayor?
            NT: She had no time for us.
            TOLLEY: Nobody had.
            """
        #expect(
            turns(text) == [
                "How did the strike begin? ← Mary Lund", "With a letter that I read twice. ← Ned Tolley",
                "And the mayor? ← Mary Lund", "She had no time for us. ← Ned Tolley", "Nobody had. ← Ned Tolley",
            ]
        )
    }

    /// What an answer has in marks is quoted in it; what it retells is part of it.
    @Test func quotationsInsideAnswers() {
        let text = """
            Harbor chief on the long strike
            Ned Tolley has run the port of Brask for eleven years.
            Herald: What did the mayor say?
            Tolley: Anna Reed told me, “This is your job.” She said that I would do it well.
            Herald: Did you?
            Tolley: I hope so.
            """
        let analysis = Analysis(text, headline: true)
        let inner = analysis.speech.quotations.first { analysis.content($0) == "This is your job." }
        #expect(inner?.enclosing.map { analysis.speech.quotations[$0].speaker?.name } == "Ned Tolley")
        #expect(inner?.speaker?.name == "Anna Reed")
        #expect(analysis.speech.quotations.count == 5)
    }

    @Test(arguments: [
        (
            "de",
            """
            Ein Gespräch mit Hafenchef Karl Brandt
            Karl Brandt leitet den Hafen seit elf Jahren.
            SPIEGEL: Herr Brandt, wie begann der Streik?
            Brandt: Mit einem Brief. Niemand hat ihn gelesen.
            Der Sturm hielt alle in Atem.
            SPIEGEL: Bleiben Sie im Amt?
            Brandt: Ja. Ich habe keine anderen Pläne.
            """,
            [
                "Herr Brandt, wie begann der Streik? ← SPIEGEL",
                "Mit einem Brief. Niemand hat ihn gelesen. / Der Sturm hielt alle in Atem. ← Karl Brandt",
                "Bleiben Sie im Amt? ← SPIEGEL", "Ja. Ich habe keine anderen Pläne. ← Karl Brandt",
            ]
        ),
        (
            "es",
            """
            Entrevista con Ana Vidal, directora del puerto
            Ana Vidal dirige el puerto desde hace once años.
            P. ¿Cómo empezó la huelga?
            R. Con una carta. Nadie la leyó.
            La tormenta nos tenía ocupados.
            P. ¿Se quedará?
            R. Sí. No tengo otros planes, me quedo.
            """,
            [
                "¿Cómo empezó la huelga? ← ?",
                "Con una carta. Nadie la leyó. / La tormenta nos tenía ocupados. ← Ana Vidal", "¿Se quedará? ← ?",
                "Sí. No tengo otros planes, me quedo. ← Ana Vidal",
            ]
        ),
        (
            "fr",
            """
            Entretien avec Claire Morel, directrice du port
            Claire Morel dirige le port depuis onze ans.
            Le Courrier : Comment la grève a-t-elle commencé ?
            Claire Morel : Par une lettre. Personne ne l’a lue.
            Le Courrier : Resterez-vous ?
            Claire Morel : Oui. Je n’ai pas d’autres projets.
            """,
            [
                "Comment la grève a-t-elle commencé ? ← Courrier", "Par une lettre. Personne ne l’a lue. ← Claire Morel",
                "Resterez-vous ? ← Courrier", "Oui. Je n’ai pas d’autres projets. ← Claire Morel",
            ]
        ),
        (
            "ru",
            """
            Интервью с начальником порта Олегом Тарасовым
            Олег Тарасов руководит портом одиннадцать лет.
            — Вопрос: Как началась забастовка?
            — Тарасов: С письма. Его никто не читал.
            — Вопрос: Вы останетесь?
            — Тарасов: Да. У меня нет других планов.
            """,
            [
                "Как началась забастовка? ← ?", "С письма. Его никто не читал. ← Олег Тарасов", "Вы останетесь? ← ?",
                "Да. У меня нет других планов. ← Олег Тарасов",
            ]
        ),
        (
            "uk",
            """
            Розмова з начальником порту Олегом Бондаренком
            Олег Бондаренко керує портом одинадцять років.
            Запитання: Як почався страйк?
            Олег Бондаренко: З листа. Його ніхто не читав.
            Запитання: Ви залишитеся?
            Олег Бондаренко: Так. Я не маю інших планів.
            """,
            [
                "Як почався страйк? ← ?", "З листа. Його ніхто не читав. ← Олег Бондаренко", "Ви залишитеся? ← ?",
                "Так. Я не маю інших планів. ← Олег Бондаренко",
            ]
        ),
    ])
    func otherLanguages(language: String, text: String, expected: [String]) {
        #expect(turns(text, language: language) == expected)
    }

    /// Dashes in front of questions and answers.
    @Test func dashes() {
        let text = """
            Начальник порта Олег Тарасов рассказал о забастовке
            Беседовала Анна Белова.
            — Как вы узнали о забастовке?
            — Из письма. Я прочёл его дважды.
            — Что вам ответил мэр?
            — У него не было времени для нас.
            — Вы останетесь?
            — Да, у меня нет других планов.
            """
        #expect(
            turns(text, language: "ru") == [
                "Как вы узнали о забастовке? ← ?", "Из письма. Я прочёл его дважды. ← Олег Тарасов",
                "Что вам ответил мэр? ← ?", "У него не было времени для нас. ← Олег Тарасов", "Вы останетесь? ← ?",
                "Да, у меня нет других планов. ← Олег Тарасов",
            ]
        )
    }

    /// Whom an interview is about is not who gives it.
    @Test func whoIsInterviewed() {
        let text = """
            The long life of Otto Kessel
            Otto Kessel built the port of Brask. Kessel died in 1968. The historian Jane Holt has opened a conversation about Kessel.
            I spoke with Holt about Otto Kessel and his port.
            In your book, you call Kessel a dreamer. Why?
            He never counted. I found his letters.
            Did you like him?
            We would have argued.
            What do you think he would say today?
            I hope that he would laugh.
            """
        #expect(Set(turns(text).filter { !$0.contains("?") }.map { $0.suffix(11) }) == ["← Jane Holt"])
        let untold = text.replacing("I spoke with Holt about Otto Kessel and his port.", with: "This is a conversation.")
        #expect(turns(untold) == [])
    }

    /// Who asks a panel has no label.
    @Test func questionsToAPanel() {
        let text = """
            Panel: Who wins the cup?
            Tom Reed and Ann Moss give their predictions.
            Tom Reed: Brask will win it. I have never seen a better defence.
            Ann Moss: Varn, because they have Holt.
            Who disappoints?
            Tom Reed: Holt. He is not fit.
            Ann Moss: Nobody, I hope.
            """
        #expect(
            turns(text) == [
                "Brask will win it. I have never seen a better defence. ← Tom Reed",
                "Varn, because they have Holt. ← Ann Moss", "Who disappoints? ← ?", "Holt. He is not fit. ← Tom Reed",
                "Nobody, I hope. ← Ann Moss",
            ]
        )
    }

    /// Labels that nobody speaks under, and answers that are nobody's in particular.
    @Test(arguments: [
        """
        Two soups for the winter
        Ned Tolley cooks them at home.
        Ingredients: two onions, one leek
        Method: Cut the onions and fry them.
        Ingredients: three carrots, one beet
        Method: Grate the carrots and boil them.
        """,
        """
        Goals of the weekend
        Ned Tolley and Karl Brandt scored for Brask.
        Tolley: 12, 45
        Brandt: 33
        Tolley: 71
        Brandt: 90
        """,
        """
        What you should know about the strike
        Port chief Ned Tolley spoke at noon.
        When does the strike begin?
        On Monday at six.
        Which ferries run?
        Those to Varn.
        Who pays?
        The port does.
        """,
        """
        How to renew your passport
        Director Ned Tolley answers the most frequent questions.
        Q: How long does it take?
        A: Three weeks, unless you pay for express service.
        Q: Can I renew online?
        A: Yes, if your passport is less than ten years old.
        """,
        """
        Storm: live updates
        Ned Tolley leads the port.
        Tolley: the pier holds
        Correction: An earlier version gave the wrong day.
        Update: The ferry is back.
        Correction: We have mended the name of the pier.
        """,
    ])
    func labelsOfLists(text: String) { #expect(turns(text) == []) }
}
