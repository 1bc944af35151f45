import Testing

@testable import Collation
