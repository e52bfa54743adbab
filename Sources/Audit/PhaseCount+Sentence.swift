// What became of a phase, for people.

package import Events
import Catalog

extension PhaseCount {
    /// `images 38 of 39 (1 accepted)`: what a person took as it is was not done.
    package var sentence: String {
        "\(phase.rawValue) \(done) of \(expected)" + (accepted > 0 ? " (\(accepted) accepted)" : "")
    }
}
