/// Which addresses of files, written by somebody else, this program may fetch itself.
///
/// A catalogue is not ours: a picture's URL must not make this machine ask its own network, or the
/// service that hands out a cloud machine's credentials.
package struct FetchRule: Sendable, Hashable {
    /// For the sandbox, whose pictures are on this machine.
    package let allowsThisMachine: Bool

    package init(allowsThisMachine: Bool = false) { self.allowsThisMachine = allowsThisMachine }

    package enum Verdict: Sendable, Hashable {
        case allowed
        /// The host is a name: the addresses that it stands for have to be judged, and one of those
        /// that were allowed has to be the one that is connected to.
        case resolve(host: String)
        case refused(reason: String)
    }

    /// Whether a URL leads to this machine, as those of the sandbox do.
    package static func isThisMachine(_ url: String) -> Bool {
        FetchRule(allowsThisMachine: true).verdict(url) == .allowed
            && FetchRule().verdict(url) != .allowed
    }

    /// What the URL itself tells.
    package func verdict(_ url: String) -> Verdict {
        let target = RequestTarget(url)
        guard target.scheme == "http" || target.scheme == "https" else {
            return .refused(reason: "it is neither http nor https")
        }
        guard !target.authority.contains(where: { $0 == "@" || $0 == "\\" || $0 == "%" }) else {
            return .refused(reason: "it has more than a host and a port before its path")
        }
        guard let host = Self.host(target.authority) else {
            return .refused(reason: "it names no host")
        }
        if let address = IPAddress(host) { return verdict(address) }
        let name = host.hasSuffix(".") ? String(host.dropLast()) : host
        // The last label of a name is never a number (RFC 3696): the system would read
        // `0x7f.1` and `2130706433` as addresses.
        guard name.contains("."), let last = name.split(separator: ".").last,
            last.first.map({ $0.isASCII && $0.isLetter }) == true
        else {
            guard allowsThisMachine, name == "localhost" else {
                return .refused(reason: "\(host) is no name on the internet")
            }
            return .allowed
        }
        let local = [".localhost", ".local", ".internal", ".lan", ".home.arpa", ".onion"]
        guard !local.contains(where: name.hasSuffix) else {
            return .refused(reason: "\(host) is no name on the internet")
        }
        return .resolve(host: name)
    }

    /// What holds for an address, given or found for a name.
    package func verdict(_ address: IPAddress) -> Verdict {
        let isThisMachine =
            address.bytes == [127, 0, 0, 1]
            || address.bytes == [UInt8](repeating: 0, count: 15) + [1]
        guard address.isPublic || allowsThisMachine && isThisMachine else {
            return .refused(reason: "its address is not on the public internet")
        }
        return .allowed
    }

    /// Without its port and brackets, in lower case; nil where there is none.
    private static func host(_ authority: String) -> String? {
        if authority.hasPrefix("[") {
            guard let end = authority.firstIndex(of: "]") else { return nil }
            let inner = authority[authority.index(after: authority.startIndex)..<end]
            return inner.contains(":") ? inner.lowercased() : nil
        }
        let parts = authority.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count <= 2, let host = parts.first, !host.isEmpty else { return nil }
        return host.lowercased()
    }
}
