import Foundation
import Grammar
import Models
import TextCore

/// The grammar of English, where the model has been fetched: texts, and two files of the model, by an input's first byte.
func fuzzGrammar(_ bytes: [UInt8]) {
    guard let folder = FetchedModel.folder else {
        fatalError("the model english is not fetched: stemma models fetch english")
    }
    let rest = Array(bytes.dropFirst())
    switch bytes.first {
    case UInt8(ascii: "T"): fuzzAnalysis(UTF8Text(repairing: rest), folder)
    case UInt8(ascii: "K"): fuzzModelFile("tokenizer", rest, folder)
    case UInt8(ascii: "J"): fuzzModelFile("tagger/cfg", rest, folder)
    default: break
    }
}

/// The model, read once in a process.
private enum FetchedModel {
    static let folder = ModelStore.standard(environment: ProcessInfo.processInfo.environment).folder(of: .english)
    static let pipeline = folder.flatMap { try? EnglishPipeline($0) }
}

/// A damaged file is an error that names it and a place in it. Its neighbours are whole; networks are not there, so that what
/// is no error here is one there.
private func fuzzModelFile(_ name: String, _ bytes: [UInt8], _ folder: ModelFolder) {
    struct Absent: Error {}
    do throws(GrammarModelError) {
        _ = try EnglishPipeline(reading: { file in
            if file == name { return bytes }
            if file.hasSuffix("model") { throw Absent() }
            return try folder.file(file).whole.array
        })
        require(false, "a pipeline without networks")
    } catch {
        require(error.file == name || error.reason.contains("Absent"), "an error of another file: \(error)")
        require((0...bytes.count).contains(error.offset ?? 0) && !error.reason.isEmpty, "an error in no place: \(error)")
    }
}

private func fuzzAnalysis(_ text: UTF8Text, _ folder: ModelFolder) {
    guard let pipeline = FetchedModel.pipeline else { fatalError("the model english cannot be read") }
    let analysis = pipeline.analyze(text, wanting: .all)
    let tokens = analysis.tokens
    var end = 0
    for (index, token) in tokens.enumerated() {
        requireRange(token.range, in: text, "token")
        require(token.range.lowerBound >= end && !token.range.isEmpty, "token \(token.range) is out of order")
        require(text.trimmed(end..<token.range.lowerBound).isEmpty, "text before token \(token.range) is in none")
        end = token.range.upperBound
        require(tokens.indices.contains(Int(token.head)), "a head that there is not: \(token.head)")
        require(Int(token.tag) < pipeline.tags.count, "a tag that there is not: \(token.tag)")
        require(Int(token.dependency) < pipeline.dependencies.count, "a label that there is not: \(token.dependency)")
        // Sentences are trees: a head lies in the same sentence as its token.
        let between = min(index, Int(token.head))..<max(index, Int(token.head))
        require(between.allSatisfy { !tokens[$0 + 1].startsSentence }, "a head beyond the sentence of token \(index)")
    }
    require(text.trimmed(end..<text.count).isEmpty, "text from \(end) on is in no token")
    requireTrees(tokens)
    var next = 0
    for entity in analysis.entities {
        require(entity.tokens.lowerBound >= next && !entity.tokens.isEmpty, "entity \(entity.tokens) overlaps another")
        require(entity.tokens.upperBound <= tokens.count, "entity \(entity.tokens) beyond the text")
        require(Int(entity.label) < pipeline.entityLabels.count, "a kind that there is not: \(entity.label)")
        next = entity.tokens.upperBound
    }
}

/// No token is its own ancestor, but roots, which are their own heads.
private func requireTrees(_ tokens: [GrammarToken]) {
    for start in tokens.indices {
        var index = start
        var steps = 0
        while Int(tokens[index].head) != index {
            index = Int(tokens[index].head)
            steps += 1
            require(steps <= tokens.count, "a circle of heads from token \(start)")
        }
    }
}
