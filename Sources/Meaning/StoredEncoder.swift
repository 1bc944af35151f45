public import Models
internal import Synchronization
public import TextCore

/// Something that gives the vectors of texts, or cannot.
public protocol SentenceVectorSource: Sendable {
    /// The model, by which vectors are known.
    var identity: EncoderIdentity { get }

    /// The vectors of texts, in their order; nil where the model cannot be used.
    func vectors(of texts: [UTF8Text]) -> SentenceVectors?
}

/// The encoder of a model in a store, which is read when the first text needs it: where all vectors are on disk, never.
///
/// Many threads may use one at once; they take turns while vectors are made.
public final class StoredEncoder: SentenceVectorSource {
    /// The model.
    public let identity: EncoderIdentity

    private let store: ModelStore
    private let cache: VectorCache?
    private let state: Mutex<State>

    private enum State {
        case unread
        case read(any SentenceEncoder, EncoderWorkspace)
        case failed(ModelStoreError)
    }

    /// Makes an encoder; nil where the model has not been fetched. Nothing of the model is read, but where its files have changed
    /// since they were last hashed; one that is not whole gives no vectors, and ``modelError`` says why.
    /// - Parameter folder: where vectors are kept (``CacheFolder/standard(_:environment:)``); nil to keep none.
    public init?(_ model: SentenceModel, in store: ModelStore, cache folder: String?) {
        guard let manifest = store.manifest(of: model.name) else { return nil }
        var start = State.unread
        do throws(ModelStoreError) {
            _ = try store.checkedFolder(of: model.name)
        } catch {
            if error.kind == .notFetched { return nil }
            start = .failed(error)
        }
        let identity = EncoderIdentity(model, version: manifest.version)
        self.identity = identity
        self.store = store
        state = Mutex(start)
        cache = folder.map { VectorCache(folder: $0, identity: identity) }
    }

    /// Why the model could not be read, when it was needed and could not.
    public var modelError: ModelStoreError? {
        state.withLock { state in
            guard case .failed(let error) = state else { return nil }
            return error
        }
    }

    /// Why vectors could not be kept, when they could not. They were computed all the same.
    public var cacheError: CacheError? { cache?.lastError }

    /// The vectors of texts, in their order: those on disk, and those that are made now. Nil where the model is needed and cannot be
    /// read: ``modelError`` says why.
    /// - Complexity: O(bytes of the texts), in bounded memory beside the result.
    public func vectors(of texts: [UTF8Text]) -> SentenceVectors? {
        do throws(ModelStoreError) {
            guard let cache else { return try encode(texts) }
            return try cache.vectors(of: texts) { (missing) throws(ModelStoreError) in try encode(missing) }
        } catch {
            return nil
        }
    }

    private func encode(_ texts: [UTF8Text]) throws(ModelStoreError) -> SentenceVectors {
        let made = state.withLock { state -> Result<SentenceVectors, ModelStoreError> in
            if case .unread = state {
                do throws(ModelStoreError) {
                    state = .read(try identity.model.encoder(in: store), EncoderWorkspace())
                } catch {
                    state = .failed(error)
                }
            }
            switch state {
            case .read(let encoder, let workspace): return .success(encoder.encode(texts, workspace: workspace))
            case .failed(let error): return .failure(error)
            case .unread: return .failure(ModelStoreError(identity.model.name, .notFetched))
            }
        }
        return try made.get()
    }
}

extension EncoderIdentity {
    /// The identity of the encoder of a model, known before the model is read.
    init(_ model: SentenceModel, version: String) {
        switch model {
        case .minilm: self.init(model: model, version: version, revision: 1, dimension: 384)
        case .multilingual: self.init(model: model, version: version, revision: 1, dimension: 512)
        case .potion: self.init(model: model, version: version, revision: 1, dimension: 256)
        }
    }
}
