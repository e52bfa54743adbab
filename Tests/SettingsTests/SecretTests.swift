import Foundation
import JSON
import Testing

@testable import Settings

struct SecretTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private static let hidden = "hunter2-hunter2"

    @Test func `no description, dump or reflection shows a secret`() {
        let secret = Secret(Self.hidden)
        var dumped = ""
        dump(PlytixCredentials(key: secret, password: secret), to: &dumped)
        let shown = [
            "\(secret)", String(reflecting: secret), String(describing: [secret]),
            "\(PlytixCredentials(key: secret, password: secret))", "\(Optional(secret) as Any)",
            dumped, "\(Array(Mirror(reflecting: secret).children))",
        ]
        #expect(shown.filter { $0.contains("hunter2") } == [])
        #expect(secret.reveal() == Self.hidden)
    }

    @Test func `neither the configuration nor its effective form shows a secret`() throws {
        try folder.write(
            """
            amazon: {credentials_file: amazon.env}
            targets:
              default: {}
              fresh: {credentials_file: fresh.yaml}
              other: {api_key: \(Self.hidden)-1, api_password: \(Self.hidden)-2}
            """, to: "plysync.yaml", mode: 0o600)
        try folder.write(
            """
            # as shells read it
            SP_API_REFRESH_TOKEN="\(Self.hidden)-3"
            export LWA_APP_ID=\(Self.hidden)-4

            LWA_CLIENT_SECRET='\(Self.hidden)-5'
            SOMETHING_ELSE=x
            """, to: "amazon.env", mode: 0o600)
        try folder.write(
            "api_key: \(Self.hidden)-6\napi_password: \(Self.hidden)-7\nname: x", to: "fresh.yaml",
            mode: 0o400)
        let loaded = try folder.load(environment: [
            "PLYTIX_API_KEY": "\(Self.hidden)-8", "PLYTIX_API_PASSWORD": "\(Self.hidden)-9",
        ])
        var dumped = ""
        dump(loaded, to: &dumped)
        #expect(!dumped.contains("hunter2"))
        #expect(!"\(loaded)".contains("hunter2"))
        #expect(!loaded.effective().text.contains("hunter2"))
        #expect(loaded.effective()["targets"]["other"]["credentials"] == true)
        #expect(
            loaded.secrets.map { String($0.reveal().dropFirst(Self.hidden.count)) }
                == ["-3", "-4", "-5", "-8", "-9", "-6", "-7", "-1", "-2"])
    }

    @Test(arguments: [0o644, 0o640, 0o604, 0o620, 0o660, 0o666])
    func `a secret in a file that others may use is refused`(mode: Int) throws {
        let bits = String(mode, radix: 8)
        #expect(
            try folder.complaint(
                about: "journal: a\ntargets: {default: {api_password: \(Self.hidden)}}", mode: mode,
                environment: ["PLYTIX_API_PASSWORD": "x"])
                    == """
                    plysync.yaml:2: targets.default.api_password: others than its owner may use this \
                    file, which holds a secret (its mode is \(bits)). Run: chmod 600 <folder>/plysync.yaml
                    """)
        try folder.write("api_key: a\napi_password: b", to: "the keys", mode: mode)
        #expect(
            try folder.complaint(about: "targets: {default: {credentials_file: the keys}}")
                == """
                <folder>/the keys: others than its owner may use this file, which holds a secret \
                (its mode is \(bits)). Run: chmod 600 '<folder>/the keys'
                """)
    }

    @Test(arguments: [
        ("a: [hunter2", ""),
        ("api_key: \"hunter2", ""),
        ("api_key: hunter2: hunter2", ""),
        ("hunter2", "<folder>/keys:1: expected settings, each as name: value, but found "),
        ("A=b\nhunter2", "<folder>/keys:2: expected NAME=value. "),
        (
            "api_key: k\napi_pasword: hunter2",
            "<folder>/keys: api_password is missing. Is it meant by api_pasword?"
        ),
        (
            "api_key: k\napi_password: hunter2 hunter2",
            "<folder>/keys:2: api_password: expected a secret "
        ),
        (
            "api_key: k\napi_password: {hunter2: x}",
            "<folder>/keys: api_password is missing. Add it to the file."
        ),
        ("PLYTIX_API_KEY=k", "<folder>/keys: api_password is missing. "),
    ])
    func `no error about a file of secrets shows one`(text: String, says: String) throws {
        try folder.write(text, to: "keys", mode: 0o600)
        let complaint = try folder.complaint(about: "targets: {default: {credentials_file: keys}}")
        #expect(complaint.hasPrefix(says) && complaint != "loaded", "\(complaint)")
        #expect(!complaint.contains("hunter2"))
    }

    @Test(arguments: [
        "targets: {default: {api_key_env: \"hunter2!\"}}",
        "targets: {default: {api_key: [hunter2]}}",
        "targets: {default: {api_url: \"https://me:hunter2@host\"}}",
        "amazon: {api_url: \"https://host/?token=hunter2\"}",
        "amazon: {client_secret: \"hunter2\\thunter2\"}",
        "amazon:\n  client_secret: hunter2: x",
    ])
    func `no error about the configuration file shows a secret`(yaml: String) throws {
        let complaint = try folder.complaint(about: yaml, mode: 0o600)
        #expect(complaint != "loaded")
        #expect(!complaint.contains("hunter2"))
    }

    @Test func `what lacks of credentials is said when they are needed`() throws {
        try folder.write(
            """
            targets:
              default: {}
              fresh: {api_key_env: hunter2, api_password_env: FRESH_PASSWORD}
              bare: {}
            """, to: "plysync.yaml")
        let loaded = try folder.load(environment: [
            "FRESH_PASSWORD": "x", "LWA_APP_ID": "x", "PLYTIX_API_KEY": "x",
        ])
        let said =
            loaded.targets.sorted { $0.key < $1.key }.map { alias, target in
                Self.complaint { () throws(SettingsError) in
                    _ = try target.requireCredentials(of: alias)
                }
            } + [
                Self.complaint { () throws(SettingsError) in
                    _ = try loaded.amazon.requireCredentials()
                }
            ]
        #expect(
            said == [
                """
                the credentials of the target bare are incomplete: targets.bare.api_key_env and \
                targets.bare.api_password_env are not set. Set what is missing in the environment, \
                or in a file that only you may read and that targets.bare.credentials_file names.
                """,
                """
                the credentials of the target default are incomplete: PLYTIX_API_PASSWORD is not \
                set. Set what is missing in the environment, or in a file that only you may read \
                and that targets.default.credentials_file names.
                """,
                """
                the credentials of the target fresh are incomplete: the variable of \
                targets.fresh.api_key_env is not set. Set what is missing in the environment, or \
                in a file that only you may read and that targets.fresh.credentials_file names.
                """,
                """
                Amazon's credentials are incomplete: SP_API_REFRESH_TOKEN and LWA_CLIENT_SECRET \
                are not set. Set what is missing in the environment, or in a file that only you \
                may read and that amazon.credentials_file names.
                """,
            ])
    }

    private static func complaint(_ action: () throws(SettingsError) -> Void) -> String {
        do {
            try action()
            return "nothing"
        } catch { return error.description }
    }
}
