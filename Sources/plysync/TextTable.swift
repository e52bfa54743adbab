/// Columns of text, as wide as they need to be.
struct TextTable {
    private var rows: [[String]] = []
    /// Columns that stand at the right: numbers.
    private let right: Set<Int>

    init(right: Set<Int> = []) { self.right = right }

    mutating func add(_ cells: [String]) { rows.append(cells.map(printable)) }

    /// The rows, without blanks at their ends.
    var lines: [String] {
        let count = rows.map(\.count).max() ?? 0
        let widths = (0..<count).map { column in
            rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
        }
        return rows.map { row in
            let cells = row.enumerated().map { column, cell in
                let blanks = String(repeating: " ", count: widths[column] - cell.count)
                return right.contains(column) ? blanks + cell : cell + blanks
            }
            let line = cells.joined(separator: "  ")
            return String(line.reversed().drop { $0 == " " }.reversed())
        }
    }
}
