import JSON
import SandboxWorld
import TestSupport
import Testing

@Suite struct `Keys where they lie` {
    @Test(arguments: [
        (#"{"sku":1}"#, "sku"), (#"{"\u0073ku":1}"#, "sku"), (#"{"sk\u0075":1}"#, "sku"),
        (#"{"skU":1}"#, "other"), (#"{"sku ":1}"#, "other"), (#"{"":1}"#, "empty"),
        (#"{"sk":1}"#, "other"),
    ])
    func `a key is told by its bytes, escapes resolved`(text: String, expected: String) throws {
        var found = ""
        try JSONReader.read(Array(text.utf8)) { json throws(JSONError) in
            try json.members { key, json throws(JSONError) in
                switch key {
                case "sku": found = "sku"
                case "": found = "empty"
                default: found = "other"
                }
                try json.skip()
            }
        }
        #expect(found == expected)
    }

    @Test func `a key says its text`() throws {
        var keys: [String] = []
        try JSONReader.read(Array(#"{"a\n":1,"é":2}"#.utf8)) { json throws(JSONError) in
            try json.members { key, json throws(JSONError) in
                keys.append(key.text)
                try json.skip()
            }
        }
        #expect(keys == ["a\n", "é"])
    }

    @Test func `a string with escapes does not lie in the text as it is`() throws {
        let texts = try JSONReader.read(Array(#"["plain","a\"b"]"#.utf8)) {
            json throws(JSONError) -> [String] in
            var texts: [String] = []
            try json.array { json throws(JSONError) in
                if let plain = try json.plainText() {
                    texts.append("plain " + String(decoding: plain, as: UTF8.self))
                } else {
                    texts.append("escaped " + (try json.string()))
                }
            }
            return texts
        }
        #expect(texts == ["plain plain", #"escaped a"b"#])
    }

    @Test(arguments: Seeds.first(20))
    func `words are the strings that they are written as`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        // Many more than are remembered, of all lengths, and some again.
        var words = (0..<2000).map { _ in random.word(random.below(90)) }
        words +=
            random.shuffled(words) + ["\"quoted\" and long enough", "ünïcödé, also long enough"]
        let read = try JSONReader.read(JSONValue(words).bytes) { json throws(JSONError) in
            try json.list { json throws(JSONError) in try json.word() }
        }
        #expect(read == words)
    }

    @Test(arguments: [
        ("0", 0), ("-0", 0), ("7", 7), ("-12", -12),
        ("999999999999999999", 999_999_999_999_999_999),
        ("9223372036854775807", Int.max), ("-9223372036854775808", Int.min), ("1e3", 1000),
        ("12.0", 12), ("1200E-2", 12),
    ])
    func `an integer is read in every form that JSON gives it`(text: String, value: Int) throws {
        let read = try JSONReader.read(Array(text.utf8)) { json throws(JSONError) in
            try json.int()
        }
        #expect(read == value)
    }

    @Test(arguments: ["01", "-", "--1", "1.", "+1", "1e", "00", "-01", "1 2", "0x1"])
    func `what is no integer of JSON is refused`(text: String) {
        #expect(throws: JSONError.self) {
            try JSONReader.read(Array(text.utf8)) { json throws(JSONError) in _ = try json.int() }
        }
    }

    @Test func `every byte ends a string or does not, wherever it stands`() {
        for byte in UInt8.min...UInt8.max {
            for place in 0..<20 {
                var content = [UInt8](repeating: 0x61, count: 20)
                content[place] = byte
                let text = [0x22] + content + [0x22]
                let read = try? JSONReader.read(text) { json throws(JSONError) in
                    try json.string()
                }
                switch byte {
                case 0..<0x20, 0x22, 0x5C: #expect(read == nil, "byte \(byte) at \(place)")
                default: #expect(read == String(decoding: content, as: UTF8.self))
                }
            }
        }
    }
}
