// The search for secrets, against the plain way to search.

@testable import JournalStore
import Testing

@Suite struct `The filter of secrets` {
    @Test func `finds nothing when it has no secrets, or only short ones`() {
        var filter = SecretFilter()
        #expect(!filter.matches(Array("anything".utf8)))
        filter.add(["seven77", ""])
        #expect(!filter.matches(Array("seven77".utf8)))
    }

    @Test(arguments: ["abcdefgh", "the secret of this test", "aaaaaaaa", "aaaaaaaab", "ääääääää"])
    func `finds a secret at any place`(_ secret: String) {
        var filter = SecretFilter()
        filter.add([secret])
        for before in 0..<20 {
            for after in [0, 1, 7, 30] {
                let text = Array(
                    (String(repeating: ".", count: before) + secret
                        + String(repeating: "a", count: after)).utf8)
                #expect(filter.matches(text))
            }
        }
        #expect(!filter.matches(Array(secret.utf8.dropLast())))
        #expect(!filter.matches(Array(secret.utf8.dropFirst())))
    }

    @Test(arguments: 0..<200) func `says what the plain search says`(_ seed: Int) {
        var random = Numbers(seed: UInt64(seed))
        // Two letters, so that near misses abound.
        func text(_ count: Int) -> [UInt8] {
            (0..<count).map { _ in UInt8.random(in: 97...98, using: &random) }
        }
        let secrets = (0..<Int.random(in: 1...6, using: &random)).map { _ in
            String(decoding: text(Int.random(in: 8...14, using: &random)), as: UTF8.self)
        }
        var filter = SecretFilter()
        filter.add(secrets)
        for _ in 0..<20 {
            let bytes = text(Int.random(in: 0...60, using: &random))
            let string = String(decoding: bytes, as: UTF8.self)
            #expect(filter.matches(bytes) == secrets.contains { string.contains($0) })
        }
    }
}
