/// Names of people as the languages of the multilingual encoder spell them: what ``NamePairTests`` counts.
///
/// Public figures and invented people; one line a pair: the two spellings, then the two languages.
enum NamePairTable {
    typealias Row = (a: String, b: String, languages: (String, String))

    static let same = rows(
        """
        محمود عباس|Mahmoud Abbas|ar|en
        عبد الفتاح السيسي|Abdel Fattah el-Sisi|ar|en
        عادل الجبير|Adel al-Jubeir|ar|en
        علي خامنئي|Ali Khamenei|ar|en
        عمر البشير|Omar al-Bashir|ar|en
        عثمان ميرغني|Osman Mirghani|ar|en
        إسماعيل هنية|Ismail Haniyeh|ar|en
        أنتوني بلينكن|Antony Blinken|ar|en
        أنطونيو غوتيريش|Antonio Guterres|ar|en
        إيمانويل ماكرون|Emmanuel Macron|ar|fr
        أولاف شولتس|Olaf Scholz|ar|de
        جو بايدن|Joe Biden|ar|en
        دونالد ترامب|Donald Trump|ar|en
        بنيامين نتنياهو|Benjamin Netanyahu|ar|en
        فولوديمير زيلينسكي|Volodymyr Zelensky|ar|en
        سيرغي لافروف|Sergei Lavrov|ar|en
        رجب طيب أردوغان|Recep Tayyip Erdoğan|ar|tr
        بشار الأسد|Bashar al-Assad|ar|en
        حسن نصر الله|Hassan Nasrallah|ar|en
        نجيب ميقاتي|Najib Mikati|ar|en
        حسن روحاني|Hassan Rouhani|ar|fr
        محمد بن سلمان|Mohammed bin Salman|ar|en
        سعد الحريري|Saad Hariri|ar|fr
        ريشي سوناك|Rishi Sunak|ar|en
        أورسولا فون دير لاين|Ursula von der Leyen|ar|de
        يانيس كوستاس|Yanis Kostas|ar|en
        عمران الحلبي|Imran al-Halabi|ar|en
        عزيز المراكشي|Aziz el-Marrakchi|ar|fr
        عصام قنديل|Essam Qandil|ar|en
        عبير موسي|Abir Moussi|ar|fr
        عائشة بلقاسم|Aicha Belkacem|ar|fr
        عماد درويش|Imad Darwish|ar|en
        يوسف العتيبة|Yousef al-Otaiba|ar|en
        إيلون ماسك|Elon Musk|ar|en
        أليكس إلمور|Alex Elmore|ar|en
        王毅|Wang Yi|zh|en
        李强|Li Qiang|zh|en
        马云|Ma Yun|zh|en
        蔡英文|Tsai Ing-wen|zh|en
        赖清德|Lai Ching-te|zh|en
        韩正|Han Zheng|zh|en
        秦刚|Qin Gang|zh|en
        汪文斌|Wang Wenbin|zh|en
        何立峰|He Lifeng|zh|en
        毛宁|Mao Ning|zh|en
        李毅|Li Yi|zh|en
        吴越|Wu Yue|zh|en
        胡伟|Hu Wei|zh|en
        拜登|Joe Biden|zh|en
        特朗普|Donald Trump|zh|en
        马克龙|Emmanuel Macron|zh|fr
        朔尔茨|Olaf Scholz|zh|de
        布林肯|Antony Blinken|zh|en
        内塔尼亚胡|Benjamin Netanyahu|zh|en
        阿巴斯|Mahmoud Abbas|zh|en
        古特雷斯|António Guterres|zh|pt
        拉夫罗夫|Sergei Lavrov|zh|en
        佩斯科夫|Dmitry Peskov|zh|en
        埃尔多安|Recep Tayyip Erdoğan|zh|tr
        默克尔|Angela Merkel|zh|de
        安东尼奥·科斯塔|António Costa|zh|pt
        奥列格·沃尔金|Oleg Volkin|zh|en
        安娜·贝克尔|Anna Becker|zh|de
        約翰·哈蘭德|John Harland|zh|en
        亚历山大·科马罗夫|Alexander Komarov|zh|en
        ジョー・バイデン|Joe Biden|ja|en
        ドナルド・トランプ|Donald Trump|ja|en
        ウラジーミル・プーチン|Vladimir Putin|ja|en
        エマニュエル・マクロン|Emmanuel Macron|ja|fr
        オラフ・ショルツ|Olaf Scholz|ja|de
        アントニー・ブリンケン|Antony Blinken|ja|en
        セルゲイ・ラブロフ|Sergei Lavrov|ja|en
        ベンヤミン・ネタニヤフ|Benjamin Netanyahu|ja|en
        アンナ・ベッカー|Anna Becker|ja|de
        ジョン・ハーランド|John Harland|ja|en
        イーロン・マスク|Elon Musk|ja|en
        ウォロディミル・ゼレンスキー|Volodymyr Zelensky|ja|en
        岸田文雄|Fumio Kishida|ja|en
        石破茂|Shigeru Ishiba|ja|en
        高市早苗|Sanae Takaichi|ja|en
        山田花子|Hanako Yamada|ja|en
        조 바이든|Joe Biden|ko|en
        도널드 트럼프|Donald Trump|ko|en
        블라디미르 푸틴|Vladimir Putin|ko|en
        에마뉘엘 마크롱|Emmanuel Macron|ko|fr
        올라프 숄츠|Olaf Scholz|ko|de
        안토니 블링컨|Antony Blinken|ko|en
        윤석열|Yoon Suk Yeol|ko|en
        Пан Ги Мун|Ban Ki-moon|ru|en
        Ким Чен Ын|Kim Jong-un|ru|en
        Ким Чен Ын|Kim Jong Un|ru|en
        Мун Чжэ Ин|Moon Jae-in|ru|en
        Юн Сок Ёль|Yoon Suk Yeol|ru|en
        Ли Чжэ Мён|Lee Jae-myung|ru|en
        Пак Кын Хе|Park Geun-hye|ru|en
        Нгуен Фу Чонг|Nguyen Phu Trong|ru|en
        Нгуен Суан Фук|Nguyen Xuan Phuc|ru|en
        Прают Чан-Оча|Prayuth Chan-ocha|ru|en
        윤석열|Yoon Suk-yeol|ko|en
        이재명|Lee Jae-myung|ko|en
        문재인|Moon Jae-in|ko|en
        김여정|Kim Yo-jong|ko|en
        안철수|Ahn Cheol-soo|ko|en
        한덕수|Han Duck-soo|ko|en
        존 할랜드|John Harland|ko|en
        안나 베커|Anna Becker|ko|de
        Владимир Путин|Wladimir Putin|ru|de
        Владимир Путин|Vladimir Poutine|ru|fr
        Владимир Путин|Władimir Putin|ru|pl
        Сергей Лавров|Siergiej Ławrow|ru|pl
        Дмитрий Песков|Dmitrij Pieskow|ru|pl
        Эмманюэль Макрон|Emmanuel Macron|ru|fr
        Олаф Шольц|Olaf Scholz|ru|de
        Энтони Блинкен|Antony Blinken|ru|en
        Джо Байден|Joe Biden|ru|en
        Дональд Трамп|Donald Trump|ru|en
        Ким Чен Ын|Kim Jong-un|ru|en
        Си Цзиньпин|Xi Jinping|ru|en
        Ван И|Wang Yi|ru|en
        Махмуд Аббас|Mahmoud Abbas|ru|en
        Реджеп Тайип Эрдоган|Recep Tayyip Erdoğan|ru|tr
        Урсула фон дер Ляйен|Ursula von der Leyen|ru|de
        Илон Маск|Elon Musk|ru|en
        Хуан Эрнандес|Juan Hernández|ru|es
        Жан-Люк Меланшон|Jean-Luc Mélenchon|ru|fr
        Юлия Навальная|Yulia Navalnaya|ru|en
        Артём Ковалёв|Artyom Kovalyov|ru|en
        Анна Беккер|Anna Becker|ru|de
        Евгений Щукин|Jewgeni Schtschukin|ru|de
        Евгений Щукин|Yevgeny Shchukin|ru|en
        Василий Хохлов|Vassili Khokhlov|ru|fr
        Джузеппе Конте|Giuseppe Conte|ru|it
        Анджей Дуда|Andrzej Duda|ru|pl
        Дональд Туск|Donald Tusk|ru|pl
        Марк Рютте|Mark Rutte|ru|nl
        Volodymyr Zelensky|Wołodymyr Zełenski|en|pl
        Volodymyr Zelensky|Wolodymyr Selenskyj|en|de
        Volodymyr Zelensky|Volodímir Zelenski|en|es
        Sergei Lavrov|Serguéi Lavrov|en|es
        Dmitry Peskov|Dmitri Peskov|en|nl
        Alexei Navalny|Aleksiej Nawalny|en|pl
        Mahmoud Abbas|Mahmud Abbas|en|de
        Mahmoud Abbas|Mahmut Abbas|en|tr
        Hassan Nasrallah|Hasan Nasrallah|en|it
        Mohammed bin Salman|Muhammad bin Salman|en|nl
        """
    )

    static let different = rows(
        """
        محمود عباس|Mahmoud Darwish|ar|en
        محمود عباس|Ahmed Abbas|ar|en
        عمر البشير|Omar Bakri|ar|en
        عادل إمام|Adel Amara|ar|en
        علي خامنئي|Ali Larijani|ar|en
        عمران الحلبي|Imad al-Halabi|ar|en
        أحمد عمر|Ahmed Amir Kassem|ar|en
        سعد الحريري|Saad Harbi|ar|en
        جو بايدن|Hunter Biden|ar|en
        دونالد ترامب|Melania Trump|ar|en
        عصام قنديل|Hisham Qandil|ar|en
        عزيز المراكشي|Aziz Murad|ar|en
        إيلون ماسك|Elon Moss|ar|en
        نبيل عواد|Nabil Awda|ar|en
        كريم عيد|Karim Odeh|ar|en
        王毅|Wang Yu|zh|en
        王毅|Wang Yang|zh|en
        王毅|Wei Wang|zh|en
        李毅|Li Ya|zh|en
        李强|Li Keqiang|zh|en
        李强|Liu Qiang|zh|en
        马云|Ma Ying|zh|en
        秦刚|Qian Gang|zh|en
        吴越|Wu Yi|zh|en
        胡伟|Hu Wen|zh|en
        韩正|Han Zhen|zh|en
        王毅|汪洋|zh|zh
        王毅|王沂中|zh|zh
        拜登|Ed Burton|zh|en
        特朗普|Tom Turner|zh|en
        马克龙|Angela Merkel|zh|de
        布林肯|John Brennan|zh|en
        古特雷斯|Jan Gutt|zh|de
        奥列格·沃尔金|Igor Volkin|zh|en
        安娜·贝克尔|Hanna Becker|zh|de
        安娜·贝克尔|Anna Berger|zh|de
        ジョー・バイデン|Jill Biden|ja|en
        ドナルド・トランプ|Ivanka Trump|ja|en
        アンナ・ベッカー|Anna Berger|ja|de
        ジョン・ハーランド|John Howland|ja|en
        岸田文雄|Fumio Tanaka|ja|en
        山田花子|Taro Yamada|ja|en
        セルゲイ・ラブロフ|Sergei Lebedev|ja|en
        윤석열|Yoon Mi-hyang|ko|en
        Ким Ё Чжон|Kim Jong-un|ru|en
        Пан Ги Мун|Park Geun-hye|ru|en
        Ли Чжэ Мён|Lee Jun-seok|ru|en
        이재명|Lee Jun-seok|ko|en
        김여정|Kim Jong-un|ko|en
        문재인|Moon Jung-hoon|ko|en
        조 바이든|Joe Byrne|ko|en
        안나 베커|Hanna Becker|ko|de
        Владимир Путин|Vladimir Medinsky|ru|en
        Джо Байден|Hunter Biden|ru|en
        Сергей Лавров|Siergiej Szojgu|ru|pl
        Анна Беккер|Hanna Becker|ru|de
        Анна Беккер|Anna Bauer|ru|de
        Евгений Щукин|Evgeny Shugin|ru|en
        Ван И|Wang Yu|ru|en
        Ван И|Wang Yang|ru|en
        Юлия Навальная|Alexei Navalny|ru|en
        Марк Рютте|Marco Rota|ru|it
        Дональд Туск|Donald Trump|ru|en
        Hassan Nasrallah|Hussein Nasser|en|fr
        Mahmoud Abbas|Mohammed Abbas|en|en
        Sergei Lavrov|Sergei Lavrin|en|de
        Volodymyr Zelensky|Olena Zelenska|en|en
        """
    )

    private static func rows(_ table: String) -> [Row] {
        table.split(separator: "\n").map { line in
            let cells = line.split(separator: "|").map(String.init)
            return (cells[0], cells[1], (cells[2], cells[3]))
        }
    }
}
