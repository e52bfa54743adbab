package import SandboxWorld

/// One Plytix account of the sandbox: who may come in, and what it holds at its start.
package struct AccountConfiguration: Sendable {
    /// What people call it: `default`, `fresh`.
    package var alias: String
    package var key: String
    package var password: String
    /// 24 hexadecimal digits; made from the seed and the alias when nil.
    package var accountID: String?
    package var limits: [Limit]
    /// What the key's role may do.
    package var permissions: Set<Permission>
    /// The merchant's own products at the start, with the attributes that they need.
    package var canonicals: [World.Canonical]
    /// Assets that somebody uploaded before.
    package var uploadedBefore: [UploadedFile]

    package init(
        alias: String, key: String, password: String, accountID: String? = nil,
        limits: [Limit] = Limit.paidPlan, permissions: Set<Permission> = Set(Permission.allCases),
        canonicals: [World.Canonical] = [], uploadedBefore: [UploadedFile] = []
    ) {
        self.alias = alias
        self.key = key
        self.password = password
        self.accountID = accountID
        self.limits = limits
        self.permissions = permissions
        self.canonicals = canonicals
        self.uploadedBefore = uploadedBefore
    }

    /// So many requests in each window of a fixed length.
    package struct Limit: Sendable, Hashable {
        package var requests: Int
        package var seconds: Int

        package init(requests: Int, seconds: Int) {
            self.requests = requests
            self.seconds = seconds
        }

        /// `plytix-api.md`, section 3: 50 in 10 seconds and 5,000 an hour.
        package static let paidPlan = [
            Limit(requests: 50, seconds: 10), Limit(requests: 5_000, seconds: 3_600),
        ]
    }

    /// A file in the account, and the URL that it was uploaded from.
    package struct UploadedFile: Sendable, Hashable {
        package var filename: String
        package var url: String
        package var bytes: [UInt8]

        package init(filename: String, url: String, bytes: [UInt8]) {
            self.filename = filename
            self.url = url
            self.bytes = bytes
        }
    }
}
