import Language
import TestSupport
import Testing
import TextCore

/// People of short news texts, in the order of their first mention: what rules and lexicons find without a model.
@Suite("People in the news of eight languages")
struct NewsNameTests {
    @Test(
        "people are found whole, and once each",
        arguments: TableRow.rows("en", english) + TableRow.rows("de", german) + TableRow.rows("ru", russian)
            + TableRow.rows("ar", arabic) + TableRow.rows("ja", japanese)
    )
    func people(_ row: TableRow) {
        let annotated = annotate(row.text, row.language)
        #expect(annotated.entities.filter { $0.kind == .person }.map(\.name) == row.expected)
        #expect(faults(in: annotated).isEmpty)
    }

    private static let english = """
        “We lost all,” said Tom Hill, a farmer. Hill, 54, runs it with his wife Megan Hill. | Tom Hill; Megan Hill
        The walk ends at Victoria Park, a suburb of Norvane. | -
        Labour MP Stella Marsh accused him. Marsh chairs the committee. | Stella Marsh
        The Harbour Commission President Ursula von der Leyen and Prime Minister Mette Holm met. | Ursula von der Leyen; Mette Holm
        Jack London spoke in Norvane. “I am glad,” London said. | Jack London
        """
    private static let german = """
        „Wir haben geräumt“, sagte Feuerwehrchef Thomas Hill. | Thomas Hill
        Flughafenchefin Petra Sommer kam. „Alle leben“, sagte Sommer. | Petra Sommer
        Im Sommer kommt Petra Lang. | Petra Lang
        UN-Kommissar Volker Türk sprach. „Das muss aufhören“, sagte Türk. | Volker Türk
        """
    private static let russian = """
        Вчера канцлер Германии Фридебальд Зауэр приехал. Зауэр молчал. | Фридебальд Зауэр
        Глава Минобороны Германии Борис Писториус прибыл. | Борис Писториус
        """
    private static let arabic = """
        قالت رئيسة المفوضية الأوروبية أورسولا فون دير لاين ذلك. وأضافت فون دير لاين أن الوضع خطير. | أورسولا فون دير لاين
        صرح المتحدث باسم الداخلية سامي الحداد بذلك. | سامي الحداد
        """
    private static let japanese = """
        ロシアのウラジーミル・プーチン大統領は石破茂首相と会談した。プーチン氏は協力を求めた。 | ウラジーミル・プーチン; 石破茂
        会社員の田中健一さん（34）が死亡した。田中さんの妻が話した。 | 田中健一
        ドナルド・トランプ米大統領は述べた。 | ドナルド・トランプ
        マルコ・ルビオ国務長官と岩屋毅外相が会談した。 | マルコ・ルビオ; 岩屋毅
        安全保障補佐官と経団連会長、東京都知事が会談した。 | -
        鬼頭浩介監督は述べた。鬼頭監督は勝った。 | 鬼頭浩介
        千葉市長と石川県知事、小林製薬社長、両氏と患者さんが来た。 | -
        """

    @Test("a role of several words stands in front of a name without a comma")
    func bareRole() {
        let people = annotate("MSF head of mission Claire Nicolet said so.").entities.filter { $0.kind == .person }
        #expect(people.map(\.name) == ["Claire Nicolet"])
        #expect(people.first?.roles == ["head of mission"])
    }
}
