import Foundation
import Planning

/// Texts that Plytix has rules for.
extension Found {
    /// The label of an attribute, as Plytix makes them (`plytix-api.md` 7).
    func label() throws(SettingsError) -> String {
        guard !Self.isLabel(text) else { return text }
        let label = PlanningSettings.slug(text)
        throw place.error(
            "expected a label of small letters, digits and _, but found \(text.quoted)",
            hint: Self.isLabel(label) ? "Plytix would make \(label) of it." : nil)
    }

    private static func isLabel(_ text: String) -> Bool {
        (1...255).contains(text.utf8.count)
            && text.utf8.allSatisfy {
                (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F
            }
    }

    /// The address of a server, without a slash at its end: Plytix answers one with a redirect that
    /// loses the token (`plytix-api.md` 1).
    ///
    /// The path `ending` is added where it is missing; `dropped` is left out at the end, since
    /// requests bring it. No error shows the address, since people put passwords into them.
    func address(endingWith ending: String = "", without dropped: String = "")
        throws(SettingsError) -> String
    {
        guard text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }),
            let parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased(),
            ["http", "https"].contains(scheme), let host = parts.host, !host.isEmpty,
            parts.user == nil, parts.password == nil, parts.query == nil, parts.fragment == nil
        else {
            throw place.error(
                "expected an address such as https://host or http://127.0.0.1:8080, "
                    + "without password, query and fragment")
        }
        var address = text[...]
        while address.hasSuffix("/") { address.removeLast() }
        if !dropped.isEmpty, address.hasSuffix(dropped) { address.removeLast(dropped.count) }
        return address.hasSuffix(ending) ? String(address) : address + ending
    }
}
