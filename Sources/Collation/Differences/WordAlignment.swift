/// The words of two passages set against each other in their order: those in common (their longest common subsequence), and the
/// places where they differ.
struct WordAlignment {
    /// A word of a passage: the hash of its case-folded form, and its token.
    struct Word {
        let hash: UInt64
        let token: Int
    }

    /// What stands in one place of both: tokens of the first and of the second passage, not both empty.
    struct Slot {
        var first: [Int] = []
        var second: [Int] = []
        var isEmpty: Bool { first.isEmpty && second.isEmpty }
    }

    /// Longer passages are not set against each other.
    static let most = 80

    /// How many words are in common.
    let common: Int
    /// Where the passages differ, in order.
    let slots: [Slot]

    /// - Returns: nil where a passage is longer than ``most``.
    /// - Complexity: O(*m n*) for passages of *m* and *n* words.
    init?(_ a: [Word], _ b: [Word]) {
        guard a.count <= Self.most, b.count <= Self.most else { return nil }
        // How many words the rests from i and j on have in common (Wagner and Fischer 1974).
        let width = b.count + 1
        var lengths = [UInt8](repeating: 0, count: (a.count + 1) * width)
        for i in a.indices.reversed() {
            for j in b.indices.reversed() {
                lengths[i * width + j] =
                    a[i].hash == b[j].hash
                    ? lengths[(i + 1) * width + j + 1] + 1
                    : max(lengths[(i + 1) * width + j], lengths[i * width + j + 1])
            }
        }
        var slots: [Slot] = []
        var slot = Slot()
        func close() {
            if !slot.isEmpty { slots.append(slot) }
            slot = Slot()
        }
        var (i, j) = (0, 0)
        while i < a.count || j < b.count {
            if i < a.count, j < b.count, a[i].hash == b[j].hash {
                close()
                (i, j) = (i + 1, j + 1)
            } else if j == b.count || i < a.count && lengths[(i + 1) * width + j] >= lengths[i * width + j + 1] {
                slot.first.append(a[i].token)
                i += 1
            } else {
                slot.second.append(b[j].token)
                j += 1
            }
        }
        close()
        common = Int(lengths[0])
        self.slots = slots
    }
}
