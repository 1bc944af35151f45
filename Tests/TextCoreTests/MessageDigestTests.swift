import Testing

@testable import TextCore

/// Known answers of FIPS 180-4 and RFC 1321, and of messages of every length around a block.
@Suite struct MessageDigestTests {
    private func hexadecimal(_ bytes: [UInt8]) -> String {
        bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }

    private static let twoBlocks = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"

    @Test func sha256() {
        #expect(
            hexadecimal(SHA256.digest([])) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        )
        #expect(
            hexadecimal(SHA256.digest(Array("abc".utf8)))
                == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        )
        #expect(
            hexadecimal(SHA256.digest(Array(Self.twoBlocks.utf8)))
                == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        )
    }

    @Test func sha1() {
        #expect(hexadecimal(SHA1.digest([])) == "da39a3ee5e6b4b0d3255bfef95601890afd80709")
        #expect(hexadecimal(SHA1.digest(Array("abc".utf8))) == "a9993e364706816aba3e25717850c26c9cd0d89d")
        #expect(hexadecimal(SHA1.digest(Array(Self.twoBlocks.utf8))) == "84983e441c3bd26ebaae4aa1f95129e5e54670f1")
        #expect(
            hexadecimal(SHA1.digest([UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)))
                == "34aa973cd4c4daa4f61eeb2bdbad27316534016f"
        )
    }

    @Test(arguments: [
        ("", "d41d8cd98f00b204e9800998ecf8427e"), ("a", "0cc175b9c0f1b6a831c399e269772661"),
        ("abc", "900150983cd24fb0d6963f7d28e17f72"), ("message digest", "f96b697d7cb7938d525a2f31aaf161d0"),
        ("abcdefghijklmnopqrstuvwxyz", "c3fcd3d76192e4007dfb496cca67e13b"),
        ("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", "d174ab98d277d9f5a5611c2c9f419d9f"),
    ])
    func md5(_ text: String, _ digest: String) {
        #expect(hexadecimal(MD5.digest(Array(text.utf8))) == digest)
    }

    /// Digests of the digests of 0, 1, … 200 zeros, as Python's hashlib has them: every way in which padding can fall.
    @Test func everyLength() {
        var digests: ([UInt8], [UInt8], [UInt8]) = ([], [], [])
        for length in 0...200 {
            let zeros = [UInt8](repeating: 0, count: length)
            digests.0 += MD5.digest(zeros)
            digests.1 += SHA1.digest(zeros)
            digests.2 += SHA256.digest(zeros)
        }
        #expect(hexadecimal(MD5.digest(digests.0)) == "9032855aae9d60ac84c2e991ee369279")
        #expect(hexadecimal(SHA1.digest(digests.1)) == "b02c98e5758b432a04f4f2159435c4a5af025325")
        #expect(hexadecimal(SHA256.digest(digests.2)) == "b9c4ebeeb7d1825824131cf7b7d28469cca4f9166473bf51bb519365ae27eccd")
    }
}
