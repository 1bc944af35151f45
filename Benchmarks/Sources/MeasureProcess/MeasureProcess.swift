#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// `measure-process COMMAND [ARGUMENT…]`: runs a command with its output thrown away, and prints its wall time and CPU
/// time in seconds, its peak resident memory in KiB and its wait status.
///
/// A program of its own, and without Foundation, because Linux counts into a process's peak memory that of the process
/// that spawned it, up to `exec`.
@main
enum MeasureProcess {
    static func main() {
        let command = Array(CommandLine.arguments.dropFirst())
        guard !command.isEmpty else { exit(64) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        var words: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
        var pid = pid_t()
        let start = wallTime()
        guard posix_spawn(&pid, command[0], &actions, nil, &words, environ) == 0 else { exit(127) }
        var status: Int32 = 0
        var usage = rusage()
        while wait4(pid, &status, 0, &usage) < 0 {
            guard errno == EINTR else { exit(1) }
        }
        print(wallTime() - start, seconds(usage.ru_utime) + seconds(usage.ru_stime), usage.ru_maxrss, status)
    }

    private static func wallTime() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }

    private static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) * 1e-6 }
}
