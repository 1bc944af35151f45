/// Cases of feedparser's tests in scope that are not run, each with its reason.
enum ConformanceSkips {
    static let reasons: [String: String] = [:]
}
