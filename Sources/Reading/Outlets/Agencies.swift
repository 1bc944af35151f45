internal import TextCore

/// News and photo agencies by the forms in which texts credit them.
struct Agencies: Sendable {
    static let standard = Agencies(LexiconFile(PackageResources.agencies_txt))

    private let news, photo: [UInt64: [(rest: [UInt64], name: String)]]

    init(_ lexicon: LexiconFile) {
        func table(_ section: String) -> [UInt64: [(rest: [UInt64], name: String)]] {
            var table: [UInt64: [(rest: [UInt64], name: String)]] = [:]
            for row in lexicon[section] {
                guard let name = row.first else { continue }
                for form in row.dropFirst() {
                    let text = UTF8Text(form)
                    let hashes = LineToken.scan(text.span, text.range).filter { $0.kind != .sign }.map(\.value)
                    guard let first = hashes.first else { continue }
                    table[first, default: []].append((Array(hashes.dropFirst()), name))
                }
            }
            return table.mapValues { $0.sorted { $0.rest.count > $1.rest.count } }
        }
        news = table("news")
        photo = table("photo")
    }

    /// The news agency whose name starts at `start`, and the position after it. Short forms must be in capitals, unless they
    /// are always written small: "AP", "dpa", not "ap".
    func newsAgency(_ tokens: [LineToken], at start: Int) -> (name: String, end: Int)? {
        find(news, tokens, start).flatMap { isPlausible(tokens, start, $0.end, $0.name) ? $0 : nil }
    }

    /// The photo agency whose name starts at `start`, and the position after it.
    func photoAgency(_ tokens: [LineToken], at start: Int) -> (name: String, end: Int)? {
        find(photo, tokens, start)
    }

    private func isPlausible(_ tokens: [LineToken], _ start: Int, _ end: Int, _ name: String) -> Bool {
        guard end - start == 1 else { return tokens[start].isCapitalized }
        let token = tokens[start]
        if token.length > 4 || name.first?.isLowercase == true { return true }
        return token.isAllCaps
    }

    private func find(
        _ table: [UInt64: [(rest: [UInt64], name: String)]],
        _ tokens: [LineToken],
        _ start: Int
    ) -> (name: String, end: Int)? {
        guard start < tokens.count, tokens[start].kind != .sign, let forms = table[tokens[start].value] else { return nil }
        for form in forms {
            var at = start + 1
            var found = true
            for hash in form.rest {
                if at < tokens.count, tokens[at].isDash || tokens[at].isSign("/") || tokens[at].isSign(".") { at += 1 }
                guard at < tokens.count, tokens[at].value == hash, tokens[at].kind != .sign else {
                    found = false
                    break
                }
                at += 1
            }
            if found { return (form.name, at) }
        }
        return nil
    }
}
