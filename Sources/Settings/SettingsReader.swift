/// All that settings are read from; each extension reads one part.
struct SettingsReader {
    /// Nil when there is no configuration file.
    let file: SettingsFile?
    let root: Section
    let overrides: Overrides
    /// From where relative paths go: the file's folder, else the working directory.
    let folder: String
    let environment: [String: String]
    let ledger = KeyLedger()

    init(
        file: String?, directory: String, environment: [String: String], overrides: Overrides
    ) throws(SettingsError) {
        let name = file ?? Configuration.standardFile
        let path = FilePath.resolve(name, from: directory, home: environment["HOME"])
        let read = try SettingsFile(at: path, name: name)
        // Only a file that was asked for must be there.
        guard read != nil || file == nil else {
            throw SettingsError(
                file: name, what: "there is no such file",
                hint: "Name another with --config, or let plysync init write one.")
        }
        self.file = read
        root = try Section(
            read.flatMap { read throws(SettingsError) in
                try YAMLDocument.root(of: read.text, file: name)
            }, at: Place("", .file(name, line: nil)), ledger: ledger)
        folder = read == nil ? directory : FilePath.folder(of: path)
        self.overrides = overrides
        self.environment = environment
    }

    /// The value of a variable; nil when it is not set, or empty.
    func variable(_ name: String) -> Found? {
        guard let text = environment[name], !text.isEmpty else { return nil }
        return Found(text: text, place: Place(name, .environment))
    }

    func variable(_ variable: EnvironmentVariable) -> Found? { self.variable(variable.rawValue) }

    /// What a flag says; nil when it was not given.
    func flag(_ name: String, _ text: String?) -> Found? {
        text.map { Found(text: $0, place: Place(name, .flag)) }
    }

    /// A path as the user wrote it, made whole.
    func path(_ found: Found) throws(SettingsError) -> String {
        let text = try found.plainText(charactersMax: 4096)
        return FilePath.resolve(text, from: folder, home: environment["HOME"])
    }
}
