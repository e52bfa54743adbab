// Blobs are kept as zlib streams.

import CZlib

/// Compresses and restores bytes with zlib.
enum Deflate {
    /// The zlib stream (RFC 1950) of the bytes.
    static func compress(_ bytes: [UInt8]) -> [UInt8] {
        var size = compressBound(uLong(bytes.count))
        let stream = [UInt8](unsafeUninitializedCapacity: Int(size)) { buffer, count in
            let code = compress2(
                buffer.baseAddress, &size, bytes, uLong(bytes.count), Z_DEFAULT_COMPRESSION)
            // Only memory can be missing, since the buffer is as large as zlib asks.
            precondition(code == Z_OK, "zlib has no memory to compress with")
            count = Int(size)
        }
        return stream
    }

    /// The bytes of a zlib stream; nil unless it is one of exactly `size` bytes and nothing more.
    static func restore(_ stream: UnsafeRawBufferPointer, size: Int) -> [UInt8]? {
        guard (0...Blob.bytesMax).contains(size) else { return nil }
        var isWhole = false
        // One byte more than expected, so that a longer content shows itself.
        let bytes = [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
            var restored = uLong(size + 1)
            var consumed = uLong(stream.count)
            let source = stream.bindMemory(to: UInt8.self).baseAddress
            let code = uncompress2(buffer.baseAddress, &restored, source, &consumed)
            isWhole = code == Z_OK && restored == size && consumed == stream.count
            count = isWhole ? size : 0
        }
        return isWhole ? bytes : nil
    }

    /// CRC-32 of the bytes, as a number that is never negative.
    static func checksum(_ bytes: UnsafeRawBufferPointer) -> Int {
        let start = bytes.bindMemory(to: UInt8.self).baseAddress
        return Int(crc32_z(crc32_z(0, nil, 0), start, bytes.count))
    }
}
