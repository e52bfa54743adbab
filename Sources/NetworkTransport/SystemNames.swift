package import HTTP
import NIOPosix

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The system's own knowledge of names: its hosts file and its name servers.
package enum SystemNames {
    /// The addresses of a host that this machine could reach, best first; it waits in a thread of
    /// its own.
    package static let resolve: NameResolver = { host async throws(NameResolutionError) in
        do {
            return try await NIOThreadPool.singleton.runIfActive { try lookUp(host) }
        } catch let error as NameResolutionError {
            throw error
        } catch {
            throw NameResolutionError(host: host, reason: "the program is stopping")
        }
    }

    private static func lookUp(_ host: String) throws(NameResolutionError) -> [IPAddress] {
        var wanted = addrinfo()
        wanted.ai_family = AF_UNSPEC
        wanted.ai_socktype = streamType
        // Only families that this machine has an address of itself.
        wanted.ai_flags = AI_ADDRCONFIG
        var found: UnsafeMutablePointer<addrinfo>?
        let code = getaddrinfo(host, nil, &wanted, &found)
        defer { if let found { freeaddrinfo(found) } }
        guard code == 0 else {
            let reason = gai_strerror(code).map { String(cString: $0) } ?? "error \(code)"
            throw NameResolutionError(host: host, reason: reason)
        }
        var addresses: [IPAddress] = []
        var next = found
        while let entry = next?.pointee {
            if let address = address(in: entry), !addresses.contains(address) {
                addresses.append(address)
            }
            next = entry.ai_next
        }
        return addresses
    }

    private static func address(in entry: addrinfo) -> IPAddress? {
        guard let socket = UnsafeRawPointer(entry.ai_addr) else { return nil }
        switch entry.ai_family {
        case AF_INET:
            let found = socket.loadUnaligned(as: sockaddr_in.self)
            return withUnsafeBytes(of: found.sin_addr) { IPAddress(bytes: Array($0)) }
        case AF_INET6:
            let found = socket.loadUnaligned(as: sockaddr_in6.self)
            return withUnsafeBytes(of: found.sin6_addr) { IPAddress(bytes: Array($0)) }
        default: return nil
        }
    }

    #if canImport(Glibc)
    private static let streamType = Int32(SOCK_STREAM.rawValue)
    #else
    private static let streamType = SOCK_STREAM
    #endif
}
