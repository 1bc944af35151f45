import Foundation
enum Off {
    static let rules = ProcessInfo.processInfo.environment["OFF"] ?? ""
    static func has(_ rule: Character) -> Bool { rules.contains(rule) }
}
