import HTTP
import HTTPTypes
import Testing

@Suite struct `A packed answer` {
    /// `{"data": []}`, packed by Python's gzip and zlib.
    private static let gzip: [UInt8] = [
        31, 139, 8, 0, 0, 0, 0, 0, 2, 3, 171, 86, 74, 73, 44, 73, 84, 178, 82, 136, 142, 173, 5, 0,
        184, 120, 189, 38, 12, 0, 0, 0,
    ]
    private static let zlib: [UInt8] = [
        120, 156, 171, 86, 74, 73, 44, 73, 84, 178, 82, 136, 142, 173, 5, 0, 25, 148, 3, 233,
    ]
    private static let content = Array(#"{"data": []}"#.utf8)

    private static func answer(_ body: [UInt8], _ coding: String?) async throws -> Response {
        var headers: HTTPFields = [:]
        headers[.contentEncoding] = coding
        let stack = PolicyStack(
            [UnpackPolicy()], transport: Answering(body: body, headers: headers))
        let operation = Operation(
            "getProduct", system: "plytix", bucket: "b", isSafe: true, isWrite: false)
        return try await stack.send(Call(Request(.get, "https://host/x"), operation))
    }

    @Test(arguments: [("gzip", gzip), ("GZIP", gzip), ("x-gzip", gzip), ("deflate", zlib)])
    func `is unpacked`(coding: String, body: [UInt8]) async throws {
        let response = try await Self.answer(body, coding)
        #expect(response.body == Self.content)
        #expect(response.headers[.contentEncoding] == nil)
    }

    @Test(arguments: [nil, "identity"])
    func `is left as it is where it is not`(coding: String?) async throws {
        #expect(try await Self.answer(Self.gzip, coding).body == Self.gzip)
    }

    @Test(arguments: [
        ("gzip", Array(gzip.dropLast(9))), ("gzip", gzip + [0]), ("gzip", content),
        ("gzip", Array(gzip.dropFirst())), ("br", gzip), ("gzip, gzip", gzip),
    ])
    func `that cannot be read is no answer`(coding: String, body: [UInt8]) async {
        await #expect(throws: APIError.self) { _ = try await Self.answer(body, coding) }
    }

    /// 132 bytes become 100,000.
    @Test func `is unpacked no further than the bound`() {
        let zeros: [UInt8] = Self.zeros
        #expect(Inflation.unpack(zeros, bytesMax: 100_000) == [UInt8](repeating: 0, count: 100_000))
        #expect(Inflation.unpack(zeros, bytesMax: 99_999) == nil)
    }

    /// 100,000 zeros, packed by Python's gzip: one block of a code that repeats.
    private static let zeros: [UInt8] =
        [
            31, 139, 8, 0, 0, 0, 0, 0, 2, 3, 237, 193, 49, 1, 0, 0, 0, 194, 160, 245, 79, 109, 13,
            15, 160,
        ] + [UInt8](repeating: 0, count: 96)
        + [128, 87, 3, 125, 149, 17, 212, 160, 134, 1, 0]
}

/// A server that gives one answer.
private struct Answering: Transport {
    let body: [UInt8]
    let headers: HTTPFields

    func send(_ request: Request) async throws(TransportError) -> Response {
        Response(200, headers: headers, body: body)
    }
}
