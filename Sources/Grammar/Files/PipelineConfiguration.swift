/// Checks a model's `config.cfg`: that its networks are built as this module computes them. Shapes alone would not tell a
/// window of one token from another use of the same numbers.
enum PipelineConfiguration {
    private static let file = "config.cfg"

    /// What must stand in each section.
    private static let expected: [(section: String, values: [(key: String, value: String)])] = [
        ("nlp", [("lang", "\"en\""), ("tokenizer", "{\"@tokenizers\":\"spacy.Tokenizer.v1\"}")]),
        (
            "components.tok2vec.model.embed",
            [("@architectures", "\"spacy.MultiHashEmbed.v2\""), ("include_static_vectors", "false")]
        ),
        ("components.tok2vec.model.encode", encoder),
        ("components.tagger.model", [("@architectures", "\"spacy.Tagger.v2\"")]),
        ("components.tagger.model.tok2vec", [("upstream", "\"tok2vec\"")]),
        ("components.parser", [("learn_tokens", "false")]),
        ("components.parser.model", transitions + [("state_type", "\"parser\"")]),
        ("components.parser.model.tok2vec", [("upstream", "\"tok2vec\"")]),
        ("components.ner.model", transitions + [("state_type", "\"ner\"")]),
        (
            "components.ner.model.tok2vec.embed",
            [("@architectures", "\"spacy.MultiHashEmbed.v2\""), ("include_static_vectors", "false")]
        ),
        ("components.ner.model.tok2vec.encode", encoder),
    ]

    private static let encoder = [
        ("@architectures", "\"spacy.MaxoutWindowEncoder.v2\""), ("width", "96"), ("depth", "4"), ("window_size", "1"),
        ("maxout_pieces", "3"),
    ]
    private static let transitions = [
        ("@architectures", "\"spacy.TransitionBasedParser.v2\""), ("extra_state_tokens", "false"), ("hidden_width", "64"),
        ("maxout_pieces", "2"), ("use_upper", "true"),
    ]

    static func check(in folder: PipelineFiles) throws(GrammarModelError) {
        let found = sections(String(decoding: try folder.bytes(file), as: UTF8.self))
        for (section, values) in expected {
            for (key, value) in values {
                let actual = found[section]?[key] ?? "nothing"
                guard actual == value else {
                    throw GrammarModelError(file: file, reason: "[\(section)]: expected \(key) = \(value), found \(actual)")
                }
            }
        }
    }

    /// The keys and values of each section of a file in the style of INI.
    private static func sections(_ text: String) -> [String: [String: String]] {
        var sections: [String: [String: String]] = [:]
        var section = ""
        for line in text.split(whereSeparator: \.isNewline) {
            if line.hasPrefix("["), line.hasSuffix("]") {
                section = String(line.dropFirst().dropLast())
            } else if let equals = line.firstIndex(of: "=") {
                let key = line[..<equals].split(separator: " ").joined(separator: " ")
                sections[section, default: [:]][key] = String(line[line.index(after: equals)...].drop { $0 == " " })
            }
        }
        return sections
    }
}
