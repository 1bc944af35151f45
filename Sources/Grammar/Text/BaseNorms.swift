/// Norms that spaCy gives to signs in every language, where a model's own table has none: quotation marks of all kinds
/// count as one, and so do dashes and currencies.
enum BaseNorms {
    static let table: [String: String] = [
        "'s": "'s", "'S": "'s", "\u{2019}s": "'s", "\u{2019}S": "'s",
        "\u{2019}": "'", "\u{2018}": "'", "\u{B4}": "'", "`": "'",
        "\u{201D}": "\"", "\u{201C}": "\"", "''": "\"", "``": "\"", "\u{B4}\u{B4}": "\"", "\u{201E}": "\"", "\u{BB}": "\"",
        "\u{AB}": "\"", "\u{2018}\u{2018}": "\"", "\u{2019}\u{2019}": "\"",
        "\u{FF1F}": "?", "\u{FF01}": "!", "\u{FF0C}": ",", "\u{FF1B}": ";", "\u{FF1A}": ":", "\u{3002}": ".", "\u{964}": ".",
        "\u{2026}": "...",
        "\u{2014}": "-", "\u{2013}": "-", "--": "-", "---": "-", "\u{2014}\u{2014}": "-",
        "\u{20AC}": "$", "\u{A3}": "$", "\u{A5}": "$", "\u{E3F}": "$", "US$": "$", "C$": "$", "A$": "$", "\u{20BA}": "$",
        "\u{20B9}": "$", "\u{9F3}": "$", "\u{20A9}": "$", "Mex$": "$", "\u{20A3}": "$", "E\u{A3}": "$",
    ]
}
