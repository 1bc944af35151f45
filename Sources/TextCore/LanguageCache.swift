internal import Synchronization

/// What is known of languages, each made when a text of that language is first read, and kept: the lexicons of languages that a
/// run has no text in cost it nothing.
///
/// Ask it only for languages that have something, and not for whatever code stands in an input: nothing is ever let go.
public final class LanguageCache<Value: Sendable>: Sendable {
    private let values = Mutex<[String: Value]>([:])
    private let make: @Sendable (String) -> Value

    /// Makes an empty cache.
    /// - Parameter make: makes the value of a language. Called once for each, or seldom twice where two threads ask at the same
    ///   time; so it must give the same value each time.
    public init(_ make: @escaping @Sendable (String) -> Value) { self.make = make }

    /// The value of a language. O(1) but for the first time.
    public subscript(language: String) -> Value {
        if let known = values.withLock({ $0[language] }) { return known }
        // Not under the lock: making a value may ask for that of another language.
        let made = make(language)
        return values.withLock { values in
            if let known = values[language] { return known }
            values[language] = made
            return made
        }
    }
}
