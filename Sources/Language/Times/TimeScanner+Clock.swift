internal import TextCore

/// Times of the day.
extension TimeScanner {
    struct Clock {
        var hour: Int
        var minute: Int?
        var offset: Int?
        var end: Int
        /// "pm" is written, and ``hour`` counts it.
        var hasMeridiem = false
        /// The zone's clocks are ahead in summer; ``offset`` is that of its standard time.
        var daylight: DaylightSaving?
    }

    /// "at noon", "à minuit", "в полночь": not "the midnight train".
    func clockWord(at index: Int, in sentence: Range<Int>) -> Draft? {
        guard index > sentence.lowerBound, lexicon.clockWords[tokens[index].hash] != nil,
            lexicon.clockFronts.contains(tokens[index - 1].hash) || isEndOfClockRange(index, in: sentence),
            let clock = clock(at: index, end: sentence.upperBound)
        else { return nil }
        return withDay(draft(clock, from: index), in: sentence)
    }

    /// "14:05", "2 p.m.", "2:30 p.m. ET", "9h12", "9 h 12", "14.05 Uhr", "15 часов".
    func clock(at index: Int, end: Int) -> Clock? {
        guard index < end else { return nil }
        var clock: Clock
        if let hour = lexicon.clockWords[tokens[index].hash] {
            clock = Clock(hour: hour, minute: nil, offset: nil, end: index + 1)
            zone(&clock, end)
            return clock
        }
        if let hour = integer(index), hour.digits <= 2, hour.value < 25 {
            clock = Clock(hour: hour.value, minute: nil, offset: nil, end: index + 1)
            var isClock = false
            if byte(index + 1, ":"), index + 2 < end, !tokens[index + 1].followsSpace, !tokens[index + 2].followsSpace,
                let minute = integer(index + 2), minute.digits == 2, minute.value < 60
            {
                clock.minute = minute.value
                clock.end = index + 3
                isClock = true
            } else if byte(index + 1, ":"), index + 2 < end, !tokens[index + 1].followsSpace, !tokens[index + 2].followsSpace,
                let last = gluedMinute(index + 2), hour.value > 0, hour.value <= 12
            {
                clock.hour = hour.value % 12 + (last.isAfternoon ? 12 : 0)
                clock.minute = last.minute
                clock.hasMeridiem = true
                clock.end = index + 3
                isClock = true
            } else if context.vocabulary.language == "fr", index + 1 < end, tokens[index + 1].hash == Self.h {
                clock.end = index + 2
                isClock = true
                if let minute = integer(index + 2), index + 2 < end, minute.digits == 2, minute.value < 60 {
                    clock.minute = minute.value
                    clock.end = index + 3
                }
            }
            if !isClock, hour.value <= 12, hour.value > 0, index > 0, lexicon.hourFronts.contains(tokens[index - 1].hash),
                lexicon.meridiems.longestMatch(in: tokens, at: clock.end, limit: end) != nil
            {
                // "в 9 утра", "a las 9 de la noche"
                isClock = true
            }
            if let half = meridiem(clock.end, end) {
                guard hour.value <= 12, hour.value > 0 else { return nil }
                clock.hour = hour.value % 12 + (half.isAfternoon ? 12 : 0)
                clock.end = half.end
                isClock = true
            } else if clock.end < end, lexicon.hours.contains(tokens[clock.end].hash),
                lexicon.language == "de" || index > 0 && lexicon.hourFronts.contains(tokens[index - 1].hash)
                    || isZone(clock.end + 1, end)
            {
                clock.end += 1
                isClock = true
                // "14 heures 30"
                if let minute = integer(clock.end), clock.end < end, minute.digits == 2, minute.value < 60 {
                    clock.minute = minute.value
                    clock.end += 1
                }
            }
            guard isClock, clock.hour < 24 else { return nil }
            partOfDay(&clock, end)
        } else if let glued = gluedClock(index) {
            clock = glued
            if let half = meridiem(clock.end, end) {
                clock.hour = clock.hour % 12 + (half.isAfternoon ? 12 : 0)
                clock.end = half.end
            } else if clock.end < end, lexicon.hours.contains(tokens[clock.end].hash),
                lexicon.language == "de" || index > 0 && lexicon.hourFronts.contains(tokens[index - 1].hash)
            {
                // "14.30 Uhr", "a las 14.30 horas"
                clock.end += 1
            } else if lexicon.language == "es", index > 0, lexicon.hourFronts.contains(tokens[index - 1].hash) {
                // "a las 20.00"
            } else if !clock.hasMeridiem,
                context.text.bytes[Int(tokens[index].start)..<Int(tokens[index].end)].contains(UInt8(ascii: "."))
            {
                return nil
            }
        } else if let military = military(index, end) {
            clock = military
        } else {
            return nil
        }
        zone(&clock, end)
        return clock
    }

    private static let h = Hash64.folded("h")

    private func meridiem(_ index: Int, _ end: Int) -> (isAfternoon: Bool, end: Int)? {
        guard index < end, tokens[index].kind == .word else { return nil }
        let bytes = context.text.bytes[tokens[index].range].map { $0 | 0x20 }
        switch bytes {
        case Array("pm".utf8), Array("am".utf8): return (bytes[0] == UInt8(ascii: "p"), index + 1)
        case Array("p.m".utf8), Array("a.m".utf8), Array("p.m.".utf8), Array("a.m.".utf8):
            return (bytes[0] == UInt8(ascii: "p"), skipDot(index + 1, end))
        case Array("p".utf8), Array("a".utf8):
            guard byte(index + 1, "."), index + 2 < end, tokens[index + 2].range.count == 1,
                context.text.bytes[Int(tokens[index + 2].start)] | 0x20 == UInt8(ascii: "m"), !tokens[index + 2].followsSpace
            else { return nil }
            return (bytes[0] == UInt8(ascii: "p"), skipDot(index + 3, end))
        default: return nil
        }
    }

    /// One token: "9h12", "2pm", "3.15pm", "14.05" (in front of "Uhr").
    /// The end of "5:40am", where nothing stands between the minutes and the half of the day.
    private func gluedMinute(_ index: Int) -> (minute: Int, isAfternoon: Bool)? {
        let letters = context.text.bytes[tokens[index].range].map { $0 | 0x20 }
        guard letters.count == 4, letters[3] == UInt8(ascii: "m"),
            letters[2] == UInt8(ascii: "a") || letters[2] == UInt8(ascii: "p"),
            (0x30...0x35).contains(letters[0]), (0x30...0x39).contains(letters[1])
        else { return nil }
        return (Int(letters[0] - 0x30) * 10 + Int(letters[1] - 0x30), letters[2] == UInt8(ascii: "p"))
    }

    private func gluedClock(_ index: Int) -> Clock? {
        guard tokens[index].kind == .number, tokens[index].range.count <= 6 else { return nil }
        var hour = 0
        var minute: Int?
        var digits = 0
        var rest: [UInt8] = []
        for at in tokens[index].range {
            let byte = context.text.bytes[at]
            if byte &- 0x30 < 10 {
                digits += 1
                if let known = minute { minute = known * 10 + Int(byte &- 0x30) } else { hour = hour * 10 + Int(byte &- 0x30) }
            } else if byte | 0x20 == UInt8(ascii: "h") || byte == UInt8(ascii: "."), minute == nil, rest.isEmpty {
                minute = 0
                rest.append(byte | 0x20)
            } else {
                rest.append(byte | 0x20)
            }
        }
        guard digits <= 4, hour < 25, (minute ?? 0) < 60 else { return nil }
        switch rest {
        case Array("pm".utf8), Array("am".utf8):
            guard hour > 0, hour <= 12 else { return nil }
            return Clock(hour: hour % 12 + (rest[0] == UInt8(ascii: "p") ? 12 : 0), minute: nil, offset: nil, end: index + 1)
        case Array(".pm".utf8), Array(".am".utf8):
            // "3.15pm", as British papers write it.
            guard hour > 0, hour <= 12, digits >= 3 else { return nil }
            var clock = Clock(
                hour: hour % 12 + (rest[1] == UInt8(ascii: "p") ? 12 : 0),
                minute: minute,
                offset: nil,
                end: index + 1
            )
            clock.hasMeridiem = true
            return clock
        case Array("h".utf8):
            guard context.vocabulary.language == "fr", hour < 24 else { return nil }
            return Clock(hour: hour, minute: minute, offset: nil, end: index + 1)
        case [UInt8(ascii: ".") | 0x20]:
            guard digits >= 3, hour < 24 else { return nil }
            return Clock(hour: hour, minute: minute, offset: nil, end: index + 1)
        default: return nil
        }
    }

    /// "9 heures du soir", "9 Uhr abends": in the second half of the day.
    private func partOfDay(_ clock: inout Clock, _ end: Int) {
        guard clock.hour <= 12, let part = lexicon.meridiems.longestMatch(in: tokens, at: clock.end, limit: end) else { return }
        clock.end = part.endIndex
        if part.value, clock.hour < 12 { clock.hour += 12 }
        if !part.value, clock.hour == 12 { clock.hour = 0 }
    }

    /// "1900 GMT": hours and minutes in four digits, in front of a zone.
    private func military(_ index: Int, _ end: Int) -> Clock? {
        guard let number = integer(index), number.digits == 4, number.value < 2400, number.value % 100 < 60, index + 1 < end,
            lexicon.zones[tokens[index + 1].hash]?.offset == 0, tokens[index + 1].shape.contains(.allCaps)
        else { return nil }
        return Clock(hour: number.value / 100, minute: number.value % 100, offset: nil, end: index + 1)
    }

    /// "4 heures GMT"
    func isZone(_ index: Int, _ end: Int) -> Bool {
        index < end && tokens[index].shape.contains(.allCaps) && lexicon.zones[tokens[index].hash] != nil
    }

    private func zone(_ clock: inout Clock, _ end: Int) {
        if let phrase = lexicon.zonePhrases.longestMatch(in: tokens, at: clock.end, limit: end) {
            clock.offset = phrase.value.offset
            clock.daylight = phrase.value.daylight
            clock.end = phrase.endIndex
            return
        }
        if let offset = signedOffset(clock.end, end) {
            (clock.offset, clock.end) = offset
            return
        }
        guard clock.end < end, tokens[clock.end].kind == .word, tokens[clock.end].shape.contains(.allCaps),
            let zone = lexicon.zones[tokens[clock.end].hash], let offset = zone.offset
        else { return }
        clock.offset = offset
        clock.daylight = zone.daylight
        clock.end += 1
        // "UTC+3"
        if offset == 0, let signed = signedOffset(clock.end, end) { (clock.offset, clock.end) = signed }
    }

    /// "+03:00", "+3", "-05:00" behind a time, in minutes.
    private func signedOffset(_ index: Int, _ end: Int) -> (minutes: Int?, end: Int)? {
        guard index + 1 < end, byte(index, "+") || context.isHyphen(index) || byte(index, "-"), !tokens[index + 1].followsSpace,
            let hours = integer(index + 1), hours.digits <= 2, hours.value <= 14
        else { return nil }
        let sign = byte(index, "+") ? 1 : -1
        if index + 3 < end, byte(index + 2, ":"), !tokens[index + 2].followsSpace, let minutes = integer(index + 3),
            minutes.digits == 2, minutes.value < 60
        {
            return (sign * (hours.value * 60 + minutes.value), index + 4)
        }
        // Without minutes a hyphen may be a range: "14:00-16".
        guard sign > 0 || index > 0 && lexicon.zones[tokens[index - 1].hash] != nil else { return nil }
        return (sign * hours.value * 60, index + 2)
    }
}
