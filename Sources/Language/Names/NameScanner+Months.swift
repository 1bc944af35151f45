internal import TextCore

/// Surnames that are months, too: “Theresa May”.
extension NameScanner {
    /// "Theresa May", "Mrs. May", and not "told Chris May 5".
    func isMonthBehindName(_ index: Int) -> Bool {
        guard index > 0, contexts.monthSurnames.contains(context.tokens[index].hash), context.tokens[index].isCapitalized,
            context.vocabulary.language == "en", !isNumber(index + 1)
        else { return false }
        var before = index - 1
        if before > 0, context.isByte(before, UInt8(ascii: ".")), !context.tokens[before].followsSpace { before -= 1 }
        return context.tokens[before].isCapitalized && context.tokens[index].followsSpace
            && !context.flags[before].isDisjoint(with: [.masculineName, .feminineName, .honorific])
            && context.flags[before].isDisjoint(with: [.time, .function])
    }

    /// A month's name that is somebody's here and is not used for the month.
    func isMonthSurname(_ index: Int) -> Bool {
        guard !monthSurnames.isEmpty, monthSurnames.contains(context.words.ids[index]), context.tokens[index].isCapitalized,
            !isNumber(index + 1)
        else { return false }
        return index == 0
            || !contexts.beforeMonths.contains(context.tokens[index - 1].hash)
                && context.tokens[index - 1].kind != .number
    }

    private func isNumber(_ index: Int) -> Bool { index < context.tokens.count && context.tokens[index].kind == .number }
}
