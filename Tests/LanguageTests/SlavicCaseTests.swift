import Language
import Testing

/// People in the cases of Russian and Ukrainian.
struct SlavicCaseTests {
    /// Article, language, and its people.
    static let articles: [(String, String, [String])] = [
        ("Президент встретился с Реджепом Эрдоганом. Эрдоган поблагодарил гостя.", "ru", ["Реджеп Эрдоган"]),
        ("Указ был подписан Владимиром Путиным. Путин уехал в Сочи.", "ru", ["Владимир Путин"]),
        ("Он говорил о Викторе Орбане и об Ольге Весниной.", "ru", ["Виктор Орбан", "Ольга Веснина"]),
        ("Письмо передали Андрею Белоусову и Марии Захаровой.", "ru", ["Андрей Белоусов", "Мария Захарова"]),
        ("Джо Байден приехал. Слова Байдена удивили. Байдену возразили.", "ru", ["Джо Байден"]),
        ("Переговоры с Фридрихом Мерцем прошли в среду. Мерц заявил, что доволен.", "ru", ["Фридрих Мерц"]),
        ("Встреча с Игорем Ладовым отменена.", "ru", ["Игорь Ладов"]),
        ("Президент зустрівся з Ллойдом Остіном. Остін подякував.", "uk", ["Ллойд Остін"]),
        ("За словами Олександра Сирського, втрати значні. Сирський додав, що ворог відступив.", "uk", ["Олександр Сирський"]),
    ]

    @Test(arguments: articles.indices) func namesStandInTheNominative(_ row: Int) {
        let (text, language, people) = Self.articles[row]
        #expect(annotate(text, language).entities.filter { $0.kind == .person }.map(\.name) == people)
    }

    /// Roles stand in the nominative, too, so that the office alone finds its holder.
    @Test(arguments: [
        ("Встреча с премьером Венгрии Виктором Орбаном прошла в среду.", "премьер венгрии"),
        ("Об этом рассказали главе Росатома Алексею Ладову.", "глава росатома"),
        ("Указ подписан президентом Владимиром Ладовым.", "президент"),
        ("Судья Ольга Веснина ответила.", "судья"),
        ("Пресс-секретарь президента РФ Дмитрий Ладов заявил об этом.", "пресс-секретарь президента рф"),
    ])
    func rolesStandInTheNominative(_ text: String, _ role: String) {
        #expect(annotate(text, "ru").entities.filter { $0.kind == .person }.flatMap(\.roles) == [role])
    }

    /// What an office is of may be any noun in the genitive.
    @Test(arguments: [
        ("Речниця міністерства Олена Дорн прибула у Варден.", "uk", "речниця міністерства"),
        ("Директор обласної лікарні Павло Бойко заявив про це.", "uk", "директор обласної лікарні"),
        ("Директор местной школы Ольга Веснина заявила об этом.", "ru", "директор местной школы"),
    ])
    func officesAreOfSomething(_ text: String, _ language: String, _ role: String) {
        #expect(annotate(text, language).entities.filter { $0.kind == .person }.flatMap(\.roles) == [role])
    }

    /// Other people, though one's surname is a case of another's.
    @Test func otherPeopleStayApart() {
        let annotated = annotate("Иван Захаров и Мария Захарова приехали. Захаров молчал.", "ru")
        #expect(annotated.entities.filter { $0.kind == .person }.count == 2)
    }

    /// Letters and regions in front of a name are none of it.
    @Test(arguments: [
        ("Головнокомандувач ЗСУ Олександр Сирський повідомив про наступ.", "uk", "Олександр Сирський"),
        ("Він зустрівся з міністром оборони США Ллойдом Остіном у Києві.", "uk", "Ллойд Остін"),
        ("Губернатор Самарской области Вячеслав Федорищев сообщил о пожаре.", "ru", "Вячеслав Федорищев"),
        ("Об этом сообщила глава ЦИК Элла Веснина.", "ru", "Элла Веснина"),
        ("Мэр Кессена Эдмон Варга сказал, что пожар потушен.", "ru", "Эдмон Варга"),
        ("В среду мэр Кессена Эдмон Варга уехал.", "ru", "Эдмон Варга"),
        ("Мер Кессена Едмон Варга сказав, що він радий.", "uk", "Едмон Варга"),
        ("Генсек ООН Пан Ги Мун прибыл в Сеул.", "ru", "Пан Ги Мун"),
    ])
    func whatOfficesAreOfIsNoName(_ text: String, _ language: String, _ person: String) {
        #expect(annotate(text, language).entities.filter { $0.kind == .person }.map(\.name) == [person])
    }
}
