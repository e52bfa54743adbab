/// How an export goes on from earlier pages.
package struct ExportSettings: Sendable, Hashable {
    /// The seller in the names of systems; the tokens do not tell it.
    package var seller = "default"
    /// How old pages of an unfinished export of the same scope may be to be used again.
    package var ageMax = Duration.seconds(24 * 3600)

    package init() {}
}
