import Foundation
public import Grammar
import Models

/// The grammar model of English, where it has been fetched. Tests that need it are skipped, and say so, where it has not.
public enum EnglishModel {
    private static let folder = ModelStore.standard(environment: ProcessInfo.processInfo.environment).folder(of: .english)

    /// Whether it has been fetched.
    public static let isPresent = folder != nil

    /// Why a test was skipped.
    public static let absence: String = "the model english is not fetched: stemma models fetch english"

    /// The bytes of one of its files.
    public static func bytes(_ name: String) throws -> [UInt8] { try folder?.file(name).whole.array ?? [] }

    /// Read once for all tests.
    public static let shared: Result<EnglishPipeline, any Error> = Result { try EnglishPipeline { try bytes($0) } }
}
