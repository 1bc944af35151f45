internal import Glibc

extension ModelStore {
    /// Does something while no other process works on the same model; waits for its turn.
    ///
    /// A lock of the system's (`flock`), which goes with its process, so that none is ever left behind.
    func locked<Result>(
        _ manifest: ModelManifest,
        onWait: () -> Void = {},
        _ body: () throws(ModelStoreError) -> Result
    ) throws(ModelStoreError) -> Result {
        let path = "\(root)/.\(manifest.name.rawValue).lock"
        try Self.makeFolder(root, manifest.name)
        let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { throw ModelStoreError(manifest.name, .cannotWrite(path, errno)) }
        defer { close(file) }
        if flock(file, LOCK_EX | LOCK_NB) != 0 {
            guard errno == EWOULDBLOCK || errno == EINTR else { throw ModelStoreError(manifest.name, .cannotWrite(path, errno)) }
            onWait()
            while flock(file, LOCK_EX) != 0 {
                guard errno == EINTR else { throw ModelStoreError(manifest.name, .cannotWrite(path, errno)) }
            }
        }
        return try body()
    }
}
