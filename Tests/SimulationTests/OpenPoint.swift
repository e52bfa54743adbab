import PlytixSandbox

/// A part of one of the points that the sources leave open, and what holds the engine against it.
struct OpenPoint: Sendable, CustomStringConvertible {
    /// The chapter of `plytix-unknowns.md`.
    let number: Int
    let part: String
    /// What makes the sandbox behave by the other readings.
    let switches: [Quirk]
    /// Why nothing else than one reading can meet the engine.
    let reason: String?

    init(_ number: Int, _ part: String, _ switches: [Quirk]) {
        self.number = number
        self.part = part
        self.switches = switches
        reason = nil
    }

    init(_ number: Int, _ part: String, untouchedBecause reason: String) {
        self.number = number
        self.part = part
        switches = []
        self.reason = reason
    }

    var description: String { "\(number), \(part)" }
}

extension OpenPoint {
    static let all: [OpenPoint] = assets + links + products + searches + definitions + transport

    private static let assets: [OpenPoint] = [
        OpenPoint(
            1, "what makes an upload a duplicate",
            [
                .assetDuplicateByBytes, .assetDuplicateByName, .assetDuplicateByURLAndName,
                .assetDuplicateNone,
            ]),
        OpenPoint(
            2, "the body of that conflict",
            [
                .assetConflictInDetails, .assetConflictWithoutErrors, .assetConflictInWords,
                .assetConflictAsVersion3, .assetConflictWithDeleted,
            ]),
        OpenPoint(
            3, "a file that cannot be fetched",
            [.unfetchableBadRequest, .unfetchableServerError, .unfetchableEmptyAsset]),
        OpenPoint(3, "whether the file is there when the upload is answered", [.fetchedLater]),
        OpenPoint(
            3, "a fetch that outlasts our patience",
            untouchedBecause: "it is an answer that gets lost, and every fifth is, in this suite"),
        OpenPoint(4, "uploads by content", [.contentUploadFails]),
        OpenPoint(5, "more keys in an upload", [.assetPublicHonoured]),
    ]

    private static let links: [OpenPoint] = [
        OpenPoint(
            6, "linking and unlinking again",
            [.relinkAccepted, .linkOncePerProduct, .unlinkFirstOnly]),
        OpenPoint(7, "a label that does not fit", [.linkLabelNotFound, .linkLabelAssets]),
        OpenPoint(
            8, "the order of a gallery",
            [
                .galleryLinkPrepends, .galleryOrderLost, .galleryPatchAppends,
                .galleryIgnoredOnCreate,
            ]),
        OpenPoint(9, "too many assets or related products", [.overLimitConflict]),
        OpenPoint(
            25, "the answers to links",
            [
                .unknownRelatedFirstOnly, .unknownRelatedPartly, .quantityOptional,
                .searchRelationshipLabel,
            ]),
        OpenPoint(25, "the body of an unlink", [.unlinkTakesStrings, .unlinkNeedsStrings]),
        OpenPoint(
            25, "links to itself and relations that hold both ways",
            untouchedBecause: "an ASIN is not its own parent, and only people make such relations"),
    ]

    private static let products: [OpenPoint] = [
        OpenPoint(
            10, "what a SKU is compared with",
            [.duplicateSKUUnprocessable, .skuIgnoresCase, .skuTrimmed, .skuAnsweredWithBlank]),
        OpenPoint(
            14, "families and values",
            [
                .valuesNeedFamily, .valuesOutsideFamilyIgnored, .familyChangeLosesValues,
                .familyInBodyHonoured, .familyUnknownServerError, .acceptedLate,
            ]),
        OpenPoint(
            14, "assigning a family again",
            untouchedBecause: "a family that is known to be there is not assigned"),
        OpenPoint(
            15, "null and empty values",
            [.nullOnCreateRefused, .emptyTextRefused, .emptyTextClears]),
        OpenPoint(
            16, "whether a PATCH merges",
            untouchedBecause: "the sources agree on it for version 1, which is all that we speak"),
        OpenPoint(17, "numbers", [.numbersAsText]),
        OpenPoint(
            17, "decimals that are rounded",
            untouchedBecause: "a value that differs from the one sent is drift: never written again"
        ),
        OpenPoint(18, "dates", [.datesPlain]),
        OpenPoint(19, "the case of a status", [.statusExact]),
        OpenPoint(20, "an unknown option", [.dropdownAddsOptions]),
        OpenPoint(31, "the time of a change that changes nothing", [.modifiedOnNoOp]),
    ]

    private static let searches: [OpenPoint] = [
        OpenPoint(11, "lists of SKUs", [.skuWithoutIn, .skuInIgnoresCase]),
        OpenPoint(12, "the number of columns", [.columnLimit50, .columnLimitCountsAll]),
        OpenPoint(
            13, "the counts of a page",
            [.countIsPage, .countsOmitted, .countOmitted, .totalCountOmitted, .filtersRequired]),
        OpenPoint(
            28, "when writes show",
            [.searchesLate, .acceptedLate, .assetDeleteTooSoon, .concurrentLinksLost]),
    ]

    private static let definitions: [OpenPoint] = [
        OpenPoint(
            21, "making an attribute",
            [
                .labelHonoured, .duplicateAttributeConflict, .slugSuffixed, .attributeCreatedOK,
            ]),
        OpenPoint(
            21, "labels made of other than letters, digits and lines",
            untouchedBecause: "attributes are made by names that are their own labels"),
        OpenPoint(
            26, "making a relationship",
            [
                .relationshipCreatedOK, .duplicateDefinitionConflict, .duplicateDefinitionAllowed,
            ]),
        OpenPoint(27, "making a category", [.categoryCreated]),
        OpenPoint(
            30, "version 3", untouchedBecause: "it is not spoken: version 1 does all that we need"),
    ]

    private static let transport: [OpenPoint] = [
        OpenPoint(
            22, "a refusal's headers",
            [.retryAfterAbsent, .retryAfterDecimal, .retryAfterDate, .retryAfterLongest]),
        OpenPoint(
            22, "a refusal's body",
            [.limitBodyGateway, .limitBodyPlain, .limitBodyEmpty, .limitBodyHTML]),
        OpenPoint(
            22, "what counts, and from when",
            [.limitsPerVersion, .limitsCountTokens, .windowsFromFirstRequest, .refusalsCounted]),
        OpenPoint(
            22, "a limit of the account or of the key",
            untouchedBecause: "what others use up is learned from refusals either way"),
        OpenPoint(
            23, "the claims of a token",
            [.claimsFlat, .claimsWithoutLimits, .claimsWithoutAccount, .tokenOpaque]),
        OpenPoint(24, "a refused token", [.unauthorizedDetail, .authErrorFlat]),
        OpenPoint(
            29, "the bodies of 403, 428 and 500",
            [.errorBodyGateway, .errorBodyEmpty, .errorBodyHTML]),
        OpenPoint(32, "packed answers", [.answersGzipped]),
        OpenPoint(32, "URLs without TLS", [.assetURLsPlain]),
        OpenPoint(
            32, "HTTP/2, and bodies of PUT and DELETE",
            untouchedBecause: "TLS agrees on the version, and we send no such request"),
    ]
}
