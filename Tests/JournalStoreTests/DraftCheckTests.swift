import Catalog
import JournalStore
import Testing

@Suite struct `A draft before it is an event` {
    private func append(
        _ body: [UInt8], _ subjects: [SubjectReference] = []
    ) async -> JournalError? {
        do throws(JournalError) {
            let journal = try Journal.inMemory(
                options: JournalOptions(
                    now: { Instant(seconds: 0) },
                    randomBytes: { [UInt8](repeating: 1, count: $0) },
                    process: .init(pid: 1, host: "test")))
            let draft = RecordDraft(
                system: .plysync, kind: "A", version: 1, subjects: subjects, body: body)
            _ = try await journal.append([draft], run: RunID(text: "r"))
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: 1..<19)
    func `has no zero byte and nothing but UTF-8, wherever in its body`(place: Int) async {
        let plain = Array("{\"a\":\"123456789012\"}".utf8)
        #expect(await append(plain) == nil)
        for byte in [UInt8(0), 0x80, 0xC3, 0xFF] {
            var body = plain
            body[place] = byte
            #expect(await append(body) != nil, "byte \(byte) at \(place)")
        }
        var body = plain
        body[place] = 1
        #expect(await append(body) == nil)
        let letters = Array("{\"a\":\"\(String(repeating: "é", count: place))\"}".utf8)
        #expect(await append(letters) == nil)
    }

    @Test(
        arguments: [
            ("source=sku:A", nil), ("sku:=A", SubjectReference.Role.source),
            ("sku:a=b", .target), ("other=sku:A", nil), ("sku:é=", .source),
        ] as [(String, SubjectReference.Role?)])
    func `has subjects that are read back as they are, or is refused`(
        text: String, role: SubjectReference.Role?
    ) async {
        let reference = SubjectReference(Subject(text: text), as: role)
        let isReadBack = SubjectReference(text: reference.description) == reference
        #expect((await append(Array("{}".utf8), [reference]) == nil) == isReadBack)
    }

    @Test func `has no subject whose first mark joins with the sign before it`() async {
        let reference = SubjectReference(Subject(text: "\u{338}sku:A"), as: .source)
        #expect(SubjectReference(text: reference.description) != reference)
        #expect(await append(Array("{}".utf8), [reference]) != nil)
    }
}
