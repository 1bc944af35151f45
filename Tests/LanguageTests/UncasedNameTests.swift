import Language
import Testing
import TextCore

/// People's names in scripts without capitals.
struct UncasedNameTests {
    private func people(_ text: String, _ language: String) -> [String] {
        let annotated = annotate(text, language)
        let problems = faults(in: annotated)
        if !problems.isEmpty { Issue.record("\(problems)") }
        return annotated.names.filter { annotated.entities[$0.entity].kind == .person }.map { annotated.text[$0.range] }
    }

    @Test(
        arguments: [
            ("中国国家主席习近平周一在北京说,贸易将增长。", ["习近平"]), ("习近平周一在北京表示,谈判将继续。", ["习近平"]),
            ("外交部长王毅表示,谈判将继续。王毅说,和平很重要。", ["王毅", "王毅"]), ("俄罗斯总统普京抵达北京。", ["普京"]),
            ("普京总统说,谈判将继续。", ["普京"]), ("俄罗斯总统弗拉基米尔·普京周二发表讲话。普京说不。", ["弗拉基米尔·普京", "普京"]),
            ("市长陈丽华女士宣布,大桥将开放。", ["陈丽华"]), ("乌克兰总统泽连斯基访问柏林。", ["泽连斯基"]),
            ("李明和王芳对记者说,他们很高兴。", ["王芳"]), ("发言人毛宁指出,情况复杂。", ["毛宁"]),
            ("法国总统马克龙在巴黎会见记者。", ["马克龙"]), ("欧阳志远强调,安全第一。", ["欧阳志远"]),
        ]
    )
    func chinese(_ text: String, _ names: [String]) {
        let found = people(text, "zh")
        for name in names { #expect(found.contains(name), "\(found)") }
        #expect(found.count <= names.count + 1, "\(found)")
    }

    @Test(
        arguments: [
            "高层表示,公司将裁员。", "白宫说,谈判失败。", "俄罗斯总统府发言人拒绝评论。", "方面表示,金价上涨。", "马上要下雨了。",
            "华为表示,新手机将上市。", "俄罗斯宣布,边境将关闭。", "今天天气很好,大家都很高兴。", "温度升到三十度。",
        ]
    )
    func chineseWithoutPeople(_ text: String) { #expect(people(text, "zh").isEmpty, "\(people(text, "zh"))") }

    @Test(
        arguments: [
            (
                "قال الرئيس الروسي فلاديمير بوتين يوم الاثنين إن المحادثات مستمرة. وأضاف بوتين أن السلام قريب.",
                ["فلاديمير بوتين", "بوتين"]
            ),
            ("قال الرئيس الصيني شي جين بينغ يوم الخميس إن المحادثات مفيدة.", ["شي جين بينغ"]),
            ("قال شي جين بينغ إن المحادثات مفيدة.", ["شي جين بينغ"]),
            ("قال محمود عباس يوم الاثنين إننا نريد السلام.", ["محمود عباس"]),
            ("أكد الرئيس المصري عبد الفتاح السيسي في القاهرة أهمية الحوار.", ["عبد الفتاح السيسي"]),
            ("صرح وزير الخارجية كريستيان ليندبرغ أن الاتفاق جاهز.", ["كريستيان ليندبرغ"]),
            ("الرئيس بوتين زار موسكو.", ["بوتين"]), ("الملك تشارلز زار برلين.", ["تشارلز"]),
        ]
    )
    func arabic(_ text: String, _ names: [String]) { #expect(people(text, "ar") == names) }

    @Test(
        arguments: [
            "قال مسؤول أمريكي يوم الاثنين إن المحادثات مستمرة.", "أعلن الجيش انتهاء العملية.",
            "وزير الخارجية في زيارة إلى القاهرة.",
            "رئيس البلاد يغادر.", "الرئيس يؤكد أهمية الحوار.", "الوزير سيزور القاهرة غدا.", "الرئيسة تلتقي الوفد اليوم.",
        ]
    )
    func arabicWithoutPeople(_ text: String) { #expect(people(text, "ar").isEmpty, "\(people(text, "ar"))") }
}
