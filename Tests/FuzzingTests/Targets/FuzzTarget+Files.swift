import AmazonAPI
import Catalog
import Export
import Foundation
import JSON
import Mapping
import Settings

@testable import JournalStore

/// Files that people and today's scripts write.
extension FuzzTarget {
    /// Exports: what is read and written again is read the same.
    static let itemFile = FuzzTarget("item-file", seeds: { Seeds.itemFiles }) { bytes in
        guard let items = try? ItemFile.read(bytes, marketplace: .us) else { return nil }
        let document = ExportFile.document(
            scope: Scope(source: .keywords("fuzzed"), marketplaces: [.us]),
            entries: items.map {
                ExportFile.Entry(item: $0.item, raw: $0.raw, isFetchedParent: false)
            },
            marketplace: .us, date: now, isWhole: true, announced: nil)
        guard let again = try? ItemFile.read(document.bytes, marketplace: .us) else {
            return "an export cannot be read"
        }
        return again.map(\.key) == items.map(\.key) ? nil : "an export holds other items"
    }

    static let mappingFile = FuzzTarget("mapping-file", seeds: { bytes(Seeds.mappings) }) { bytes in
        _ = try? MappingFile.read(bytes)
        return nil
    }

    /// Lists of ASINs: each is one, and stands there once.
    static let asinFile = FuzzTarget("asin-file", seeds: { bytes(Seeds.asinFiles) }) { bytes in
        guard let asins = try? ASINFile.read(bytes) else { return nil }
        let isWhole =
            !asins.isEmpty && Set(asins).count == asins.count
            && asins.allSatisfy { ASIN($0.text) == $0 }
        return isWhole ? nil : "a list of ASINs holds something else"
    }

    /// Configuration files, by way of a real one.
    static let settings = FuzzTarget(
        "settings", seeds: { bytes([SampleConfiguration.text] + Seeds.configurations) }
    ) { bytes in
        let folder = FileManager.default.temporaryDirectory.path
        let name = "plysync-fuzzed-\(getpid()).yaml"
        let path = "\(folder)/\(name)"
        defer { unlink(path) }
        guard FileManager.default.createFile(atPath: path, contents: Data(bytes)) else {
            return "\(path) cannot be written"
        }
        do throws(SettingsError) {
            _ = try Configuration.load(
                file: name, directory: folder, environment: ["PLYTIX_API_KEY": "key"], now: now)
        } catch {
            return "\(error)".isEmpty ? "an error says nothing" : nil
        }
        return nil
    }

    /// Compressed bytes out of a journal; the first two bytes say how many they should be.
    static let blob = FuzzTarget(
        "blob",
        seeds: {
            Seeds.json.map { text in
                let count = text.utf8.count
                return [UInt8(count >> 8), UInt8(count & 255)] + Deflate.compress(Array(text.utf8))
            }
        }
    ) { bytes in
        guard bytes.count >= 2 else { return nil }
        let size = Int(bytes[0]) << 8 | Int(bytes[1])
        let restored = bytes.withUnsafeBytes { buffer in
            Deflate.restore(UnsafeRawBufferPointer(rebasing: buffer[2...]), size: size)
        }
        return restored.map(\.count) ?? size == size ? nil : "a blob has another size"
    }
}
