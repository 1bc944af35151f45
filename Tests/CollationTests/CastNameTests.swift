import Testing

@testable import Collation

/// Spellings of one person's name, and names of two.
struct CastNameTests {
    /// A name in two articles, with their languages.
    struct Pair: CustomTestStringConvertible, Sendable {
        let a: String
        let b: String
        let languages: (String, String)
        var testDescription: String { "\(a) – \(b)" }

        init(_ a: String, _ b: String, _ first: String = "en", _ second: String = "en") {
            self.a = a
            self.b = b
            languages = (first, second)
        }

        func mayBeOne() throws -> Bool {
            let first = try #require(CastName(a, language: languages.0))
            let second = try #require(CastName(b, language: languages.1))
            #expect(first.mayBe(second) == second.mayBe(first))
            return first.mayBe(second)
        }
    }

    static let same: [Pair] = [
        // One alphabet, several transliterations.
        Pair("Sergei Volkin", "Sergey Volkin"), Pair("Sergei Volkin", "Sergej Wolkin", "en", "de"),
        Pair("Dmitry Karanov", "Dmitri Karanow", "en", "de"), Pair("Dmitry Karanov", "Dmitri Karanof", "en", "fr"),
        Pair("Yuri Zelinsky", "Juri Selinskij", "en", "de"), Pair("Marko Zelinsky", "Marko Zelinskyy"),
        Pair("Yevgeny Tchernov", "Evgeny Chernov", "fr", "en"), Pair("Mikhail Barsukov", "Michail Barssukow", "en", "de"),
        Pair("Igor Shulgin", "Igor Schulgin", "en", "de"), Pair("Igor Shulgin", "Igor Choulguine", "en", "fr"),
        Pair("Viktor Kravchenko", "Viktor Krawtschenko", "en", "de"), Pair("Jörg Möller", "Joerg Moeller", "de", "en"),
        Pair("Jürgen Kübel", "Jurgen Kubel", "de", "en"), Pair("François Béraud", "Francois Beraud", "fr", "en"),
        Pair("José Muñoz", "Jose Munoz", "es", "en"), Pair("Łukasz Górski", "Lukasz Gorski"), Pair("Ömer Çelik", "Omer Celik"),
        Pair("Muammar Qaddur", "Mouammar Kaddour", "en", "fr"), Pair("Youssef Halabi", "Yusuf Halabi", "fr", "en"),
        Pair("Mohammed Darwish", "Muhammad Darwish"), Pair("Ahmad Tarazi", "Ahmed Tarazi"),
        Pair("Volodymyr Orlenko", "Vladimir Orlenko"), Pair("Serhiy Melnyk", "Sergei Melnik"),
        Pair("Oleksandr Hrytsak", "Alexander Hrytsak"), Pair("Bill Harland", "William Harland"),
        Pair("Liz Varrick", "Elizabeth Varrick"),
        // Parts left out.
        Pair("Volkin", "Sergei Volkin"), Pair("S. Volkin", "Sergei Volkin"), Pair("Ann B. Holm", "Ann Holm"),
        Pair("Ted Holm Jr.", "Holm"), Pair("Holm", "Ann B. Holm"),
        // Cyrillic and Greek.
        Pair("Сергей Волкин", "Sergei Volkin", "ru", "en"), Pair("Сергей Волкин", "Sergej Wolkin", "ru", "de"),
        Pair("Дмитрий Каранов", "Dmitry Karanov", "ru", "en"), Pair("Каранов", "Dmitry Karanov", "ru", "en"),
        Pair("Володимир Орленко", "Volodymyr Orlenko", "uk", "en"), Pair("Володимир Орленко", "Владимир Орленко", "uk", "ru"),
        Pair("Джон Харленд", "John Harland", "ru", "en"), Pair("Мария Шульц", "Maria Schulz", "ru", "de"),
        Pair("Κώστας Δημητρίου", "Kostas Dimitriou", "el", "en"),
        // Arabic and Hebrew: consonants alone.
        Pair("شي جين بينغ", "Xi Jinping", "ar", "en"), Pair("شي جين بينغ", "习近平", "ar", "zh"),
        Pair("سمير درويش", "Samir Darwish", "ar", "en"), Pair("خالد التميمي", "Khaled al-Tamimi", "ar", "en"),
        Pair("أحمد فريد", "Ahmed Farid", "ar", "en"), Pair("יצחק לרנר", "Yitzhak Lerner", "he", "en"),
        Pair("דניאל שטרן", "Daniel Stern", "he", "en"),
        // Chinese, Japanese, Korean: the surname first, without a space.
        Pair("王建国", "Wang Jianguo", "zh", "en"), Pair("李明辉", "Li Minghui", "zh", "en"), Pair("陈志强", "Chen Zhiqiang", "zh", "en"),
        Pair("王建国", "王建國", "zh", "zh"), Pair("김민호", "Kim Min-ho", "ko", "en"), Pair("박지훈", "Park Ji-hoon", "ko", "en"),
        // Transcriptions by near sounds, and those that are settled.
        Pair("普京", "Vladimir Putin", "zh", "en"), Pair("弗拉基米尔·普京", "Vladimir Putin", "zh", "en"),
        Pair("فلاديمير بوتين", "Vladimir Putin", "ar", "en"), Pair("普京", "فلاديمير بوتين", "zh", "ar"),
        Pair("阿纳托利·科瓦列夫", "Anatoly Kovalev", "zh", "en"), Pair("泽连斯基", "Володимир Зеленський", "zh", "uk"),
        Pair("习近平", "Xi Jinping", "zh", "en"),
        Pair("Денис Шмигайло", "Denys Shmyhailo", "uk", "en"), Pair("オラフ・ショルツ", "Olaf Scholz", "ja", "de"),
        // Words divided otherwise, and ends of longer names.
        Pair("Kim Min Ho", "Kim Min-ho"), Pair("Ban Do-yun", "Ban Do Yun", "en", "fr"),
        Pair("Ким Мин Хо", "Kim Min-ho", "ru", "en"),
        Pair("David Ben-Turion", "David Ben Turion"), Pair("Luis Lona da Selva", "Lona da Selva", "pt", "en"),
        Pair("Robert De Nario", "De Nario"), Pair("Vincent van Garp", "van Garp", "en", "nl"),
        Pair("Nicolás Moreno Rojas", "Nicolas Moreno", "es", "en"),
        Pair("Xi", "Xi Jinping"), Pair("Pérez", "Juan Pérez Lona", "en", "es"),
        Pair("Evguéni Prigojine", "Yevgeny Prigozhin", "fr", "en"),
        Pair("Benyamin Netanyahou", "Benjamin Netanyahu", "fr", "en"), Pair("潘基文", "Ban Ki-moon", "zh", "en"),
        Pair("石破", "Shigeru Ishiba", "zh", "en"), Pair("Урсула фон дер Ляйен", "Ursula von der Leyen", "ru", "en"),
        Pair("أردوغان", "Recep Tayyip Erdogan", "ar", "en"),
        Pair("Tanaka Haruto", "Haruto Tanaka"), Pair("Kim Min Ho", "김민호", "en", "ko"),
    ]

    static let different: [Pair] = [
        Pair("عباس محمود", "Mahmoud Abbas", "ar", "en"), Pair("أحمد حسن", "حسن أحمد", "ar", "ar"),
        Pair("Ahmed Hassan", "Hassan Ahmed"), Pair("Petrov", "Anna Petrova"), Pair("Petrova", "Ivan Petrov", "en", "fr"),
        Pair("Melania Holm", "Donald Holm"), Pair("Sergei Volkin", "Dmitry Volkin"), Pair("Ted Q. Holm", "Ted R. Holm"),
        Pair("Ted Holm Jr.", "Ted Holm III"), Pair("M. Holm", "Donald Holm"), Pair("Marin Petrov", "Marta Petrova"),
        Pair("John Marin", "John Moran"), Pair("John Barker", "John Parker"), Pair("Ann Lund", "Ann Land"),
        Pair("Paul Weber", "Paul Huber", "de", "de"), Pair("Peter Kohl", "Peter Kahn", "de", "de"),
        Pair("Сергей Волкин", "Sergei Volkov", "ru", "en"), Pair("Дмитрий Каранов", "Sergei Karanov", "ru", "en"),
        Pair("Волкин", "Barsukov", "ru", "en"), Pair("Володимир Орленко", "Viktor Orlenko", "uk", "en"),
        Pair("سمير درويش", "Samir Halabi", "ar", "en"), Pair("אבי לרנר", "Dan Stern", "he", "en"),
        Pair("王建国", "Li Minghui", "zh", "en"), Pair("李明辉", "Wang Minghui", "zh", "en"), Pair("김민호", "Park Min-ho", "ko", "en"),
        Pair("普京", "Joe Biden", "zh", "en"), Pair("拜登", "بوتين", "zh", "ar"), Pair("بوتين", "Joe Biden", "ar", "en"),
        Pair("阿纳托利·科瓦列夫", "Anatoly Petrov", "zh", "en"), Pair("王毅", "习近平", "zh", "zh"),
        Pair("كريم عيد", "Karim Odeh", "ar", "en"), Pair("Jean-Pierre Rolle", "Pierre Rolle", "fr", "fr"),
        Pair("Al Garve", "Tina Garve"), Pair("Kim Min-ho", "Kim Min-ji"), Pair("Kim Yo Jin", "Kim Jin Un"),
        Pair("Ким Мин Хо", "Kim Min-ji", "ru", "en"), Pair("Luis Lona da Selva", "Marta da Selva", "pt", "en"),
        Pair("Tanaka Haruto", "Haruto Suzuki"), Pair("Bill Harland", "Robert Harland"), Pair("Maria Lang", "Mario Lang"),
    ]

    @Test(arguments: same) func spellingsAreOnePerson(_ pair: Pair) throws {
        #expect(try pair.mayBeOne())
    }

    @Test(arguments: different) func othersAreTwo(_ pair: Pair) throws {
        #expect(try !pair.mayBeOne())
    }

    @Test(
        arguments: [
            ("volkin", "volkin", 0, true), ("volkin", "valkin", 1, true), ("volkin", "valken", 1, false),
            ("holm", "holms", 1, true),
            ("holm", "", 3, false), ("", "", 0, true),
            (String(repeating: "a", count: 90), String(repeating: "a", count: 90), 0, true),
            (String(repeating: "a", count: 90), String(repeating: "a", count: 89), 5, false),
        ]
    )
    func distancesAreBounded(_ a: String, _ b: String, _ limit: Int, _ isWithin: Bool) {
        #expect(EditDistance.isWithin(limit, Array(a.utf8), Array(b.utf8)) == isWithin)
    }
}
