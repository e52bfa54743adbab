import Catalog
import Export
import Testing

@Suite struct `A file of ASINs` {
    private func read(_ text: String) throws(ASINFileError) -> [String] {
        try ASINFile.read(Array(text.utf8)).map(\.text)
    }

    @Test(arguments: [
        "B07X8Z63ZL\nB077QMJFG9\n", "\u{FEFF}b07x8z63zl\r\n\r\n  B077QMJFG9 , # the parent\r\n",
        "# mine\nB07X8Z63ZL,\nB077QMJFG9\nB07X8Z63ZL",
    ])
    func `is read as people write it, each one once`(text: String) throws {
        #expect(try read(text) == ["B07X8Z63ZL", "B077QMJFG9"])
    }

    @Test func `names the line that is none`() {
        #expect(throws: ASINFileError.badLine(number: 2, text: "boots")) {
            try read("B07X8Z63ZL\nboots\n")
        }
    }

    @Test(arguments: ["", "\n \n", "# none yet\n"])
    func `without one is refused`(text: String) {
        #expect(throws: ASINFileError.empty) { try read(text) }
    }
}
