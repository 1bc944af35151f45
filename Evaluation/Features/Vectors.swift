import Collation
import Foundation
import Meaning
import Models
import TextCore

/// `stemma-features --vectors MODEL FILE`: for each line its vector; for a line with a tab in it, how alike the texts before and
/// behind the tab are. `--vectors-speed MODEL FILE`: the seconds of CPU that the lines take, the best of three times.
enum Vectors {
    struct Misuse: Error, CustomStringConvertible {
        let description: String
    }

    /// The encoders of the user's store, without a cache.
    static func encoders() -> MeaningEncoders {
        let store = ModelStore.standard(environment: ProcessInfo.processInfo.environment)
        return MeaningEncoders(
            english: StoredEncoder(.minilm, in: store, cache: nil),
            multilingual: StoredEncoder(.multilingual, in: store, cache: nil)
        )
    }

    static func run(_ words: [String]) throws {
        guard words.count == 3, let model = SentenceModel(rawValue: words[1]) else {
            let models = SentenceModel.allCases.map(\.rawValue).joined(separator: "|")
            throw Misuse(description: "usage: stemma-features --vectors|--vectors-speed \(models) FILE")
        }
        let encoder = try model.encoder(in: .standard(environment: ProcessInfo.processInfo.environment))
        let lines = try String(contentsOfFile: words[2], encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
        if words[0] == "--vectors-speed" {
            print(seconds(encoder, lines.map { UTF8Text($0) }))
        } else {
            printVectors(encoder, lines)
        }
    }

    private static func printVectors(_ encoder: any SentenceEncoder, _ lines: [Substring]) {
        let parts = lines.map { $0.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false) }
        let vectors = encoder.encode(parts.flatMap { $0.map { UTF8Text($0) } })
        var first = 0
        for part in parts {
            let line =
                part.count == 2
                ? "\(vectors.similarity(first, first + 1))" : vectors[first].map { "\($0)" }.joined(separator: " ")
            print(line)
            first += part.count
        }
    }

    private static func seconds(_ encoder: any SentenceEncoder, _ texts: [UTF8Text]) -> Double {
        func time() -> Double {
            var time = timespec()
            clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
            return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
        }
        let workspace = EncoderWorkspace()
        return (0..<3).map { _ in
            let start = time()
            let count = encoder.encode(texts, workspace: workspace).count
            return count == texts.count ? time() - start : .infinity
        }.min() ?? .infinity
    }
}
