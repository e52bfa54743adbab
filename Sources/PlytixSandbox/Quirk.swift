/// A behaviour that the sources leave open, for the sandbox to show instead of the likeliest one.
///
/// The numbers are the points of `plytix-unknowns.md`.
package enum Quirk: String, Sendable, CaseIterable {
    // MARK: Assets

    /// 1: equal bytes make a duplicate, instead of an equal source URL.
    case assetDuplicateByBytes = "asset-duplicate-by-bytes"
    /// 1: an equal file name makes a duplicate.
    case assetDuplicateByName = "asset-duplicate-by-name"
    /// 1: an equal source URL together with an equal file name makes a duplicate.
    case assetDuplicateByURLAndName = "asset-duplicate-by-url-and-name"
    /// 1: nothing makes a duplicate: each upload makes an asset, as version 3 does.
    case assetDuplicateNone = "asset-duplicate-none"
    /// 2: the 409 has the id in `details.existing_asset_id`.
    case assetConflictInDetails = "asset-conflict-in-details"
    /// 2: the 409 has no errors.
    case assetConflictWithoutErrors = "asset-conflict-without-errors"
    /// 2: the 409's `asset.id` entry holds words instead of an id.
    case assetConflictInWords = "asset-conflict-in-words"
    /// 2: the 409 has the shape of version 3, the id inside its description.
    case assetConflictAsVersion3 = "asset-conflict-as-version-3"
    /// 2: the 409 may name an asset that was deleted since.
    case assetConflictWithDeleted = "asset-conflict-with-deleted"
    /// 3: a URL that cannot be fetched gives 400 instead of 422.
    case unfetchableBadRequest = "unfetchable-bad-request"
    /// 3: a URL that cannot be fetched gives 500.
    case unfetchableServerError = "unfetchable-server-error"
    /// 3: a URL that cannot be fetched gives 201 and an empty file.
    case unfetchableEmptyAsset = "unfetchable-empty-asset"
    /// 3: an upload by URL is answered before its file is fetched, without size and URLs.
    case fetchedLater = "fetched-later"
    /// 4: every upload by content fails with 500.
    case contentUploadFails = "content-upload-fails"
    /// 5: `public` in an upload is taken and shown, instead of being ignored.
    case assetPublicHonoured = "asset-public-honoured"
    /// 28: an asset cannot be deleted in its first three seconds (500).
    case assetDeleteTooSoon = "asset-delete-too-soon"
    /// 32: the URLs of assets begin with `http`, not `https`.
    case assetURLsPlain = "asset-urls-plain"

    // MARK: Links of assets

    /// 6: linking an asset that is linked already gives 201 instead of 409.
    case relinkAccepted = "relink-accepted"
    /// 6: an asset can be linked to one attribute of a product only; thumbnail aside.
    case linkOncePerProduct = "link-once-per-product"
    /// 6: unlinking an asset takes it out of the first place that shows it only.
    case unlinkFirstOnly = "unlink-first-only"
    /// 7: an unknown or unsuitable `attribute_label` gives 404 instead of 422.
    case linkLabelNotFound = "link-label-not-found"
    /// 7: the label `assets` links without an attribute.
    case linkLabelAssets = "link-label-assets"
    /// 8: a link puts the asset at the front of the gallery.
    case galleryLinkPrepends = "gallery-link-prepends"
    /// 8: a gallery is read in the order of the assets' ids.
    case galleryOrderLost = "gallery-order-lost"
    /// 8: a gallery in a PATCH adds to what is there instead of replacing it.
    case galleryPatchAppends = "gallery-patch-appends"
    /// 8: galleries in a create are ignored.
    case galleryIgnoredOnCreate = "gallery-ignored-on-create"
    /// 28: of two links to one product that are under way together the first is lost.
    case concurrentLinksLost = "concurrent-links-lost"
    /// 9: more than 300 assets or related products give 409 instead of 422.
    case overLimitConflict = "over-limit-conflict"

    // MARK: Products

    /// 10: a duplicate SKU gives 422 instead of 409.
    case duplicateSKUUnprocessable = "duplicate-sku-unprocessable"
    /// 10: SKUs that differ in case only are duplicates.
    case skuIgnoresCase = "sku-ignores-case"
    /// 10: blanks around a SKU are taken off.
    case skuTrimmed = "sku-trimmed"
    /// 10: the answer to a create shows the SKU with a blank before it.
    case skuAnsweredWithBlank = "sku-answered-with-blank"
    /// 14: a value for an attribute that is not in the product's family gives 422.
    case valuesNeedFamily = "values-need-family"
    /// 14: a value for an attribute that is not in the product's family is ignored.
    case valuesOutsideFamilyIgnored = "values-outside-family-ignored"
    /// 14: assigning a family drops the values that it has no attribute for.
    case familyChangeLosesValues = "family-change-loses-values"
    /// 14: `product_family_id` in a create or PATCH is honoured instead of ignored.
    case familyInBodyHonoured = "family-in-body-honoured"
    /// 14: a bad id in a family assignment gives 500 instead of 404.
    case familyUnknownServerError = "family-unknown-server-error"
    /// 15: a null in a create gives 422 instead of being left out.
    case nullOnCreateRefused = "null-on-create-refused"
    /// 15: an empty text gives 422 instead of being stored.
    case emptyTextRefused = "empty-text-refused"
    /// 15: an empty text clears the value.
    case emptyTextClears = "empty-text-clears"
    /// 17: numbers are read as text.
    case numbersAsText = "numbers-as-text"
    /// 18: version 1 reads dates without a time.
    case datesPlain = "dates-plain"
    /// 19: a status in another case than documented gives 422.
    case statusExact = "status-exact"
    /// 20: an unknown option is added to its dropdown instead of being refused.
    case dropdownAddsOptions = "dropdown-adds-options"
    /// 31: a PATCH that changes nothing sets `modified`.
    case modifiedOnNoOp = "modified-on-no-op"

    // MARK: Searches

    /// 5 of the reference, 13: a search without `filters` gives 422.
    case filtersRequired = "filters-required"
    /// 11: `in` and `!in` on SKUs give 422.
    case skuWithoutIn = "sku-without-in"
    /// 11: `in` on SKUs ignores case.
    case skuInIgnoresCase = "sku-in-ignores-case"
    /// 12: version 1 takes 50 columns instead of 20.
    case columnLimit50 = "column-limit-50"
    /// 12: the id and the SKU, which every row has, count as columns too.
    case columnLimitCountsAll = "column-limit-counts-all"
    /// 13: `count` is the rows of the page, `total_count` the matches.
    case countIsPage = "count-is-page"
    /// 13: neither `count` nor `total_count` is there.
    case countsOmitted = "counts-omitted"
    /// 13: `count` is not there.
    case countOmitted = "count-omitted"
    /// 13: `total_count` is not there.
    case totalCountOmitted = "total-count-omitted"
    /// 28: searches see what was written five seconds ago.
    case searchesLate = "searches-late"
    /// Reference 11: a relationship column's label stands in `relationship_label`, not `label`.
    case searchRelationshipLabel = "search-relationship-label"

    // MARK: Definitions

    /// 14: what is answered with 202 is done five seconds later.
    case acceptedLate = "accepted-late"
    /// 21: a `label` in the body of an attribute's create is honoured.
    case labelHonoured = "label-honoured"
    /// 21: a duplicate attribute gives 409 instead of 422.
    case duplicateAttributeConflict = "duplicate-attribute-conflict"
    /// 21: a name whose slug is taken gets a slug with a number instead of a 422.
    case slugSuffixed = "slug-suffixed"
    /// 21: creating an attribute gives 200 instead of 201.
    case attributeCreatedOK = "attribute-created-ok"
    /// 26: creating a relationship gives 200 instead of 201.
    case relationshipCreatedOK = "relationship-created-ok"
    /// 26: a duplicate relationship or family gives 409 instead of 422.
    case duplicateDefinitionConflict = "duplicate-definition-conflict"
    /// 26: a second relationship or family of the same name is made.
    case duplicateDefinitionAllowed = "duplicate-definition-allowed"
    /// 27: creating a category gives 201 instead of 200.
    case categoryCreated = "category-created"

    // MARK: Relations

    /// 25: the 409 about unknown related products names the first of them only.
    case unknownRelatedFirstOnly = "unknown-related-first-only"
    /// 25: the 409 about unknown related products comes after the known ones were linked.
    case unknownRelatedPartly = "unknown-related-partly"
    /// 25: a link without quantity, or with 0, is taken.
    case quantityOptional = "quantity-optional"
    /// 25: version 1's unlink takes plain ids as well as objects.
    case unlinkTakesStrings = "unlink-takes-strings"
    /// 25: version 1's unlink takes plain ids only.
    case unlinkNeedsStrings = "unlink-needs-strings"

    // MARK: Limits and tokens

    /// 22: a 429 has no `Retry-After`.
    case retryAfterAbsent = "retry-after-absent"
    /// 22: `Retry-After` has decimals.
    case retryAfterDecimal = "retry-after-decimal"
    /// 22: `Retry-After` is a date.
    case retryAfterDate = "retry-after-date"
    /// 22: a 429's body is the gateway's.
    case limitBodyGateway = "limit-body-gateway"
    /// 22: a 429's body has a message only.
    case limitBodyPlain = "limit-body-plain"
    /// 22: a 429 has no body.
    case limitBodyEmpty = "limit-body-empty"
    /// 22: a 429's body is HTML.
    case limitBodyHTML = "limit-body-html"
    /// 22: a request that one window refuses counts in the others.
    case refusalsCounted = "refusals-counted"
    /// 22: `Retry-After` is the rest of the longest window, whichever refuses.
    case retryAfterLongest = "retry-after-longest"
    /// 22: versions 1 and 2 have a counter each.
    case limitsPerVersion = "limits-per-version"
    /// 22: requests for a token count in the account's windows.
    case limitsCountTokens = "limits-count-tokens"
    /// 22: a window begins with its first request, not at a multiple of its length.
    case windowsFromFirstRequest = "windows-from-first-request"
    /// 23: account, user, role and limits stand at the top of the claims.
    case claimsFlat = "claims-flat"
    /// 23: the claims name no limits.
    case claimsWithoutLimits = "claims-without-limits"
    /// 23: the claims name neither account nor user.
    case claimsWithoutAccount = "claims-without-account"
    /// 23: the token is not a JWT.
    case tokenOpaque = "token-opaque"
    /// Reference 2: bad credentials are refused with the documented flat body.
    case authErrorFlat = "auth-error-flat"
    /// 24: a missing or expired token is refused with `{"detail": "Unauthorized"}`.
    case unauthorizedDetail = "unauthorized-detail"

    // MARK: Answers as such

    /// 29: the bodies of 403, 428 and 500 are the gateway's.
    case errorBodyGateway = "error-body-gateway"
    /// 29: 403, 428 and 500 have no body.
    case errorBodyEmpty = "error-body-empty"
    /// 29: the bodies of 403, 428 and 500 are HTML.
    case errorBodyHTML = "error-body-html"
    /// 32: answers are packed with gzip, whether or not the client takes that.
    case answersGzipped = "answers-gzipped"
}
