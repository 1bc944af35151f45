internal import TextCore

/// People whose names are written in characters, without spaces.
extension EntityResolver {
    /// Whether a name is one in characters.
    func isHan(_ candidate: NameCandidate) -> Bool {
        candidate.tokens.first.map { context.tokens[$0].kind == .ideograph } ?? false
    }

    /// The person of a name in characters: the whole name, or the last of the parts that a dot divides, is the surname's key.
    mutating func han(_ candidate: NameCandidate) -> Int {
        var parts: [String] = [""]
        for token in candidate.tokens {
            if context.tokens[token].kind == .ideograph {
                parts[parts.count - 1] += context.text[context.tokens[token].range]
            } else {
                parts.append("")
            }
        }
        // 石破 of 石破茂: what is read in another language is compared as it reads there.
        let words = parts.filter { !$0.isEmpty }.flatMap { part in
            TransliteratedNames.latin(part)?.split(separator: " ").map(String.init) ?? japanese(part) ?? [part]
        }
        guard let name = PersonName(words: words) else {
            return record(forKey: context.tokens[candidate.tokens.lowerBound].hash, kind: candidate.kind)
        }
        for index in (bySurname[name.surname] ?? []).suffix(Self.mostBearers) {
            guard let its = records[index].person, name.mayBe(its) else { continue }
            records[index].person?.complete(with: name)
            return index
        }
        var record = Record(kind: .person)
        record.person = name
        records.append(record)
        bySurname[name.surname, default: []].append(records.count - 1)
        return records.count - 1
    }

    /// 田中健一: what is given, and the family name behind it, as other languages have them.
    private func japanese(_ name: String) -> [String]? {
        guard context.language == "ja" else { return nil }
        guard let parts = JapaneseNames.parts(of: name) else {
            // 鬼頭浩介: most family names have two characters.
            let scalars = name.unicodeScalars
            guard (4...5).contains(scalars.count), scalars.allSatisfy(\.properties.isIdeographic) else { return nil }
            return [String(name.dropFirst(2)), String(name.prefix(2))]
        }
        return parts.given.isEmpty ? [parts.family] : [parts.given, parts.family]
    }
}
