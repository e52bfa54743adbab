import HTTPTypes

/// The operations on products of versions 1 and 2 (`plytix-api.md`, section 6).
enum Products {
    static let assetsMax = 300
    static let relatedMax = 300
    static let statuses = ["Draft", "Completed", "Archived"]

    static let routes: [Route] =
        [APIVersion.v1, .v2].flatMap { version in
            [
                Route(.post, version, "products", "createProduct", .products, create),
                Route(
                    .post, version, "products/search", "searchProducts", .read,
                    search),
                Route(.get, version, "products/:product", "getProduct", .read, get),
                Route(.patch, version, "products/:product", "updateProduct", .products, update),
                Route(.delete, version, "products/:product", "deleteProduct", .products, delete),
                Route(
                    .post, version, "products/:product/family", "assignFamily", .products,
                    assignFamily),
                Route(
                    .post, version, "products/:product/variants", "createVariant", .products,
                    createVariant),
                Route(
                    .post, version, "products/:product/variant/:variant", "linkVariant", .products,
                    body: .ignored, linkVariant),
                Route(
                    .delete, version, "products/:product/variant/:variant", "unlinkVariant",
                    .products,
                    unlinkVariant),
            ]
        } + [Route(.get, .v1, "products/:product/variants", "getVariants", .read, getVariants)]

    /// What hangs on a product: assets, categories, related products.
    static let linkRoutes: [Route] =
        [APIVersion.v1, .v2].flatMap { version in
            [
                Route(
                    .post, version, "products/:product/assets", "linkAsset", .products, linkAsset),
                Route(
                    .get, version, "products/:product/assets", "getProductAssets", .read, getAssets),
                Route(
                    .delete, version, "products/:product/assets/:asset", "unlinkAsset", .products,
                    unlinkAsset),
                Route(
                    .post, version, "products/:product/categories", "linkCategory", .products,
                    linkCategory),
                Route(
                    .get, version, "products/:product/categories", "getProductCategories", .read,
                    getCategories),
                Route(
                    .delete, version, "products/:product/categories/:category", "unlinkCategory",
                    .products, unlinkCategory),
                Route(
                    .post, version, "products/:product/relationships/:relationship",
                    "linkProducts", .products, linkProducts),
            ]
        } + [
            Route(
                .get, .v1, "products/:product/assets/:asset", "getProductAsset", .read, getAsset),
            Route(
                .get, .v1, "products/:product/categories/:category", "getProductCategory", .read,
                getCategory),
            Route(
                .post, .v1, "products/:product/relationships/:relationship/unlink",
                "unlinkProducts", .products, unlinkProducts),
            Route(
                .patch, .v1, "products/:product/relationships/:relationship/product/:related",
                "updateQuantity", .products, updateQuantity),
            Route(
                .delete, .v2, "products/:product/relationships/:relationship", "unlinkProducts",
                .products, body: .json, unlinkProductsVersion2),
            Route(
                .patch, .v2, "products/:product/relationships/:relationship", "updateQuantity",
                .products, updateQuantityVersion2),
        ]

    /// The product of the path.
    static func product(_ call: Call, in account: Account) throws(Refusal) -> Product {
        guard let product = account.products[call["product"]] else {
            throw .noProduct(call["product"])
        }
        return product
    }
}
