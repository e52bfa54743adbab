package import JSON

/// Reads stored bodies of any version as events of today.
package enum EventDecoding {
    /// Reads a body in one pass, or, when it is older than its kind reads, by way of the upcasts.
    ///
    /// Throws when the body is not one of the kind, or of a version that this program does not
    /// know yet.
    @inlinable
    package static func decode<E: Event>(
        _ type: E.Type, version: Int, body: UnsafeRawBufferPointer
    ) throws(JSONError) -> E {
        if version == E.version || (E.oldestRead..<E.version).contains(version) {
            return try read(body)
        }
        guard version < E.version else {
            throw .invalid(
                key: "version",
                reason: "\(E.kind) of version \(version) was written by a newer program; "
                    + "this one reads up to version \(E.version)")
        }
        return try decode(type, version: version, old: body)
    }

    /// The same for a body in an array, as records hold it.
    package static func decode<E: Event>(
        _ type: E.Type, version: Int, body: [UInt8]
    ) throws(JSONError) -> E {
        let result = body.withUnsafeBytes { bytes in
            Result { () throws(JSONError) in try decode(type, version: version, body: bytes) }
        }
        return try result.get()
    }

    @inlinable
    static func read<E: Event>(_ body: UnsafeRawBufferPointer) throws(JSONError) -> E {
        try JSONReader.read(body) { json throws(JSONError) in try E(from: &json) }
    }

    /// Old bodies are few: they may cost a tree.
    @usableFromInline
    static func decode<E: Event>(
        _ type: E.Type, version: Int, old body: UnsafeRawBufferPointer
    ) throws(JSONError) -> E {
        var value = try JSONReader.read(body) { json throws(JSONError) in try json.value() }
        for step in version..<E.version { value = try E.upcast(from: step, value) }
        return try JSONReader.read(value.bytes) { json throws(JSONError) in try E(from: &json) }
    }
}
