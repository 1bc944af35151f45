/// The numbers that spaCy knows strings by.
enum StringNumber {
    /// The number of a string: its hash, unless spaCy has a number of its own for it. O(*n*).
    static func of(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
        if range.count <= longestSymbol, let symbol = symbols[string(bytes, range)] { return symbol }
        return range.isEmpty ? 0 : MurmurHash.string(bytes, range)
    }

    /// The number of a string.
    static func of(_ text: String) -> UInt64 {
        let bytes = Array(text.utf8)
        return of(bytes.span, bytes.indices)
    }

    private static func string(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
        var text = ""
        for index in range {
            guard bytes[index] < 0x80 else { return "" }
            text.unicodeScalars.append(Unicode.Scalar(bytes[index]))
        }
        return text
    }

    private static let longestSymbol = 10

    /// Strings that spaCy 3 numbers by itself (labels and names of attributes), as far as a word's features can be such a
    /// string: norms are lower case, prefixes one letter, suffixes three.
    private static let symbols: [String: UInt64] = [
        "ID": 64, "POS": 74, "TAG": 75, "DEP": 76, "ADJ": 84, "ADP": 85, "ADV": 86, "AUX": 87, "DET": 90, "NUM": 93,
        "SYM": 99, "X": 101, "EOL": 102, "ORG": 383, "GPE": 384, "LOC": 385, "LAW": 390, "acomp": 398, "advcl": 399,
        "advmod": 400, "agent": 401, "amod": 402, "appos": 403, "attr": 404, "aux": 405, "auxpass": 406, "cc": 407,
        "ccomp": 408, "complm": 409, "conj": 410, "cop": 411, "csubj": 412, "csubjpass": 413, "dep": 414, "det": 415,
        "dobj": 416, "expl": 417, "hmod": 418, "hyph": 419, "infmod": 420, "intj": 421, "iobj": 422, "mark": 423,
        "meta": 424, "neg": 425, "nmod": 426, "nn": 427, "npadvmod": 428, "nsubj": 429, "nsubjpass": 430, "num": 431,
        "number": 432, "oprd": 433, "obj": 434, "obl": 435, "parataxis": 436, "partmod": 437, "pcomp": 438,
        "pobj": 439, "poss": 440, "possessive": 441, "preconj": 442, "prep": 443, "prt": 444, "punct": 445,
        "quantmod": 446, "relcl": 447, "rcmod": 448, "root": 449, "xcomp": 450, "acl": 451, "IDX": 455, "_": 456,
    ]
}
