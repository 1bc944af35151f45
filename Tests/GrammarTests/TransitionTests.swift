import TestSupport
import Testing

@testable import Grammar

@Suite struct TransitionTests {
    /// Whatever is chosen, parsing ends, with a head for each token that is in bounds and never the token itself below.
    @Test func anyMovesEnd() {
        var random = SeededRandom(seed: 21)
        for length in [1, 2, 3, 10, 200] {
            for _ in 0..<50 {
                var state = ArcEagerState(length: length, firstRow: 0)
                var moves = 0
                while !state.isFinal {
                    let open = [ArcEagerState.Action.shift, .reduce, .left, .right, .breakSentence].filter { state.isValid($0) }
                    guard let action = open.randomElement(using: &random) else { return #expect(Bool(false), "no move is open") }
                    state.make(action, label: 0)
                    moves += 1
                    #expect(moves <= 8 * length + 8)
                    if moves > 8 * length + 8 { return }
                }
                #expect(state.heads.allSatisfy { $0 < Int32(length) })
                checkTree(DependencyTree(heads: state.heads))
            }
        }
    }

    /// Every token comes to a root.
    private func checkTree(_ tree: DependencyTree) {
        for token in tree.heads.indices {
            var at = token
            var steps = 0
            while tree.heads[at] != Int32(at), steps <= tree.heads.count {
                at = Int(tree.heads[at])
                steps += 1
            }
            #expect(steps <= tree.heads.count)
        }
    }

    @Test func arcsOfAPhrase() {
        // "the old man sleeps": the ← man, old ← man, man ← sleeps.
        var state = ArcEagerState(length: 4, firstRow: 10)
        var rows = Array(repeating: Int32(0), count: ArcEagerState.places)
        for action in [ArcEagerState.Action.shift, .shift, .left, .left, .shift] {
            #expect(state.isValid(action))
            state.make(action, label: 7)
        }
        state.describe(into: &rows, at: 0)
        // Next is "sleeps"; on the stack "man", whose last left child is "the".
        #expect(rows == [13, -1, 12, -1, -1, -1, 10, -1])
        for action in [ArcEagerState.Action.left, .shift, .reduce] { state.make(action, label: 7) }
        #expect(state.isFinal)
        #expect(state.heads == [2, 2, 3, -1])
    }

    @Test func sentencesAreTheSpansOfRoots() {
        var tree = DependencyTree(heads: [1, -1, 1, 4, -1])
        tree.findEdges()
        #expect(tree.heads == [1, 1, 1, 4, 4])
        #expect(tree.sentenceStarts() == [true, false, false, true, false])
    }

    @Test func searchBelowAHead() {
        // 0 ← 1 → 2 → 3, and 1 → 4.
        var tree = DependencyTree(heads: [1, -1, 1, 2, 1])
        tree.findEdges()
        let isSpace = Array(repeating: false, count: 5)
        #expect(tree.descendant(of: 1, besides: 0, isSpace: isSpace) { $0 == 3 } == 3)
        // Level by level: 4 is nearer than 3.
        #expect(tree.descendant(of: 1, besides: 0, isSpace: isSpace) { $0 == 3 || $0 == 4 } == 4)
        #expect(tree.descendant(of: 1, besides: 2, isSpace: isSpace) { $0 == 3 } == 1)
        #expect(tree.descendant(of: 1, besides: 0, isSpace: [false, false, true, false, false]) { $0 == 3 } == 1)
    }

    /// Spans of trees with crossing arcs, and of heads in circles, are found in bounded time.
    @Test func anyHeadsHaveSpans() {
        var random = SeededRandom(seed: 5)
        for _ in 0..<200 {
            let count = Int.random(in: 1..<40, using: &random)
            var tree = DependencyTree(heads: (0..<count).map { _ in Int32.random(in: -1..<Int32(count), using: &random) })
            tree.findEdges()
            #expect(tree.sentenceStarts().count == count)
            let found = tree.descendant(of: 0, besides: count - 1, isSpace: Array(repeating: false, count: count)) { _ in false }
            #expect(found == 0)
        }
    }
}
