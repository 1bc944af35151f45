// Which of the two modules owns the types of <sys/socket.h> depends on which is built first.
internal import CCurl
internal import Glibc

/// An IPv4 or IPv6 address that a host name leads to.
enum NetworkAddress: Sendable, Hashable {
    case v4(UInt32)
    case v6(high: UInt64, low: UInt64)

    /// The address that a socket is about to connect to; nil for families other than IPv4 and IPv6.
    init?(_ address: UnsafePointer<sockaddr>, length: Int) {
        let raw = UnsafeRawPointer(address)
        switch Int32(address.pointee.sa_family) {
        case AF_INET where length >= MemoryLayout<sockaddr_in>.size:
            self = .v4(UInt32(bigEndian: raw.loadUnaligned(as: sockaddr_in.self).sin_addr.s_addr))
        case AF_INET6 where length >= MemoryLayout<sockaddr_in6>.size:
            let bytes = withUnsafeBytes(of: raw.loadUnaligned(as: sockaddr_in6.self).sin6_addr) { Array($0) }
            self = .v6(high: Self.number(bytes[0..<8]), low: Self.number(bytes[8..<16]))
        default: return nil
        }
    }

    /// Reads the usual notation of either kind; nil when it is neither.
    init?(_ text: String) {
        var four = in_addr()
        var six = in6_addr()
        if inet_pton(AF_INET, text, &four) == 1 {
            self = .v4(UInt32(bigEndian: four.s_addr))
        } else if inet_pton(AF_INET6, text, &six) == 1 {
            let bytes = withUnsafeBytes(of: six) { Array($0) }
            self = .v6(high: Self.number(bytes[0..<8]), low: Self.number(bytes[8..<16]))
        } else {
            return nil
        }
    }

    /// Whether the address belongs to the public internet: not in a block that IANA's special-purpose registries (RFC 6890)
    /// keep for one machine, one network, documentation or multicast. An IPv6 address that carries an IPv4 address is judged
    /// by that one.
    var isPublic: Bool {
        switch self {
        case .v4(let address): !Self.specialBlocks.contains { address >> (32 - $0.bits) == $0.block >> (32 - $0.bits) }
        case .v6(let high, let low): Self.isPublic(high: high, low: low)
        }
    }

    private static let specialBlocks: [(block: UInt32, bits: UInt32)] = [
        (0x0000_0000, 8),  // this network
        (0x0A00_0000, 8),  // private (RFC 1918)
        (0x6440_0000, 10),  // shared by the customers of one provider (RFC 6598)
        (0x7F00_0000, 8),  // loopback
        (0xA9FE_0000, 16),  // link-local, where clouds keep their metadata
        (0xAC10_0000, 12),  // private
        (0xC000_0000, 24),  // protocol assignments
        (0xC000_0200, 24),  // documentation
        (0xC0A8_0000, 16),  // private
        (0xC612_0000, 15),  // benchmarks
        (0xC633_6400, 24),  // documentation
        (0xCB00_7100, 24),  // documentation
        (0xE000_0000, 4),  // multicast
        (0xF000_0000, 4),  // reserved, and broadcast
    ]

    private static func isPublic(high: UInt64, low: UInt64) -> Bool {
        let embedded: UInt32
        switch (high, low >> 32) {
        case (0, 0xFFFF), (0, 0), (0, 0xFFFF_0000): embedded = UInt32(truncatingIfNeeded: low)  // mapped, compatible, translated
        case (0x0064_FF9B_0000_0000, 0): embedded = UInt32(truncatingIfNeeded: low)  // NAT64 (RFC 6052)
        case _ where high >> 48 == 0x2002: embedded = UInt32(truncatingIfNeeded: high >> 16)  // 6to4 (RFC 3056)
        default:
            // Only 2000::/3 is given out. In it, 2001::/23 holds protocol assignments (Teredo among them), 2001:db8::/32 and
            // 3fff::/20 documentation.
            return high >> 61 == 1 && high >> 41 != 0x2001_0000 >> 9 && high >> 32 != 0x2001_0DB8 && high >> 44 != 0x3FFF0
        }
        return NetworkAddress.v4(embedded).isPublic
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.reduce(0) { $0 << 8 | UInt64($1) }
    }
}

extension NetworkAddress: CustomStringConvertible {
    var description: String {
        switch self {
        case .v4(let address):
            return [24, 16, 8, 0].map { String(address >> UInt32($0) & 0xFF) }.joined(separator: ".")
        case .v6(let high, let low):
            var bytes = in6_addr()
            withUnsafeMutableBytes(of: &bytes) {
                $0.storeBytes(of: high.bigEndian, as: UInt64.self)
                $0.storeBytes(of: low.bigEndian, toByteOffset: 8, as: UInt64.self)
            }
            let text = withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(INET6_ADDRSTRLEN)) { buffer in
                inet_ntop(AF_INET6, &bytes, buffer.baseAddress, socklen_t(INET6_ADDRSTRLEN)).map { String(cString: $0) }
            }
            return "[\(text ?? "?")]"
        }
    }
}
