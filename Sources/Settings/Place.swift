/// Where a setting stands, by the name that the user knows it by; makes the errors about it.
struct Place: Hashable, Sendable {
    enum Origin: Hashable, Sendable {
        case file(String, line: Int?)
        case environment
        case flag
    }

    /// `plytix.gallery`, `PLYSYNC_TARGET`, `--target`; empty for a whole file.
    let name: String
    let origin: Origin

    init(_ name: String, _ origin: Origin) {
        self.name = name
        self.origin = origin
    }

    /// An error that stands here; without a hint of its own it has the general one, to change or
    /// drop the setting.
    func error(_ what: String, hint: String? = nil) -> SettingsError {
        let sentence = name.isEmpty ? what : "\(name): \(what)"
        guard case .file(let file, let line) = origin else {
            return SettingsError(what: sentence, hint: hint ?? remedy)
        }
        return SettingsError(file: file, line: line, what: sentence, hint: hint ?? remedy)
    }

    func expected(_ what: String, found: String) -> SettingsError {
        error("expected \(what), but found \(found)")
    }

    /// A word that is none of those allowed, with the one that was probably meant; `are` begins the
    /// list of the allowed, as in "Targets are".
    func unknown(_ word: String, among allowed: [String], are: String) -> SettingsError {
        let list = "\(are) \(allowed.joined(separator: ", "))."
        let meant = Spelling.nearest(to: word, among: allowed).map { "Did you mean \($0)? " } ?? ""
        return error("\(word.quoted) is not known", hint: meant + list)
    }

    private var remedy: String {
        switch origin {
        case .file: "Change the value, or remove it to have the default."
        case .environment: "Change the variable, or unset it to have the default."
        case .flag: "Change the flag, or leave it out to have the default."
        }
    }
}
