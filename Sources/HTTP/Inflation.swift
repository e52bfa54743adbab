import CZlib

/// Unpacks what servers pack: gzip (RFC 1952) and zlib (RFC 1950).
package enum Inflation {
    /// The bytes within; nil for what is neither, is damaged or cut, or holds more than `bytesMax`.
    package static func unpack(_ packed: [UInt8], bytesMax: Int) -> [UInt8]? {
        guard packed.count <= Int(UInt32.max) else { return nil }
        var stream = z_stream()
        guard inflateInit2_(&stream, eitherFormat, ZLIB_VERSION, size) == Z_OK else { return nil }
        defer { inflateEnd(&stream) }
        var input = packed
        return input.withUnsafeMutableBufferPointer { source in
            stream.next_in = source.baseAddress
            stream.avail_in = UInt32(source.count)
            return inflate(&stream, bytesMax: bytesMax)
        }
    }

    private static func inflate(_ stream: inout z_stream, bytesMax: Int) -> [UInt8]? {
        var bytes: [UInt8] = []
        while true {
            var code = Z_OK
            let piece = [UInt8](unsafeUninitializedCapacity: pieceBytes) { buffer, count in
                stream.next_out = buffer.baseAddress
                stream.avail_out = UInt32(buffer.count)
                code = CZlib.inflate(&stream, Z_NO_FLUSH)
                count = buffer.count - Int(stream.avail_out)
            }
            bytes += piece
            guard bytes.count <= bytesMax else { return nil }
            if code == Z_STREAM_END { return stream.avail_in == 0 ? bytes : nil }
            // Without anything written, it is not going to end.
            guard code == Z_OK, !piece.isEmpty || stream.avail_in > 0 else { return nil }
        }
    }

    private static let pieceBytes = 64 << 10
    /// The largest window, and the format told by its first bytes.
    private static let eitherFormat: Int32 = 15 + 32
    private static let size = Int32(MemoryLayout<z_stream>.size)
}
