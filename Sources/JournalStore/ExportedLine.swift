// One line of an export, before anything of it is believed.

import Catalog
import JSON

/// The members of a line; which of them must be there depends on its type.
struct ExportedLine {
    /// Its number, from 1.
    let number: Int
    private(set) var texts: [String: String] = [:]
    private(set) var numbers: [String: Int] = [:]
    private(set) var isRedacted = false
    /// The names of all members.
    private(set) var names = Set<String>()
    /// The bytes of the JSON value; they lie in the line.
    private(set) var data: UnsafeRawBufferPointer?
    /// The bytes that the text in Base64 stands for.
    private(set) var binary: [UInt8]?

    private static let textNames: Set<String> = [
        "specversion", "id", "source", "type", "time", "run", "system", "subjects", "cause",
        "bodyhash", "hash", "event", "subject", "datacontenttype",
    ]
    private static let numberNames: Set<String> = ["bodyversion", "size"]

    /// Reads the JSON of a line; of members that the format does not have only the names.
    init(_ line: UnsafeRawBufferPointer, number: Int) throws(TransferError) {
        var read = Self(number: number)
        var base64: UnsafeRawBufferPointer?
        do throws(JSONError) {
            try JSONReader.read(line) { json throws(JSONError) in
                try json.object { key, json throws(JSONError) in
                    guard read.names.insert(key).inserted else {
                        throw .invalid(key: key, reason: "stands there twice")
                    }
                    switch key {
                    case _ where Self.textNames.contains(key): read.texts[key] = try json.string()
                    case _ where Self.numberNames.contains(key): read.numbers[key] = try json.int()
                    case "redacted": read.isRedacted = try json.bool()
                    case "data": read.data = try json.raw()
                    case "data_base64": base64 = try json.raw()
                    default: try json.skip()
                    }
                }
            }
        } catch {
            throw .wrongLine(number, what: "\(error)")
        }
        if let base64 {
            // Without its quotation marks; no digit of Base64 is written with an escape.
            guard base64.count >= 2,
                let bytes = Base64.bytes(
                    UnsafeRawBufferPointer(rebasing: base64[1..<base64.count - 1]))
            else { throw .wrongLine(number, what: "its data_base64 is no Base64") }
            read.binary = bytes
        }
        self = read
    }

    private init(number: Int) { self.number = number }

    /// What is wrong with the line, in words that go on from `Line 7:`.
    func wrong(_ what: String) -> TransferError { .wrongLine(number, what: what) }

    /// Refuses a line that has other members than those that an export gives to its kind.
    ///
    /// - `own`: the names beside those of every line.
    func require(_ own: Set<String>) throws(TransferError) {
        let wanted = own.union(["specversion", "id", "source", "type"])
        guard names != wanted else { return }
        if let name = wanted.subtracting(names).min() { throw wrong("it has no \(name)") }
        throw wrong("it has a member that no export gives it")
    }

    /// Refuses a line whose text of a name is another one.
    func require(_ text: String, as name: String) throws(TransferError) {
        guard try self.text(name) == text else {
            throw wrong("its \(name) is not what an export writes there")
        }
    }

    // MARK: Members that must be there

    func text(_ name: String) throws(TransferError) -> String {
        guard let text = texts[name] else { throw wrong("it has no \(name)") }
        return text
    }

    /// The text that an attribute stands for.
    func decoded(_ name: String) throws(TransferError) -> String {
        guard let text = ExportForm.text(ofAttribute: try text(name)) else {
            throw wrong("its \(name) is not written as an export writes it")
        }
        return text
    }

    func number(_ name: String) throws(TransferError) -> Int {
        guard let number = numbers[name] else { throw wrong("it has no \(name)") }
        return number
    }

    /// A number that is written as a text, since CloudEvents' own end at 2^31.
    func largeNumber(_ name: String) throws(TransferError) -> Int {
        let text = try text(name)
        guard let number = Int(text), String(number) == text else {
            throw wrong("its \(name) is no number")
        }
        return number
    }

    func digest(_ name: String) throws(TransferError) -> Digest {
        let text = try text(name)
        guard let digest = Digest(hex: text), digest.hex == text else {
            throw wrong("its \(name) is not 64 hexadecimal digits")
        }
        return digest
    }

    func time(_ name: String) throws(TransferError) -> Instant {
        let text = try text(name)
        guard let time = Instant(text), time.description == text else {
            throw wrong("its \(name) is no time in UTC with microseconds")
        }
        return time
    }
}
