// The chapters are those of the notes on the vendors beside their specifications:
// `amazon-catalog-items.md`, `plytix-api.md` and `plytix-unknowns.md`.

extension Contradiction {
    /// All of them, each with its reason; a test fails on one that nothing needs any more.
    package static let all: [Contradiction] =
        amazon + plytixStatuses + plytixBodies + plytixRequests

    private static let amazon: [Contradiction] = [
        Contradiction(
            "GET /catalog/…", .response, [400], at: "header/content-type", "undocumented",
            because: "raw brackets in the query get a page of the web server (Amazon 2.6)"),
        Contradiction(
            "GET /catalog/…", .response, [400], at: "header/x-amzn-ratelimit-limit", "missing",
            because: "that page comes from before the interface (Amazon 2.6)"),
        Contradiction(
            "GET outside of /catalog", .response, [400], at: "path", "undocumented",
            because: "an empty ASIN is one of the four patterns of Amazon's sandbox (Amazon 1.4)"),
        Contradiction(
            "GET /catalog/…", .response, [200], at: "body/…/variant", "enum",
            because: "PT09 to PT16 and others were seen in answers (Amazon 0.8, 3.9)"),
        Contradiction(
            "GET /catalog/…", .response, [200], at: "body/…/variant", "null",
            because: "a variant of null was seen in answers (Amazon 0.8)"),
        Contradiction(
            "GET /catalog/…", .response, [200], at: "body/…summaries/*/…", "null",
            because: "null in place of an absent member was seen (Amazon 3.8)"),
        Contradiction(
            "GET /catalog/2022-04-01/items", .response, [200], at: "body/pagination", "null",
            because: "null in place of an absent member was seen (Amazon 3.8)"),
    ]

    /// Plytix' document has the statuses of its saved examples only.
    private static let plytixStatuses: [Contradiction] = [
        Contradiction(
            "…/api/…", .response, [400], at: "status", "undocumented",
            because: "the answer to a body that is no JSON, of any call (Plytix 4)"),
        Contradiction(
            "…/api/…", .response, [422], at: "status", "undocumented",
            because: "the answer to values, columns and filters that do not fit (Plytix 4)"),
        Contradiction(
            "POST /api/v1/products/search", .response, [428], at: "status", "undocumented",
            because: "an ordered search of over 10,000 rows (Plytix 4, 5)"),
        Contradiction(
            "…/api/v1/products…", .response, [413], at: "status", "undocumented",
            because: "no source: a server has to bound what it reads, and HTTP names this status"),
        Contradiction(
            "GET outside of /api", .response, [405], at: "path", "undocumented",
            because: "a path that exists with another method (Plytix 4)"),
        Contradiction(
            "DELETE outside of /api", .response, [405], at: "path", "undocumented",
            because: "assets of a product cannot be unlinked all at once (Plytix 10)"),
        Contradiction(
            "GET outside of /api", .response, [301], at: "path", "undocumented",
            because: "a slash at the end leads to a redirect (Plytix 1)"),
        Contradiction(
            "POST /api/v1/products", .response, [409], at: "status", "undocumented",
            because: "a SKU that is taken (Plytix 6, unknowns 10)"),
        Contradiction(
            "PATCH /api/v1/products/{product_id}", .response, [409], at: "status", "undocumented",
            because: "more than 300 assets, by one reading (Plytix unknowns 9)"),
        Contradiction(
            "POST /api/v1/attributes/product", .response, [409], at: "status", "undocumented",
            because: "a name that is taken, by one reading (Plytix unknowns 21)"),
        Contradiction(
            "POST /api/v1/product_families", .response, [409], at: "status", "undocumented",
            because: "a name that is taken, by one reading (Plytix unknowns 26)"),
        Contradiction(
            "POST /api/v1/relationships", .response, [409], at: "status", "undocumented",
            because: "a name that is taken, by one reading (Plytix unknowns 26)"),
        Contradiction(
            "POST /api/v1/relationships", .response, [201], at: "status", "undocumented",
            because: "the call's own text says 201 (Plytix 11, unknowns 26)"),
        Contradiction(
            "POST /api/v1/categories/product", .response, [201], at: "status", "undocumented",
            because: "filed under 200, though something is created (Plytix unknowns 27)"),
        Contradiction(
            "POST /api/v1/attribute-groups/product", .response, [201], at: "status",
            "undocumented", because: "the call's own text says 201 (Plytix 7)"),
        Contradiction(
            "GET /api/v1/products/{product_id}/variants", .response, [200], at: "status",
            "undocumented", because: "filed under 201, though nothing is created (Plytix 13)"),
        Contradiction(
            "DELETE /api/v1/product_families/{product_family_id}", .response, [202],
            at: "status", "undocumented", because: "the call's own text says 202 (Plytix 8)"),
        Contradiction(
            "POST /api/v1/product_families/{product_family_id}/…", .response, [202],
            at: "status", "undocumented", because: "the calls' own texts say 202 (Plytix 8)"),
    ]

    /// Plytix' schemas were made from one saved example each.
    private static let plytixBodies: [Contradiction] = [
        Contradiction(
            "…/v1/products…", .response, [200, 201], at: "body/data/*/label", "null",
            because: "nullable where families and variants show the same product (Plytix 6)"),
        Contradiction(
            "…/v1/products…", .response, [200, 201], at: "body/data/*/thumbnail", "type",
            because: "an object where there is one; some examples had none (Plytix 6)"),
        Contradiction(
            "PATCH /api/v1/products/{product_id}", .response, [200],
            at: "body/data/*/thumbnail", "null",
            because: "null where there is none; this example had one (Plytix 6)"),
        Contradiction(
            "…/products…", .response, [422], at: "body/error/errors/*/msg", "type",
            because: "an object for a value of the wrong type (Plytix 4)"),
        Contradiction(
            "POST /api/v1/relationships", .response, [200], at: "body", "undocumented",
            because: "no answer is shown; it has the new definition (Plytix 11, unknowns 26)"),
        Contradiction(
            "POST /api/v1/attribute-groups/product/search", .response, [200], at: "body",
            "undocumented", because: "no answer is shown to a search (Plytix 7)"),
        Contradiction(
            "…/api/v1/product_families/search", .response, [200], at: "body", "undocumented",
            because: "no answer is shown to a search (Plytix 8)"),
        Contradiction(
            "GET /api/v1/product_families/…", .response, [200], at: "body", "undocumented",
            because: "no answer is shown to a read (Plytix 8)"),
        Contradiction(
            "PATCH /api/v1/product_families/{product_family_id}", .response, [200], at: "body",
            "undocumented", because: "no answer is shown (Plytix 8)"),
        Contradiction(
            "POST /api/v2/products/{product_id}/relationships/{relationship_id}", .response,
            [200], at: "body", "undocumented",
            because: "no answer is shown; a client reads data (Plytix 11, unknowns 25)"),
        Contradiction(
            "PATCH /api/v2/products/{product_id}/relationships/{relationship_id}", .response,
            [200], at: "body", "undocumented",
            because: "no answer is shown; a client reads data (Plytix 11, unknowns 25)"),
    ]

    /// What the texts of Plytix' calls name and its schemas do not.
    private static let plytixRequests: [Contradiction] = [
        Contradiction(
            "POST /api/v1/products", .request, at: "body", "undocumented",
            because: "the call's text has the body, its schema is missing (Plytix 6)"),
        Contradiction(
            "POST /api/v1/attributes/product/search", .request, at: "body", "undocumented",
            because: "the call's text has the body, its schema is missing (Plytix 5)"),
        Contradiction(
            "PATCH /api/v1/attributes/product/{product_attribute_id}", .request, at: "body",
            "undocumented", because: "the call's text has the body (Plytix 7)"),
        Contradiction(
            "POST /api/v1/products/{parent_product_id}/variants", .request,
            at: "body/variant/gtin", "undocumented",
            because: "the text takes any system attribute beside the label (Plytix 13)"),
        Contradiction(
            "…/v1/products…", .request, at: "body/…attributes/…", "undocumented",
            because: "attributes bear the names that each account gives them (Plytix 6)"),
        Contradiction(
            "PATCH /api/v1/products/{product_id}", .request, at: "body/thumbnail",
            "undocumented", because: "system attributes can be patched (Plytix 10)"),
        Contradiction(
            "POST /api/v1/attributes/product", .request, at: "body/label", "undocumented",
            because:
                "sent so that name and label agree wherever it is honoured (Plytix unknowns 21)"),
        Contradiction(
            "POST /api/v1/attributes/product", .request, at: "body/options", "undocumented",
            because: "the call's text has it for dropdowns (Plytix 7)"),
        Contradiction(
            "POST /api/v1/products/{product_id}/relationships/{relationship_id}/unlink", .request,
            at: "body/product_relationships/*", "type",
            because: "plain ids, by one reading: sent where objects are refused (unknowns 25)"),
        Contradiction(
            "POST /api/v1/…/search", .request, at: "body/pagination/page_size", "undocumented",
            because: "all searches page alike (Plytix 5)"),
        Contradiction(
            "POST /api/v1/…/search", .request, at: "body/filters/*/*/value", "type",
            because: "a list for the operators in and !in (Plytix 5)"),
    ]
}
