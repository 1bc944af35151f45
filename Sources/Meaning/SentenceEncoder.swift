public import Models
public import TextCore

/// Turns texts into vectors that are alike when the texts mean the like.
///
/// ```swift
/// let encoder = try SentenceModel.minilm.encoder(in: .standard(environment: ProcessInfo.processInfo.environment))
/// let vectors = encoder.encode(["The mayor has resigned.", "The head of the town hall stepped down."])
/// print(vectors.similarity(0, 1))
/// ```
///
/// An encoder never changes and may be used by many threads, each with an ``EncoderWorkspace``. What a text's vector is does
/// not depend on the texts beside it, but for the last bits of sums.
public protocol SentenceEncoder: Sendable {
    /// The model, by which stored vectors are known.
    var identity: EncoderIdentity { get }

    /// The vectors of texts, in their order. Any text has one: of a very long one the beginning counts.
    /// - Complexity: O(bytes of the texts), in bounded memory beside the result.
    func encode(_ texts: [UTF8Text], workspace: EncoderWorkspace) -> SentenceVectors
}

extension SentenceEncoder {
    /// How many numbers a vector has.
    public var dimension: Int { identity.dimension }

    /// The vectors of texts, with room of their own to work in.
    public func encode(_ texts: [UTF8Text]) -> SentenceVectors { encode(texts, workspace: EncoderWorkspace()) }

    /// The vectors of texts, with room of their own to work in.
    public func encode(_ texts: [String]) -> SentenceVectors { encode(texts.map { UTF8Text($0) }) }
}

/// What makes the vectors of one encoder comparable, and those of another not.
public struct EncoderIdentity: Sendable, Hashable, CustomStringConvertible {
    /// The model.
    public var model: SentenceModel
    /// The version of the package that its files are from.
    public var version: String
    /// The version of the computation: another one may give other vectors.
    public var revision: Int
    /// How many numbers a vector has.
    public var dimension: Int

    /// Makes an identity.
    public init(model: SentenceModel, version: String, revision: Int, dimension: Int) {
        (self.model, self.version, self.revision, self.dimension) = (model, version, revision, dimension)
    }

    /// “minilm-0.1.0-r1”, as files are called.
    public var description: String { "\(model.rawValue)-\(version)-r\(revision)" }
}

/// The models that give sentence vectors.
public enum SentenceModel: String, Sendable, Hashable, CaseIterable {
    /// all-MiniLM-L6-v2: English; the best of the three there.
    case minilm
    /// Universal Sentence Encoder multilingual v3: 16 languages, whose vectors can be compared with each other.
    case multilingual
    /// potion-base-8M: English, word by word; a hundred times as fast.
    case potion

    /// What the store calls it.
    public var name: ModelName {
        switch self {
        case .minilm: .minilm
        case .multilingual: .multilingual
        case .potion: .potion
        }
    }

    /// Reads the model from a store.
    /// - Throws: ``ModelStoreError`` where it has not been fetched, or a file is not what it must be.
    public func encoder(in store: ModelStore) throws(ModelStoreError) -> any SentenceEncoder {
        let folder = try store.checkedFolder(of: name)
        do throws(ModelFileError) {
            return switch self {
            case .minilm: try MiniLMEncoder(folder)
            case .multilingual: try MultilingualEncoder(folder)
            case .potion: try StaticEncoder(folder)
            }
        } catch {
            throw ModelStoreError(name, .file(error))
        }
    }
}
