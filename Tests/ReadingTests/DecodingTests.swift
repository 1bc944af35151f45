import Foundation
import TestSupport
import Testing
import TextCore

@testable import Reading

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

@Suite struct DecodingTests {
    /// `text` in another encoding, by the system's iconv.
    static func encoded(_ text: String, _ encoding: String) throws -> [UInt8] {
        let converter = try #require(iconv_open(encoding, "UTF-8"))
        defer { iconv_close(converter) }
        var input = Array(text.utf8)
        var output = [UInt8](repeating: 0, count: input.count * 4 + 16)
        var written = 0
        input.withUnsafeMutableBytes { input in
            output.withUnsafeMutableBytes { output in
                var next = input.baseAddress?.assumingMemoryBound(to: CChar.self)
                var left = input.count
                var free = output.baseAddress?.assumingMemoryBound(to: CChar.self)
                var room = output.count
                _ = iconv(converter, &next, &left, &free, &room)
                written = output.count - room
            }
        }
        return Array(output[..<written])
    }

    /// Two sentences of each language, as an article's start would have them.
    static let samples: [(encoding: String, text: String)] = [
        ("WINDOWS-1252", "Le président a déclaré mardi que l’État n’avait « pas d’autre choix » : la rentrée sera retardée."),
        ("WINDOWS-1252", "Die Behörden rieten den Bürgern, ihre Häuser nicht zu verlassen. Die Straße bleibt gesperrt."),
        ("WINDOWS-1252", "El alcalde señaló ayer que la situación económica del país «es difícil» y pidió más ayuda."),
        ("WINDOWS-1252", "A população não recebeu informações sobre a decisão do ministério, disse a associação."),
        ("WINDOWS-1252", "The minister said the café’s owner – “a friend” – had not been told."),
        ("WINDOWS-1250", "Większość mieszkańców chciałaby wyjść wcześniej, ale rząd nie zmienił swojej decyzji o żołnierzach."),
        ("WINDOWS-1250", "Předseda vlády řekl, že nová opatření začnou platit příští týden. Školy zůstanou otevřené."),
        ("WINDOWS-1251", "Президент заявил во вторник, что переговоры будут продолжены. «Мы готовы», — сказал он."),
        ("WINDOWS-1251", "Президент заявив у вівторок, що переговори буде продовжено. Її слова підтвердили в уряді."),
        ("KOI8-R", "Президент заявил во вторник, что переговоры будут продолжены. Решение объявят в четверг."),
        ("ISO-8859-5", "Президент заявил во вторник, что переговоры будут продолжены. Решение объявят в четверг."),
        ("IBM866", "Президент заявил во вторник, что переговоры будут продолжены. Решение объявят в четверг."),
        ("WINDOWS-1253", "Ο πρωθυπουργός δήλωσε χθες ότι η κυβέρνηση θα στηρίξει τους πολίτες. Η απόφαση ανακοινώθηκε σήμερα."),
        ("WINDOWS-1254", "Cumhurbaşkanı dün yaptığı açıklamada görüşmelerin süreceğini söyledi. İstanbul’da toplantı yapıldı."),
        ("WINDOWS-1255", "ראש הממשלה אמר אתמול כי הדיון יימשך בשבוע הבא. ההחלטה תפורסם מחר."),
        ("WINDOWS-1256", "قال رئيس الوزراء أمس إن المفاوضات سوف تستمر في الأسبوع القادم. وأضاف أن القرار سيعلن غدا."),
        ("CP932", "首相は昨日、会議を続けると述べた。決定は来週に発表される見通しだ。"),
        ("EUC-JP", "首相は昨日、会議を続けると述べた。決定は来週に発表される見通しだ。"),
        ("GB18030", "总理昨天表示，会议将继续进行。决定将在下周公布，政府发言人说。"),
        ("BIG5", "總理昨天表示，會議將繼續進行。決定將在下週公布，政府發言人說。"),
        ("CP949", "총리는 어제 회의를 계속하겠다고 밝혔다. 결정은 다음 주에 발표될 예정이다."),
    ]

    @Test(arguments: [
        ("Café fermé à Paris, dit-il. ", [0xFF, 0xE2, 0x28], 2),
        ("The mayor said on Monday the bridge would stay shut. Ok then ", [0xFF, 0xFE, 0x2E], 2),
        (
            "The mayor said on Monday that the damaged bridge would stay shut until the spring, then ",
            [0xFF, 0xFE, 0xC0, 0xAF, 0x20, 0xE2, 0x28], 5
        ), ("A barge", [0xFF, 0xFE, 0xC3], 3),
    ])
    func damagedBytesAreReplacedAndCounted(_ text: String, _ damage: [UInt8], _ count: Int) {
        let decoded = TextDecoder().decode(Array(text.utf8) + damage + Array(" is red.".utf8))
        #expect(decoded.text.string.hasPrefix(text + "\u{FFFD}"))
        #expect(decoded.warnings == [.replacedInvalidBytes(count: count)])
    }

    @Test(arguments: samples)
    func legacyEncodingsAreTold(_ encoding: String, _ text: String) throws {
        let decoded = TextDecoder().decode(try Self.encoded(text, encoding))
        #expect(decoded.text.string == text)
        #expect(decoded.warnings.count == 1)
    }

    @Test(arguments: ["UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"])
    func wideEncodingsWithAMark(_ encoding: String) {
        let text = "Zürich 😀 новости"
        let isLittle = encoding.hasSuffix("LE")
        var bytes: [UInt8] = []
        func add(_ value: UInt32, _ width: Int) {
            let big = (0..<width).reversed().map { UInt8(truncatingIfNeeded: value >> (8 * UInt32($0))) }
            bytes += isLittle ? big.reversed() : big
        }
        if encoding.hasPrefix("UTF-16") {
            add(0xFEFF, 2)
            for unit in text.utf16 { add(UInt32(unit), 2) }
        } else {
            add(0xFEFF, 4)
            for scalar in text.unicodeScalars { add(scalar.value, 4) }
        }
        let decoded = TextDecoder().decode(bytes)
        #expect(decoded.text.string == text)
        #expect(decoded.warnings == [.decoded(from: encoding)])
    }

    @Test func wideWithoutAMark() {
        let bytes = "The council met on Monday.".utf16.flatMap {
            [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)]
        }
        #expect(!TextDecoder.isBinary(bytes))
        #expect(TextDecoder().decode(bytes).text.string == "The council met on Monday.")
    }

    @Test func theMarkOfUTF8Goes() {
        let decoded = TextDecoder().decode([0xEF, 0xBB, 0xBF] + Array("Été".utf8))
        #expect(decoded.text.string == "Été")
        #expect(decoded.warnings.isEmpty)
    }

    @Test func damagedUTF8StaysUTF8() {
        var bytes = Array("Été à Zürich, où l’été est là : “déjà vu”.".utf8)
        bytes.append(0xFF)
        let decoded = TextDecoder().decode(bytes)
        #expect(decoded.text.string == "Été à Zürich, où l’été est là : “déjà vu”.\u{FFFD}")
        #expect(decoded.warnings == [.replacedInvalidBytes(count: 1)])
    }

    @Test func aReplacementCharacterOfTheTextIsNoDamage() {
        #expect(TextDecoder().decode(Array("a\u{FFFD}b".utf8)).warnings.isEmpty)
    }

    @Test func fewNULsAreDropped() {
        let bytes = Array(("One.\u{0}" + String(repeating: " More words.", count: 40)).utf8)
        #expect(!TextDecoder.isBinary(bytes))
        let decoded = TextDecoder().decode(bytes)
        #expect(!decoded.text.bytes.contains(0))
        #expect(decoded.warnings == [.droppedNULs(count: 1)])
    }

    @Test func binaryFilesAreTold() {
        var random = SeededRandom(seed: 1)
        #expect(TextDecoder.isBinary((0..<4096).map { _ in UInt8.random(in: 0...255, using: &random) }))
        #expect(TextDecoder.isBinary(Array("%PDF-1.7\n".utf8)))
        #expect(TextDecoder.isBinary([0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0]))
        #expect(!TextDecoder.isBinary(Array("plain\n\ttext\r\n".utf8)))
        #expect(!TextDecoder.isBinary([]))
    }

    @Test func anyBytesBecomeValidText() {
        var random = SeededRandom(seed: 2)
        for round in 0..<300 {
            let count = Int.random(in: 0...200, using: &random)
            let top: UInt8 = round.isMultiple(of: 2) ? 255 : 0x9F
            let bytes = (0..<count).map { _ in UInt8.random(in: 1...top, using: &random) }
            let text = TextDecoder().decode(bytes).text
            #expect(String(validating: text.bytes, as: UTF8.self) != nil)
        }
    }
}
