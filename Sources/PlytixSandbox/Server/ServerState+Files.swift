import HTTP
import HTTPTypes

extension ServerState {
    /// The file of an asset, or its thumbnail, which is the file itself; nil for other paths.
    ///
    /// The path is the one of `Assets.url`; it needs no token.
    func serveFile(_ request: Request, _ target: RequestTarget) -> Response? {
        let path = target.components
        guard path.count == 10, path[0] == "api", path[1] == "v1.1",
            path[2] == "file" || path[2] == "thumb"
        else { return nil }
        guard request.method == .get || request.method == .head else { return Response(405) }
        guard let account = accounts.first(where: { $0.accountID == path[6] }),
            let asset = account.assets[path[8]], asset.filename == path[9]
        else { return Response(404) }
        return Response(
            200, headers: [.contentType: asset.contentType],
            body: request.method == .head ? [] : asset.bytes)
    }
}
