internal import Glibc

/// Where Stemma keeps what it can compute again.
public enum CacheFolder {
    /// A folder of the user's cache: `stemma/NAME` in `XDG_CACHE_HOME` (XDG Base Directory Specification), by default in
    /// `~/.cache`; nil where there is no home. It need not be there.
    public static func standard(_ name: String, environment: [String: String]) -> String? {
        // A relative path there is to be ignored, says the specification.
        if let cache = environment["XDG_CACHE_HOME"], cache.hasPrefix("/") { return "\(cache)/stemma/\(name)" }
        guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
        return "\(home)/.cache/stemma/\(name)"
    }

    /// Makes a folder and those above it, for the user alone.
    public static func make(_ path: String) throws(CacheError) {
        var above = path.hasPrefix("/") ? "" : "."
        for name in path.split(separator: "/") {
            above += "/" + name
            guard mkdir(above, 0o700) != 0, errno != EEXIST else { continue }
            throw CacheError(path: above, action: "make")
        }
    }
}
