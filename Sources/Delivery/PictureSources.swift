import Catalog
import Synchronization

/// Where the pictures of a run can be had from, when Plytix cannot fetch them from Amazon.
///
/// Amazon takes pictures down that an account may still show: a replay then takes them from the
/// URL that Plytix gave that account (`design.md`, Replay).
package final class PictureSources: Sendable {
    private let others: [String: String]
    private let refused = Mutex<Set<String>>([])

    /// - `others`: for the file name of an asset, a second URL to fetch it from.
    package init(others: [String: String] = [:]) { self.others = others }

    /// The upload as it is to be asked for now.
    func current(_ asset: AssetSource) -> AssetSource {
        guard let other = others[asset.file], refused.withLock({ $0.contains(asset.file) })
        else { return asset }
        return AssetSource(file: asset.file, picture: asset.picture, url: other)
    }

    /// Notes that an upload was refused; whether there is another URL that was not tried yet.
    func turnFrom(_ asset: AssetSource) -> Bool {
        guard let other = others[asset.file], other != asset.url else { return false }
        return refused.withLock { $0.insert(asset.file).inserted }
    }
}
