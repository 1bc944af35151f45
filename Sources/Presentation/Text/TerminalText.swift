/// Words of others for a terminal: one line, harmless.
public enum TerminalText {
    /// The text on one line, without control characters and directional overrides. O(*n*).
    public static func line(_ text: String) -> String { SafeText.line(text) }
}
