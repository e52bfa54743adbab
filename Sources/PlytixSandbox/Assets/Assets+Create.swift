import Catalog
import HTTP
import JSON

extension Assets {
    /// The URL that an upload must fetch first; nil when it needs none, or is refused anyway.
    static func urlToFetch(_ call: Call, _ account: Account) -> String? {
        guard let url = call.body["url"]?.string, isFetchable(url),
            conflict(url: url, name: name(call, url), in: account, call) == nil
        else { return nil }
        return url
    }

    /// `POST /assets`: by URL, or by content with a file name.
    static func create(_ call: Call, in account: inout Account) throws(Refusal) -> Answer {
        if let url = call.body["url"], !url.isNull {
            guard let url = url.string, isFetchable(url) else {
                throw .schema("url", "Not a valid URL.")
            }
            return try create(from: url, call, in: &account)
        }
        guard let content = call.body["content"], !content.isNull else { throw .missing("url") }
        return try create(withContent: content, call, in: &account)
    }

    private static func create(
        from url: String, _ call: Call, in account: inout Account
    ) throws(Refusal) -> Answer {
        let name = name(call, url)
        if let id = conflict(url: url, name: name, in: account, call) {
            throw alreadyExists(id, call)
        }
        switch call.file {
        case .file(let bytes, let contentType):
            let later = call.has(.fetchedLater)
            return try store(
                bytes, contentType: plain(contentType), name: name, from: url,
                isFetchedLater: later,
                call, in: &account)
        case .status, .unreachable, nil: return try unfetchable(name, from: url, call, in: &account)
        }
    }

    private static func create(
        withContent content: JSONValue, _ call: Call, in account: inout Account
    ) throws(Refusal) -> Answer {
        guard let name = call.body["filename"]?.string, !name.isEmpty else {
            throw .schema(
                "filename", "filename field is mandatory when uploading from content")
        }
        if call.has(.contentUploadFails) { throw .internalError }
        guard let bytes = content.string.flatMap(Base64.decode) else {
            throw .schema("content", "Not valid base64.")
        }
        if let id = conflict(url: nil, name: name, in: account, call) {
            throw alreadyExists(id, call)
        }
        let type = FileType.contentType(ofExtension: FileType.fileExtension(of: name))
        return try store(bytes, contentType: type, name: name, from: nil, call, in: &account)
    }

    private static func store(
        _ bytes: [UInt8], contentType: String, name: String, from url: String?,
        isFetchedLater: Bool = false, _ call: Call, in account: inout Account
    ) throws(Refusal) -> Answer {
        if call.has(.assetDuplicateByBytes),
            let twin = account.assets.all.first(where: { $0.bytes == bytes })
        {
            throw alreadyExists(twin.id, call)
        }
        var asset = Asset(
            id: account.identifiers.next(), filename: name, contentType: contentType,
            bytes: isFetchedLater ? [] : bytes, sourceURL: url, created: call.now,
            modified: call.now, fileModified: call.now)
        if call.has(.assetPublicHonoured) { asset.isPublic = call.body["public"]?.bool }
        account.assets.insert(asset, at: call.now)
        let answer = Answer.data(201, [full(asset, uses: [:], in: account, call)])
        if isFetchedLater {
            account.accept(
                .replaceContent(assetID: asset.id, bytes: bytes, contentType: contentType), call)
        }
        return answer
    }

    /// What a URL gives that is not there, no source says (`plytix-unknowns.md`, 3).
    private static func unfetchable(
        _ name: String, from url: String, _ call: Call, in account: inout Account
    ) throws(Refusal) -> Answer {
        if call.has(.unfetchableEmptyAsset) || call.has(.fetchedLater) {
            let type = FileType.contentType(ofExtension: FileType.fileExtension(of: name))
            return try store([], contentType: type, name: name, from: url, call, in: &account)
        }
        if call.has(.unfetchableServerError) { throw .internalError }
        throw Refusal(
            call.has(.unfetchableBadRequest) ? 400 : 422, "Schema validation error",
            [Refusal.entry("url", "url is not accessible")])
    }

    // MARK: Duplicates

    /// The asset that an upload duplicates by its URL or name; bytes are compared later.
    private static func conflict(
        url: String?, name: String, in account: Account, _ call: Call
    ) -> String? {
        if call.has(.assetDuplicateNone) || call.has(.assetDuplicateByBytes) { return nil }
        if call.has(.assetDuplicateByName) {
            return account.assets.withKey(name).first { $0.filename == name }?.id
        }
        guard let url else { return nil }
        let twin = account.assets.withOrigin(url).first { asset in
            !call.has(.assetDuplicateByURLAndName) || asset.filename == name
        }
        if let twin { return twin.id }
        return call.has(.assetConflictWithDeleted) ? account.deletedAssets[url] : nil
    }

    /// The 409 with the id of the existing asset, in the forms of `plytix-unknowns.md`, 2.
    private static func alreadyExists(_ id: String, _ call: Call) -> Refusal {
        let message = "Asset already exists"
        if call.has(.assetConflictInDetails) {
            return Refusal(
                409,
                body: [
                    "error": ["msg": .string(message)],
                    "details": ["existing_asset_id": .string(id)],
                ])
        }
        if call.has(.assetConflictWithoutErrors) {
            return Refusal(409, body: ["error": ["errors": [], "msg": .string(message)]])
        }
        if call.has(.assetConflictInWords) {
            return Refusal(409, message, [Refusal.entry("asset.id", "already exists")])
        }
        if call.has(.assetConflictAsVersion3) {
            return Refusal(
                409,
                body: [
                    "data": [],
                    "errors": [
                        [
                            "name": "AlreadyExists",
                            "description": .string("Asset \(id) already exists"),
                        ]
                    ],
                ])
        }
        return Refusal(409, message, [Refusal.entry("asset.id", .string(id))])
    }

    // MARK: Names

    private static func isFetchable(_ url: String) -> Bool {
        let target = RequestTarget(url)
        return ["http", "https"].contains(target.scheme) && !target.authority.isEmpty
    }

    /// The name that was sent, else the last part of the URL's path.
    private static func name(_ call: Call, _ url: String) -> String {
        if let name = call.body["filename"]?.string, !name.isEmpty { return name }
        let last = RequestTarget(url).components.last { !$0.isEmpty }
        return last ?? "file"
    }

    /// A content type without its parameters.
    private static func plain(_ contentType: String) -> String {
        contentType.split(separator: ";").first.map { $0.lowercased() }
            ?? "application/octet-stream"
    }
}
