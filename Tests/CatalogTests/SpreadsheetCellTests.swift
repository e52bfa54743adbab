import Catalog
import Testing

@Suite struct `A cell of a spreadsheet` {
    @Test(arguments: [
        ("plain", "plain"), ("", ""), ("a,b", #""a,b""#), (#"say "so""#, #""say ""so""""#),
        ("a\nb", "\"a\nb\""), ("'quoted'", "'quoted'"), ("1 - 2", "1 - 2"),
        ("=1+1", #""'=1+1""#), ("+49 30", #""'+49 30""#), ("-5", #""'-5""#),
        ("@SUM(A1)", #""'@SUM(A1)""#), ("\t=1", "\"'\t=1\""), ("\r=1", "\"'\r=1\""),
        ("\r\nx", "\"'\r\nx\""), ("  =1", #""'  =1""#), ("＝1", #""'＝1""#), ("'=1", #""''=1""#),
        ("a\"\u{301},b", "\"a\"\"\u{301},b\""),
        (#"=HYPERLINK("http://x","y")"#, #""'=HYPERLINK(""http://x"",""y"")""#),
    ])
    func `runs nothing, and gives the value back`(value: String, cell: String) {
        #expect(SpreadsheetCell.text(value) == cell)
        var read = Array(cell.unicodeScalars)
        if read.first == "\"" { read = Array(read.dropFirst().dropLast()) }
        let plain = read.replacing(["\"", "\""], with: ["\""])
        #expect(SpreadsheetCell.value(String(String.UnicodeScalarView(plain))) == value)
    }
}
