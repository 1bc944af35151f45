public import Models
internal import Synchronization
public import TextCore

/// The grammar model of a store, which is read when the first text needs it: where the grammar of all texts is on disk, never.
///
/// Many threads may use one at once.
public final class StoredGrammar: GrammarSource {
    private let store: ModelStore
    private let cache: GrammarCache?
    private let state: Mutex<State>

    private enum State {
        case unread
        case read(EnglishPipeline)
        case failed(Failure)
    }

    /// Why the model cannot be used.
    public enum Failure: Error, Sendable, Equatable, CustomStringConvertible {
        /// It is not whole, or not the model that it must be.
        case store(ModelStoreError)
        /// A file of it cannot be read.
        case file(GrammarModelError)

        /// “english: tokenizer, byte 12: expected a map”.
        public var description: String {
            switch self {
            case .store(let error): "\(error)"
            case .file(let error): "\(ModelName.english): \(error)"
            }
        }
    }

    /// Makes a source; nil where the model has not been fetched. Nothing of the model is read, but where its files have changed
    /// since they were last hashed; of one that is not whole nothing comes, and ``modelError`` says why.
    /// - Parameter folder: where grammar is kept; nil to keep none.
    public init?(in store: ModelStore, cache folder: String?) {
        guard let manifest = store.manifest(of: .english) else { return nil }
        var start = State.unread
        do throws(ModelStoreError) {
            _ = try store.checkedFolder(of: .english)
        } catch {
            if error.kind == .notFetched { return nil }
            start = .failed(.store(error))
        }
        self.store = store
        state = Mutex(start)
        cache = folder.map { GrammarCache(folder: "\($0)/\(manifest.folderName)-r\(EnglishPipeline.revision)") }
    }

    /// Why the model could not be read, when it was needed and could not.
    public var modelError: Failure? {
        state.withLock { state in
            guard case .failed(let failure) = state else { return nil }
            return failure
        }
    }

    /// Why grammar could not be kept, when it could not. It was found all the same.
    public var cacheError: CacheError? { cache?.lastError }

    /// The grammar of the parts of a text, from disk or found now. Nil where the model is needed and cannot be read:
    /// ``modelError`` says why.
    public func reading(of texts: [UTF8Text], wanting layers: GrammarLayers) -> GrammarReading? {
        guard let cache else { return pipeline()?.reading(of: texts, wanting: layers) }
        let key = GrammarKey(texts, layers)
        if let stored = cache.reading(key, of: texts) { return stored }
        guard let made = pipeline()?.reading(of: texts, wanting: layers) else { return nil }
        cache.keep(made, key)
        return made
    }

    private func pipeline() -> EnglishPipeline? {
        state.withLock { state in
            if case .unread = state { state = Self.read(store) }
            guard case .read(let pipeline) = state else { return nil }
            return pipeline
        }
    }

    private static func read(_ store: ModelStore) -> State {
        do {
            return .read(try EnglishPipeline(try store.checkedFolder(of: .english)))
        } catch let error as ModelStoreError {
            return .failed(.store(error))
        } catch let error as GrammarModelError {
            return .failed(.file(error))
        } catch {
            return .failed(.file(GrammarModelError(file: "", reason: "\(error)")))
        }
    }
}
