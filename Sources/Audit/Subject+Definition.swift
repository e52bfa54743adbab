// Which subjects are definitions of an account.

package import Catalog

extension Subject {
    /// An attribute, a family or a relation: what products need before they can be written.
    package var isDefinition: Bool { ["attribute", "family", "relation"].contains(kind) }
}
