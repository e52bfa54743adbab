import Foundation
import Testing

@testable import JournalStore

@Suite struct `Text in Base64` {
    @Test func `is what others make of the same bytes`() {
        var random = Numbers(seed: 64)
        for count in 0..<70 {
            let bytes = (0..<count).map { _ in UInt8.random(in: 0 ... .max, using: &random) }
            var text: [UInt8] = []
            bytes.withUnsafeBytes { Base64.append($0, to: &text) }
            #expect(text == Array(Data(bytes).base64EncodedData()))
            #expect(text.withUnsafeBytes { Base64.bytes($0) } == bytes)
        }
    }

    @Test(arguments: ["A", "AA", "AAA", "AA=A", "A===", "====", "AB==", "AAB=", "A A=", "AA==AA=="])
    func `has one text for the same bytes`(_ text: String) {
        #expect(Array(text.utf8).withUnsafeBytes { Base64.bytes($0) } == nil)
    }
}
