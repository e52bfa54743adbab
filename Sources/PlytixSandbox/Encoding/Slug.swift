/// The key that Plytix makes of a name.
enum Slug {
    /// Lower case, with `_` for blanks, `-`, `.` and `:` (`plytix-api.md`, section 7).
    ///
    /// What becomes of other characters no source says: they are left out.
    static func label(of name: String) -> String {
        String(
            name.lowercased().compactMap { character -> Character? in
                switch character {
                case " ", "-", ".", ":", "_": "_"
                case "a"..."z", "0"..."9": character
                default: nil
                }
            })
    }

    /// The slug of a category: words joined by hyphens.
    static func category(of name: String) -> String {
        name.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
    }
}
