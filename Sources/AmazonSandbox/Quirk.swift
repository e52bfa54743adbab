/// Something that Amazon was seen to do, at times or perhaps still; each is off unless asked for.
///
/// Sources: `amazon-catalog-items.md` 0, 2.4 and 3.
package enum Quirk: String, Sendable, Hashable, CaseIterable {
    /// A brand name with a blank finds nothing; with `_` in the blank's place it does.
    case brandUnderscore = "brand-underscore"
    /// A single page has `"pagination": {}`, not none.
    case paginationEmpty = "pagination-empty"
    /// A single page has `"pagination": null`.
    case paginationNull = "pagination-null"
    /// No page says what comes next, although there is more.
    case paginationMissing = "pagination-missing"
    /// Paging ends after about six tenths of what there is.
    case earlyStop = "early-stop"
    /// The fourth page is refused with a 400.
    case earlyError = "early-error"
    /// The second page has no items, and what should be on it comes never.
    case emptyPage = "empty-page"
    /// Page tokens are refused five minutes after they were given.
    case pageTokensExpire = "page-tokens-expire"
    /// Pages repeat items: one in forty stands there twice, and the cap counts both.
    case duplicateHits = "duplicate-hits"
    /// Each search ranks anew, so that two searches of more than the cap see different items.
    case unstableRanking = "unstable-ranking"
    /// The announced number of a keyword search is wrong by up to two.
    case estimatedCount = "estimated-count"
    /// Keyword searches find all variation parents.
    case searchListsParents = "search-lists-parents"
    /// Keyword searches find no variation parents.
    case searchOmitsParents = "search-omits-parents"
    /// Items list pictures in a slot that is not in the documents.
    case unknownVariant = "unknown-variant"
    /// Items list a picture whose slot is null.
    case nullVariant = "null-variant"
    /// What is not known is null in summaries, not left out.
    case nullOptionals = "null-optionals"
}
