/// How web pages are read.
public struct PageOptions: Sendable {
    /// What is known of outlets; blocks that recur over their pages are left out of the body.
    public var profiles: OutletProfiles?
    /// Whether the reason of each block says what spoke for and against its being body. It costs some milliseconds a page.
    public var explains: Bool

    /// Makes options.
    public init(profiles: OutletProfiles? = nil, explains: Bool = false) {
        self.profiles = profiles
        self.explains = explains
    }
}
