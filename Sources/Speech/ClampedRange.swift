/// In this module a range whose bounds cross is empty at its lower bound instead of a trap: attribution derives bounds
/// from the places of marks and cues, and what it derives from hostile text may cross.
func ..< (low: Int, high: Int) -> Range<Int> {
    Range(uncheckedBounds: (low, high < low ? low : high))
}
