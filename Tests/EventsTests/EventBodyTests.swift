import Events
import JSON
import TestSupport
import Testing

@Suite struct `The body of an event` {
    static let kinds = EventKinds.all.map { $0.kind }
    static let others: [JSONValue] = [nil, true, 7.5, [[false]], [:], "no:such word"]

    @Test(arguments: kinds) func `is valid by its schema in the example`(kind: String) throws {
        let contract = try Contract(of: kind)
        #expect(contract.schema.faults(of: contract.example) == [])
    }

    @Test(arguments: kinds) func `is written as the example is`(kind: String) throws {
        let contract = try Contract(of: kind)
        let event = try contract.read(contract.example)
        #expect(event.text == contract.example.text)
    }

    @Test(arguments: kinds) func `reads as the event that was written`(kind: String) throws {
        let contract = try Contract(of: kind)
        let event = try contract.read(contract.example)
        #expect(event.equals(try contract.read(event.body)))
    }

    @Test(arguments: kinds)
    func `is refused without a member exactly where the schema refuses it`(kind: String) throws {
        let contract = try Contract(of: kind)
        for removal in Mutation.removals(of: contract.example) {
            if contract.schema.faults(of: removal.value).isEmpty {
                let event = try contract.read(removal.value)
                #expect(event.text == removal.value.text, "without \(removal.path)")
            } else {
                #expect(throws: JSONError.missing(key: removal.key)) {
                    _ = try contract.read(removal.value)
                }
            }
        }
    }

    @Test(arguments: kinds, others)
    func `is refused with another value exactly where the schema refuses it`(
        kind: String, other: JSONValue
    ) throws {
        let contract = try Contract(of: kind)
        for exchange in Mutation.exchanges(of: contract.example, for: other) {
            let isValid = contract.schema.faults(of: exchange.value).isEmpty
            let event = try? contract.read(exchange.value)
            #expect((event != nil) == isValid, "at \(exchange.path)")
        }
    }

    @Test(arguments: kinds) func `may hold members that we do not know`(kind: String) throws {
        let contract = try Contract(of: kind)
        let event = try contract.read(contract.example)
        for addition in Mutation.additions(to: contract.example) {
            // Where any JSON may stand, the schema knows every member, and all of them are kept.
            let isUnknown = !contract.schema.faults(of: addition.value).isEmpty
            let read = try contract.read(addition.value)
            #expect(event.equals(read) == isUnknown, "with a member more at \(addition.path)")
        }
    }

    @Test(arguments: kinds) func `is an error when it is cut anywhere`(kind: String) throws {
        let contract = try Contract(of: kind)
        let bytes = contract.example.bytes
        for count in bytes.indices {
            #expect(throws: JSONError.self, "cut at \(count)") {
                _ = try contract.read(Array(bytes.prefix(count)))
            }
        }
    }

    @Test(arguments: kinds)
    func `is read or refused whatever one byte becomes`(kind: String) throws {
        let contract = try Contract(of: kind)
        var bytes = contract.example.bytes
        for index in bytes.indices {
            let byte = bytes[index]
            for other in [0x00, 0x22, 0x2D, 0x31, 0x5C, 0x65, 0x7D, 0xFF] as [UInt8] {
                bytes[index] = other
                let event = try? contract.read(bytes)
                #expect(event.map { !$0.body.isEmpty } ?? true)
            }
            bytes[index] = byte
        }
    }
}
