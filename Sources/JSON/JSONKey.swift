/// The key of a member as it lies in the text, valid during the call that hands it over.
///
/// A switch over it takes text literals, and compares bytes without making a string of the key:
///
///     try json.members { key, json throws(JSONError) in
///         switch key {
///         case "sku": sku = try json.string()
///         default: try json.skip()
///         }
///     }
package struct JSONKey {
    /// What stands between the quotation marks, escapes resolved.
    @usableFromInline let bytes: UnsafeRawBufferPointer

    /// - `bytes`: the text of a key, or of a word that is compared as one.
    @inlinable package init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    /// The key as a string, for what is said of it.
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Whether the key is this text, byte for byte.
    @inlinable @inline(__always)
    package static func ~= (text: StaticString, key: JSONKey) -> Bool {
        let count = text.utf8CodeUnitCount
        guard key.bytes.count == count else { return false }
        // Keys of equal length mostly differ at their first or last byte.
        var index = count
        while index > 0 {
            index -= 1
            if key.bytes[index] != text.utf8Start[index] { return false }
        }
        return true
    }
}
