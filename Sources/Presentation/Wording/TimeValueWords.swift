/// Values of times (ISO 8601 with the codes of TIMEX3) as a reader knows them: "2024-05-18 (night)" for `2024-05-18TNI`.
enum TimeValueWords {
    private static let parts = [
        "TMO": "morning", "TMI": "midday", "TAF": "afternoon", "TEV": "evening", "TNI": "night",
    ]
    private static let seasons = ["-SP": "spring", "-SU": "summer", "-FA": "autumn", "-WI": "winter"]

    /// The value without codes; what is not known of it is left out.
    static func words(_ value: String) -> String {
        var value = Substring(value)
        var name: String?
        for (code, word) in parts.merging(seasons, uniquingKeysWith: { first, _ in first }) where value.hasSuffix(code) {
            value = value.dropLast(code.count)
            name = word
        }
        while value.hasPrefix("X") || value.hasPrefix("-") { value = value.dropFirst() }
        if value.hasPrefix("T") { value = value.dropFirst() }
        guard let name else {
            return value.contains(":") ? String(value).replacing("T", with: " ", maxReplacements: 1) : String(value)
        }
        return value.isEmpty ? name : "\(value) (\(name))"
    }
}
