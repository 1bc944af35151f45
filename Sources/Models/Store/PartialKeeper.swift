internal import Foundation
internal import Synchronization

/// Keeps the beginning of a wheel while pip downloads it.
///
/// pip writes into a folder of its own and clears it away when it fails or is stopped, and with it all that it had. A second name
/// (a hard link) keeps the bytes: those that pip goes on to write, too. Where the file system has no links nothing is kept, and a
/// download that breaks off begins again.
final class PartialKeeper: Sendable {
    /// Where pip makes its folders.
    let folder: String
    private let name: String
    private let place: String
    private let isRunning = Mutex(false)

    /// How often is looked, in microseconds.
    private static let pause: UInt32 = 100_000

    /// Makes a keeper; nothing is read or written.
    /// - Parameters:
    ///   - name: The wheel's name.
    ///   - place: Where the second name goes.
    init(folder: String, name: String, place: String) {
        self.folder = folder
        self.name = name
        self.place = place
    }

    /// Begins to look, on a thread of its own, until ``stop()``.
    func start() {
        isRunning.withLock { $0 = true }
        Thread.detachNewThread {
            while self.isRunning.withLock({ isRunning in
                if isRunning { self.keep() }
                return isRunning
            }) { usleep(Self.pause) }
        }
    }

    /// Looks no more. What is kept stays.
    func stop() { isRunning.withLock { $0 = false } }

    /// Gives the wheel in one of pip's folders its second name.
    private func keep() {
        for below in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
            let path = folder + "/" + below + "/" + name
            guard let inode = Self.inode(path), inode != Self.inode(place) else { continue }
            // What was there is older than what pip does now.
            unlink(place)
            link(path, place)
        }
    }

    private static func inode(_ path: String) -> ino_t? {
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return status.st_ino
    }
}
