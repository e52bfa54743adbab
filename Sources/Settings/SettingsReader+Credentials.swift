/// Secrets, from the first place that has them: the environment, the file itself, the file that it
/// names.
extension SettingsReader {
    /// The file that the section's `credentials_file` names.
    func credentialsFile(of section: Section) throws(SettingsError) -> CredentialsFile? {
        guard let found = try section.text("credentials_file") else { return nil }
        return try CredentialsFile(at: path(found))
    }

    /// One secret; nil when it is nowhere, and no file was named that should have it.
    func secret(
        _ key: String, of section: Section, variable name: String?, file: CredentialsFile?
    ) throws(SettingsError) -> Secret? {
        let written = try section.text(key)
        // Also where the environment wins: the file tells the secret all the same.
        if let written { try self.file?.refuseUnlessPrivate(written.place) }
        if let found = name.flatMap(variable) ?? written { return try found.secret() }
        return try file?.secret(key, variable: name)
    }
}
