// The JSON arrays of two columns.

import Catalog
@testable import JournalStore
import Testing

@Suite struct `The texts of columns` {
    @Test(arguments: [
        (["sku:A"], #"["sku:A"]"#),
        ([], "[]"),
        (["sku:A", "canonical=sku:B"], #"["sku:A","canonical=sku:B"]"#),
        ([#"sku:",\"[]"#], #"["sku:\",\\\"[]"]"#),
        (["sku:\t\u{1F}é€😀/"], #"["sku:\u0009\u001fé€😀/"]"#),
    ])
    func `are written and read back`(_ subjects: [String], _ text: String) {
        let references = subjects.map(SubjectReference.init(text:))
        #expect(ColumnText.write(references) == Array(text.utf8))
        #expect(Array(text.utf8).withUnsafeBytes { ColumnText.subjects($0) } == references)
    }

    @Test(arguments: [
        "", "[", "]", #"["a"#, #"["a"b]"#, #"["a",]"#, "[a]", #"["a" ,"b"]"#, #"["\x"]"#,
        #"["\u00"]"#,
        #"["\u0041"]"#, #"["\"]"#, "{}", #"["a""b"]"#,
    ])
    func `are nothing else`(_ text: String) {
        #expect(Array(text.utf8).withUnsafeBytes { ColumnText.subjects($0) } == nil)
        #expect(Array(text.utf8).withUnsafeBytes { ColumnText.cause($0) } == nil)
    }

    @Test(arguments: [([], "[]"), ([1], "[1]"), ([12, 345_678], "[12,345678]")])
    func `hold causes`(_ cause: [Int], _ text: String) {
        #expect(ColumnText.write(cause) == Array(text.utf8))
        #expect(Array(text.utf8).withUnsafeBytes { ColumnText.cause($0) } == cause)
    }

    @Test(arguments: ["[-1]", "[1.5]", "[1,]", "[ 1]", "[99999999999999999999]"])
    func `hold no other numbers`(_ text: String) {
        #expect(Array(text.utf8).withUnsafeBytes { ColumnText.cause($0) } == nil)
    }
}
