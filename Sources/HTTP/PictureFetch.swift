import HTTPTypes

/// Fetches the bytes of a picture, once and within bounds.
package struct PictureFetch: Sendable {
    /// Larger ones are not kept: 32 MiB.
    package static let bytesMax = 32 << 20

    /// The bytes, and what the server says that they are.
    package struct Fetched: Sendable, Equatable {
        package let bytes: [UInt8]
        package let contentType: String
    }

    private let transport: any Transport
    private let userAgent: String
    private let rule: FetchRule

    /// - `rule`: which hosts may be asked; of a name only the name itself is judged.
    package init(transport: any Transport, userAgent: String, rule: FetchRule) {
        self.transport = transport
        self.userAgent = userAgent
        self.rule = rule
    }

    /// The picture behind a URL; redirects are not followed.
    ///
    /// - Returns: why there is none, in words for people, as a failure.
    package func picture(at url: String) async -> Result<Fetched, Failure> {
        if case .refused(let reason) = rule.verdict(url) {
            return .failure(Failure(reason: reason))
        }
        let response: Response
        do throws(TransportError) {
            response = try await transport.send(
                Request(
                    .get, url, headers: [.accept: "image/*", .userAgent: userAgent],
                    timeout: .seconds(60)))
        } catch {
            return .failure(Failure(reason: "\(error)"))
        }
        guard response.status == 200 else {
            return .failure(Failure(reason: "the server answers \(response.status)"))
        }
        let type = response.headers[.contentType] ?? ""
        guard type.lowercased().hasPrefix("image/") else {
            return .failure(Failure(reason: "it is no picture (\(ServerText.excerpt(type)))"))
        }
        guard !response.body.isEmpty, response.body.count <= Self.bytesMax else {
            return .failure(Failure(reason: "it has \(response.body.count) bytes"))
        }
        return .success(Fetched(bytes: response.body, contentType: ServerText.excerpt(type)))
    }

    /// Why there is no picture.
    package struct Failure: Error, Sendable, Equatable {
        package let reason: String
    }
}
