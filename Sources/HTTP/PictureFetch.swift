import HTTPTypes

/// Fetches the bytes of a picture, once and within bounds.
///
/// Each host is judged before it is asked: the one of the URL, and each one that a server points to.
/// A name is judged by all the addresses that it stands for, and one of those is connected to: what
/// the name stands for a moment later does not matter.
package struct PictureFetch: Sendable {
    /// Larger ones are not kept: 32 MiB.
    package static let bytesMax = 32 << 20
    /// More redirects are not followed.
    package static let redirectsMax = 3
    /// More addresses of one host are not tried.
    private static let addressesMax = 4

    /// The bytes, and what the server says that they are.
    package struct Fetched: Sendable, Equatable {
        package let bytes: [UInt8]
        package let contentType: String
    }

    private let transport: any Transport
    private let userAgent: String
    private let rule: FetchRule
    private let resolve: NameResolver
    private let counter: RequestCounter

    /// - `rule`: which hosts may be asked.
    /// - `counter`: counts the requests as ones to Amazon.
    /// - `resolve`: finds the addresses of a name.
    package init(
        transport: any Transport, userAgent: String, rule: FetchRule,
        counter: RequestCounter, resolve: @escaping NameResolver
    ) {
        self.transport = transport
        self.userAgent = userAgent
        self.rule = rule
        self.resolve = resolve
        self.counter = counter
    }

    /// Of Amazon's image server, which has no limits that are known.
    private static let operation = Operation(
        "getPicture", system: "amazon", bucket: "amazon:pictures", isSafe: true, isWrite: false,
        timeout: .seconds(60))

    /// The picture behind a URL.
    ///
    /// - Returns: why there is none, in words for people, as a failure.
    package func picture(at url: String) async -> Result<Fetched, Failure> {
        do throws(Failure) {
            var url = url
            for _ in 0...Self.redirectsMax {
                let response = try await answer(at: url)
                guard (300..<400).contains(response.status),
                    let location = response.headers[.location]
                else { return .success(try Self.picture(in: response)) }
                url = try Self.target(of: location, from: url)
            }
            throw Failure(reason: "it is behind more than \(Self.redirectsMax) redirects")
        } catch {
            return .failure(error)
        }
    }

    /// Why there is no picture.
    package struct Failure: Error, Sendable, Equatable {
        package let reason: String
    }

    // MARK: Asking

    private func answer(at url: String) async throws(Failure) -> Response {
        var request = Request(
            .get, url, headers: [.accept: "image/*", .userAgent: userAgent],
            timeout: Self.operation.timeout)
        var addresses: [IPAddress?] = [nil]
        switch rule.verdict(url) {
        case .refused(let reason): throw Failure(reason: reason)
        case .allowed: break
        case .resolve(let host): addresses = try await judged(host)
        }
        var unreachable = Failure(reason: "its host has no address")
        for address in addresses.prefix(Self.addressesMax) {
            request.address = address
            do throws(TransportError) {
                let response = try await transport.send(request)
                counter.count(Self.operation, status: response.status)
                return response
            } catch {
                if error.mayHaveBeenApplied { counter.count(Self.operation, status: nil) }
                unreachable = Failure(reason: "\(error)")
                guard case .unreachable = error else { throw unreachable }
            }
        }
        throw unreachable
    }

    /// The addresses of a name, all of which may be asked.
    private func judged(_ host: String) async throws(Failure) -> [IPAddress] {
        let addresses: [IPAddress]
        do throws(NameResolutionError) {
            addresses = try await resolve(host)
        } catch {
            throw Failure(reason: "\(error)")
        }
        for address in addresses {
            guard case .refused(let reason) = rule.verdict(address) else { continue }
            throw Failure(reason: "\(host) stands for \(address.text): \(reason)")
        }
        return addresses
    }

    /// Where a redirect leads: an address of its own, or a path on the same host.
    private static func target(of location: String, from url: String) throws(Failure) -> String {
        let from = RequestTarget(url)
        if location.hasPrefix("/"), !location.hasPrefix("//") {
            return "\(from.scheme)://\(from.authority)\(location)"
        }
        guard from.scheme != "https" || RequestTarget(location).scheme == "https" else {
            throw Failure(reason: "it is redirected to where the connection is not secure")
        }
        return location
    }

    private static func picture(in response: Response) throws(Failure) -> Fetched {
        guard response.status == 200 else {
            throw Failure(reason: "the server answers \(response.status)")
        }
        let type = response.headers[.contentType] ?? ""
        guard type.lowercased().hasPrefix("image/") else {
            throw Failure(reason: "it is no picture (\(ServerText.excerpt(type)))")
        }
        guard !response.body.isEmpty, response.body.count <= Self.bytesMax else {
            throw Failure(reason: "it has \(response.body.count) bytes")
        }
        return Fetched(bytes: response.body, contentType: ServerText.excerpt(type))
    }
}
