/// The section `targets`: one Plytix account each.
extension SettingsReader {
    /// Without the section there is the target `default`, from the environment.
    func targets() throws(SettingsError) -> [String: TargetAccess] {
        guard let listed = try root.sections("targets"), !listed.isEmpty else {
            let empty = try root.section("targets").section(Configuration.standardTarget)
            return [
                Configuration.standardTarget: try target(Configuration.standardTarget, of: empty)
            ]
        }
        var targets: [String: TargetAccess] = [:]
        for (name, section) in listed {
            let alias = try alias(Found(text: name, place: section.place))
            targets[alias] = try target(alias, of: section)
        }
        return targets
    }

    private func target(_ alias: String, of section: Section) throws(SettingsError) -> TargetAccess
    {
        let isStandard = alias == Configuration.standardTarget
        let keyName =
            try variableName("api_key_env", of: section)
            ?? (isStandard ? EnvironmentVariable.plytixKey.rawValue : nil)
        let passwordName =
            try variableName("api_password_env", of: section)
            ?? (isStandard ? EnvironmentVariable.plytixPassword.rawValue : nil)
        let file = try credentialsFile(of: section)
        let key = try secret("api_key", of: section, variable: keyName, file: file)
        let password = try secret("api_password", of: section, variable: passwordName, file: file)

        var access = TargetAccess()
        if let key, let password {
            access = TargetAccess(credentials: PlytixCredentials(key: key, password: password))
        } else {
            access.missing = try [
                key == nil
                    ? lacking("api_key_env", .plytixKey, of: section, isStandard: isStandard) : nil,
                password == nil
                    ? lacking(
                        "api_password_env", .plytixPassword, of: section, isStandard: isStandard)
                    : nil,
            ].compactMap(\.self)
        }
        let apiURL = try section.text("api_url")
        if let found = address(variable(.plytixURL), apiURL, isStandard: isStandard) {
            access.apiURL = try found.address(without: "/api/v1")
        }
        let authURL = try section.text("auth_url")
        if let found = address(variable(.plytixAuthURL), authURL, isStandard: isStandard) {
            access.authURL = try found.address(endingWith: "/auth/api/get-token")
        }
        return access
    }

    /// The variables speak of the standard target, and of others that name no address of their own:
    /// what one account is told must not send another's password elsewhere.
    private func address(_ variable: Found?, _ written: Found?, isStandard: Bool) -> Found? {
        isStandard ? variable ?? written : written ?? variable
    }

    /// The name of a variable; no error shows it, since people paste the secret itself.
    private func variableName(_ key: String, of section: Section) throws(SettingsError) -> String? {
        guard let found = try section.text(key) else { return nil }
        guard EnvironmentVariable.isName(found.text) else {
            throw found.place.error(
                "expected the name of an environment variable",
                hint: "Write the name here, and the value into the environment.")
        }
        return found.text
    }

    private func lacking(
        _ key: String, _ standard: EnvironmentVariable, of section: Section, isStandard: Bool
    ) throws(SettingsError) -> String {
        let isNamed = try section.text(key) != nil
        if isStandard, !isNamed { return standard.rawValue }
        let setting = "\(section.place.name).\(key)"
        return isNamed ? "the variable of \(setting)" : setting
    }
}
