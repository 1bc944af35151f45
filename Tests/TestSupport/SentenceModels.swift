import Foundation
public import Meaning
public import Models

/// The models of sentence vectors, where they have been fetched. Tests that need one are skipped, and say so, where it has not.
public enum SentenceModels {
    /// Where models are.
    public static let store = ModelStore.standard(environment: ProcessInfo.processInfo.environment)

    /// Whether a model has been fetched.
    public static func isPresent(_ model: SentenceModel) -> Bool { store.folder(of: model.name) != nil }

    /// The models that have been fetched.
    public static let present = SentenceModel.allCases.filter(isPresent)

    /// Why a test was skipped.
    public static let absence = "no model of sentence vectors is fetched: stemma models fetch minilm multilingual potion"

    private static let encoders: [SentenceModel: Result<any SentenceEncoder, any Error>] = Dictionary(
        uniqueKeysWithValues: present.map { model in (model, Result { try model.encoder(in: store) }) }
    )

    /// An encoder, read once for all tests.
    public static func encoder(_ model: SentenceModel) throws -> any SentenceEncoder {
        guard let encoder = encoders[model] else { throw ModelStoreError(model.name, .notFetched) }
        return try encoder.get()
    }
}
