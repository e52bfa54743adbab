/// Where the bytes of pictures may be fetched from: what a catalogue names must not make us look
/// into the network that we stand in.
package enum PictureAddress {
    /// Why a URL is not fetched; nil when it may be.
    ///
    /// Looks at the URL alone, and not at what its name leads to.
    ///
    /// - `allowsPrivate`: for the sandbox, which is on this machine.
    package static func refusal(of url: String, allowsPrivate: Bool) -> String? {
        let target = RequestTarget(url)
        guard target.scheme == "https" || target.scheme == "http" else {
            return "it is no http or https URL"
        }
        guard !target.authority.isEmpty, !target.authority.contains("@") else {
            return "it names no host, or a user"
        }
        if allowsPrivate || isPublic(target.authority) { return nil }
        return "\(ServerText.excerpt(target.authority)) is no public host"
    }

    /// Whether a URL leads to this machine by its name alone, as those of the sandbox do.
    package static func isLocal(_ url: String) -> Bool {
        let host = host(of: RequestTarget(url).authority)
        return host == "localhost" || numbers(host)?.first == 127
    }

    private static func isPublic(_ authority: String) -> Bool {
        let host = host(of: authority)
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        // Addresses of version 6 stand in brackets; no catalogue names a host so.
        guard labels.count > 1, !host.contains("["), let last = labels.last, !last.isEmpty else {
            return false
        }
        if let numbers = numbers(host) { return isPublic(numbers) }
        // A last label that is a number is another way to write an address.
        guard last.first?.isNumber == false else { return false }
        return !["local", "localhost", "internal", "lan", "home", "arpa"].contains(last)
    }

    /// The ranges that are nobody's on the public network (RFC 6890).
    private static func isPublic(_ numbers: [UInt8]) -> Bool {
        switch (numbers[0], numbers[1]) {
        case (0, _), (10, _), (127, _), (169, 254), (172, 16...31), (192, 168), (192, 0),
            (100, 64...127), (198, 18...19), (224..., _):
            false
        default: true
        }
    }

    private static func host(of authority: String) -> String {
        var host = authority.lowercased()
        if !host.hasPrefix("["), let colon = host.lastIndex(of: ":") {
            host = String(host[..<colon])
        }
        return host.hasSuffix(".") ? String(host.dropLast()) : host
    }

    /// The four numbers of an address of version 4 in its usual form; nil for anything else.
    private static func numbers(_ host: String) -> [UInt8]? {
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { part -> UInt8? in
            guard let number = UInt8(part), String(number) == part else { return nil }
            return number
        }
        return parts.count == 4 && numbers.count == 4 ? numbers : nil
    }
}
