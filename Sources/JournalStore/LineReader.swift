// Lines of a file that may come from anywhere and be of any length.

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Reads a descriptor line by line; memory is needed for the longest line only.
struct LineReader {
    private let descriptor: Int32
    /// What errors call the file.
    private let name: String
    /// The longest line that is read, in bytes.
    private let bytesMax: Int
    /// What was read and not yet given; lines begin at `start`.
    private var buffer: [UInt8] = []
    private var start = 0
    /// No line ends before this place.
    private var searched = 0
    private var isAtEnd = false
    /// The number of the last line that was given, from 1.
    private(set) var line = 0

    private static let readAtOnce = 1 << 18

    init(_ descriptor: Int32, name: String, bytesMax: Int) {
        self.descriptor = descriptor
        self.name = name
        self.bytesMax = bytesMax
    }

    /// Calls `body` with the next line, without its end, and its number; false when there is none.
    ///
    /// The last line needs no end.
    ///
    /// - Throws: `.wrongLine` when the line is too long, `.unreadable`, and what `body` throws.
    mutating func next(
        _ body: (UnsafeRawBufferPointer, Int) throws(TransferError) -> Void
    ) throws(TransferError) -> Bool {
        while true {
            if let end = nextEnd() {
                return try give(upTo: end, next: end + 1, body)
            }
            searched = buffer.count
            if isAtEnd {
                guard start < buffer.count else { return false }
                return try give(upTo: buffer.count, next: buffer.count, body)
            }
            guard buffer.count - start <= bytesMax else {
                throw .wrongLine(line + 1, what: "it is longer than \(bytesMax) bytes")
            }
            try fill()
        }
    }

    private func nextEnd() -> Int? {
        buffer.withUnsafeBytes { bytes in
            guard searched < bytes.count, let start = bytes.baseAddress,
                let end = memchr(start + searched, 0x0A, bytes.count - searched)
            else { return nil }
            return UnsafeRawPointer(end) - start
        }
    }

    private mutating func give(
        upTo end: Int, next: Int,
        _ body: (UnsafeRawBufferPointer, Int) throws(TransferError) -> Void
    ) throws(TransferError) -> Bool {
        line += 1
        guard end - start <= bytesMax else {
            throw .wrongLine(line, what: "it is longer than \(bytesMax) bytes")
        }
        let result = buffer.withUnsafeBytes { bytes in
            Result { () throws(TransferError) in
                try body(UnsafeRawBufferPointer(rebasing: bytes[start..<end]), line)
            }
        }
        start = next
        searched = next
        try result.get()
        return true
    }

    /// Reads more behind what is there, in the place of what was given.
    private mutating func fill() throws(TransferError) {
        buffer.removeFirst(start)
        searched -= start
        start = 0
        let count = buffer.count
        buffer.append(contentsOf: repeatElement(0, count: Self.readAtOnce))
        var received = 0
        repeat {
            received = buffer.withUnsafeMutableBytes { bytes in
                bytes.baseAddress.map { read(descriptor, $0 + count, Self.readAtOnce) } ?? 0
            }
        } while received < 0 && errno == EINTR
        guard received >= 0 else {
            throw .unreadable(path: name, what: String(cString: strerror(errno)))
        }
        buffer.removeLast(Self.readAtOnce - received)
        isAtEnd = received == 0
    }
}
