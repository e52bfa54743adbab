package import Catalog
import HTTP
import JSON

/// Reads items from a file: an export file (the scripts' or ours, of one marketplace or several), a
/// list of raw items, a page of raw items, or JSON Lines of either.
package enum ItemFile {
    /// All items of a file, in its order.
    package static func read(
        _ bytes: [UInt8], marketplace: Marketplace
    ) throws(ItemFileError) -> [CatalogItem] {
        let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
        let whole: JSONValue
        do throws(JSONError) {
            whole = try JSONValue(parsing: bytes)
        } catch {
            guard let lines = lines(of: bytes) else { throw notJSON(error, in: bytes) }
            return try read(lines: lines, marketplace: marketplace)
        }
        return try read(whole: whole, marketplace: marketplace)
    }

    private static func read(
        whole: JSONValue, marketplace: Marketplace
    ) throws(ItemFileError) -> [CatalogItem] {
        if let exports = whole["exports"].array {
            guard exports.contains(where: { !$0["variants"].elements.isEmpty }) else {
                throw .noItems
            }
            // That of this marketplace may be empty: nothing was found there.
            let own = try export(of: marketplace, in: exports)
            return try items(own["variants"].elements, marketplace: marketplace)
        }
        if !whole["metadata"]["marketplace_id"].isNull {
            _ = try export(of: marketplace, in: [whole])
        }
        let entries: [JSONValue]
        switch whole {
        case .array(let elements): entries = elements
        case .object(let object):
            if let list = object["variants"]?.array ?? object["items"]?.array {
                entries = list
            } else if object["asin"] != nil || object["amazon_asin"] != nil {
                entries = [whole]
            } else {
                throw .noItems
            }
        default: throw .noItems
        }
        guard !entries.isEmpty else { throw .noItems }
        return try items(entries, marketplace: marketplace)
    }

    /// The export of a marketplace among those of a file.
    private static func export(
        of marketplace: Marketplace, in exports: [JSONValue]
    ) throws(ItemFileError) -> JSONValue {
        let ids = exports.map { $0["metadata"]["marketplace_id"].plainText ?? "" }
        guard let index = ids.firstIndex(of: marketplace.id) else {
            let codes = ids.map {
                Marketplace(id: $0)?.code ?? ServerText.excerpt($0, charactersMax: 40)
            }
            throw .otherMarketplace(found: codes.joined(separator: ", "), wanted: marketplace)
        }
        return exports[index]
    }

    private static func items(
        _ entries: [JSONValue], marketplace: Marketplace
    ) throws(ItemFileError) -> [CatalogItem] {
        var items: [CatalogItem] = []
        for (index, entry) in entries.enumerated() {
            do throws(ItemError) {
                items.append(try item(entry, marketplace: marketplace))
            } catch {
                throw .badItem(index: index, line: nil, error)
            }
        }
        return items
    }

    private static func read(
        lines: [(number: Int, bytes: ArraySlice<UInt8>)], marketplace: Marketplace
    ) throws(ItemFileError) -> [CatalogItem] {
        var items: [CatalogItem] = []
        for (index, line) in lines.enumerated() {
            let value: JSONValue
            do throws(JSONError) {
                value = try JSONValue(parsing: Array(line.bytes))
            } catch {
                throw .notJSON(line: line.number, reason: error.description)
            }
            do throws(ItemError) {
                items.append(try item(value, marketplace: marketplace))
            } catch {
                throw .badItem(index: index, line: line.number, error)
            }
        }
        return items
    }

    /// A record or a raw item, by the key of its ASIN.
    private static func item(
        _ json: JSONValue, marketplace: Marketplace
    ) throws(ItemError) -> CatalogItem {
        json.object?["amazon_asin"] != nil
            ? try CatalogItem(exportRecord: json, marketplace: marketplace)
            : try CatalogItem(json, marketplace: marketplace)
    }

    /// The lines that are not blank, with their numbers from 1; nil unless the first one is JSON by
    /// itself, and so the file JSON Lines.
    private static func lines(
        of bytes: [UInt8]
    ) -> [(number: Int, bytes: ArraySlice<UInt8>)]? {
        let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
            .map { (number: $0.offset + 1, bytes: $0.element) }
            .filter { line in !line.bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D } }
        guard lines.count > 1, let first = lines.first,
            (try? JSONValue(parsing: Array(first.bytes)))?.object != nil
        else { return nil }
        return lines
    }

    private static func notJSON(_ error: JSONError, in bytes: [UInt8]) -> ItemFileError {
        let offset =
            switch error {
            case .malformed(let offset, _), .unexpected(let offset, _), .tooDeep(let offset): offset
            case .missing, .invalid: 0
            }
        let line = 1 + bytes.prefix(offset).count { $0 == 0x0A }
        return .notJSON(line: line, reason: error.description)
    }
}

/// Why a file gives no items; the file's name is known to the caller.
package enum ItemFileError: Error, Sendable, Equatable {
    /// The text is no JSON; lines count from 1.
    case notJSON(line: Int, reason: String)
    /// It is JSON, but holds none of the forms, or no item.
    case noItems
    /// An entry is no item; `index` counts from 0, `line` is known in JSON Lines.
    case badItem(index: Int, line: Int?, ItemError)
    /// The file says that it is about other marketplaces: their letters, or an id that is unknown.
    case otherMarketplace(found: String, wanted: Marketplace)
}

extension ItemFileError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .notJSON(let line, let reason): "line \(line): \(reason)"
        case .noItems:
            "there are no items in it: an export file with \"variants\", a list of items, or one "
                + "item a line is wanted"
        case .badItem(let index, let line, let error):
            (line.map { "line \($0)" } ?? "entry \(index + 1)") + ": \(error)"
        case .otherMarketplace(let found, let wanted):
            "it is about marketplace \(found), not \(wanted.code): "
                + "name it by --marketplace"
        }
    }
}
