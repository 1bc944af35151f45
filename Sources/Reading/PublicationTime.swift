internal import TextCore

/// Publication times as records and pages write them.
enum PublicationTime {
    /// The time of a count of seconds since 1970; of milli-, micro- or nanoseconds when the number is too large for that.
    static func epoch(_ number: Double) -> CivilTime? {
        var seconds = number
        guard seconds.isFinite, seconds > 0 else { return nil }
        while seconds > 1e11 { seconds /= 1000 }
        let whole = Int(seconds)
        var time = CivilTime(dayNumber: whole / 86_400)
        let inDay = whole % 86_400
        time.hour = inDay / 3600
        time.minute = inDay / 60 % 60
        time.second = inDay % 60
        time.offset = 0
        return time
    }

    /// The time that a string says.
    static func parse(_ string: String) -> CivilTime? {
        let parts = string.utf8.split { $0 < 0x30 || $0 > 0x39 }.prefix(5).compactMap { Int(String(decoding: $0, as: UTF8.self)) }
        guard parts.count >= 3, (1000...9999).contains(parts[0]), (1...12).contains(parts[1]), (1...31).contains(parts[2]) else {
            return nil
        }
        return CivilTime(year: parts[0], month: parts[1], day: parts[2])
    }
}
