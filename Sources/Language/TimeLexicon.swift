internal import TextCore

/// Words of times.
struct TimeLexicon: Sendable {
    init(language: String, flags: inout VocabularyBuilder) {
        for word
            in ("monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december mon tue wed thu fri sat sun jan feb mar apr jun jul aug sept sep oct nov dec today yesterday tomorrow tonight montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag januar februar märz mai juni juli oktober dezember")
            .split(separator: " ")
        { flags.add(.time, to: word) }
    }
}
