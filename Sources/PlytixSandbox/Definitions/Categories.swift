import Catalog
import HTTPTypes
import JSON

/// The operations on categories of products and of files (`plytix-api.md`, section 12).
enum Categories {
    /// The two kinds differ in their paths, their rights and a few words.
    enum Kind: String, CaseIterable {
        case product, file

        var permission: Permission { self == .product ? .categories : .assets }
        /// `ProductCategory`, `FileCategory`: the end of operations' names.
        var noun: String { (self == .product ? "Product" : "File") + "Category" }
    }

    static let routes: [Route] = Kind.allCases.flatMap { kind -> [Route] in
        let path = "categories/\(kind.rawValue)"
        return [
            Route(.post, .v1, path, "create\(kind.noun)", kind.permission) {
                call, account throws(Refusal) in
                try create(kind, call, in: &account)
            },
            Route(
                .post, .v1, "\(path)/search", "search\(kind.noun)", .read
            ) { call, account throws(Refusal) in
                try search(kind, call, in: account)
            },
            Route(.post, .v1, "\(path)/:category", "create\(kind.noun)", kind.permission) {
                call, account throws(Refusal) in
                try create(kind, call, in: &account)
            },
            Route(.patch, .v1, "\(path)/:category", "update\(kind.noun)", kind.permission) {
                call, account throws(Refusal) in
                try update(kind, call, in: &account)
            },
            Route(.delete, .v1, "\(path)/:category", "delete\(kind.noun)", kind.permission) {
                call, account throws(Refusal) in
                try delete(kind, call, in: &account)
            },
        ]
    }

    /// A root category, or a subcategory of the one in the path; the examples are filed under 200.
    private static func create(
        _ kind: Kind, _ call: Call, in account: inout Account
    ) throws(Refusal) -> Answer {
        let parentID = call.parameters["category"]
        if let parentID, account[kind][parentID] == nil {
            throw .notFound(parentID, "category does not exist")
        }
        guard let name = call.body["name"]?.string, !name.isEmpty else { throw .missing("name") }
        let siblings = account[kind].children(of: parentID)
        guard !siblings.contains(where: { $0.name.lowercased() == name.lowercased() }) else {
            let subject = kind == .file && parentID == nil ? name : "Category \(name)"
            throw Refusal(
                422, "\(subject) already exists", [Refusal.entry("name", "already exists")])
        }
        let category = Category(
            id: account.identifiers.next(), name: name, parentID: parentID,
            order: (siblings.map(\.order).max() ?? 0) + 1, modified: call.now)
        account[kind].insert(category, at: call.now)
        return .data(
            call.has(.categoryCreated) ? 201 : 200,
            [full(category, in: account[kind])])
    }

    /// `PATCH`: a new name, a new parent (an empty id makes a root), or an order of all children;
    /// `root` in place of the id sorts the roots.
    private static func update(
        _ kind: Kind, _ call: Call, in account: inout Account
    ) throws(Refusal) -> Answer {
        let isRoot = call["category"] == "root"
        let store = account[kind]
        guard isRoot || store[call["category"]] != nil else {
            throw .notFound(call["category"], "category does not exist")
        }
        if let order = call.body["sort_children"] {
            guard call.body["parent_id"] == nil else {
                throw .schema("sort_children", "Not allowed together with parent_id.")
            }
            try sort(order, below: isRoot ? nil : call["category"], kind, call, in: &account)
            if isRoot { return .data(200, []) }
        }
        guard var category = account[kind][call["category"]] else {
            throw .notUnderstood
        }
        if let name = call.body["name"]?.string, !name.isEmpty { category.name = name }
        if let parentID = call.body["parent_id"]?.string {
            let isInside =
                parentID == category.id || store.descendants(of: category.id).contains(parentID)
            guard parentID.isEmpty || (store[parentID] != nil && !isInside) else {
                throw .schema("parent_id", "does not exist")
            }
            category.parentID = parentID.isEmpty ? nil : parentID
        }
        category.modified = call.now
        account[kind].replace(category, at: call.now)
        return .data(200, [full(category, in: account[kind])])
    }

    private static func sort(
        _ order: JSONValue, below parentID: String?, _ kind: Kind, _ call: Call,
        in account: inout Account
    ) throws(Refusal) {
        let ids = order.elements.compactMap(\.string)
        let children = account[kind].children(of: parentID).map(\.id)
        guard ids.sorted() == children.sorted() else {
            throw .schema("sort_children", "All subcategories must be given.")
        }
        for (index, id) in ids.enumerated() {
            account[kind].change(id, at: call.now) { $0.order = index + 1 }
        }
    }

    private static func delete(
        _ kind: Kind, _ call: Call, in account: inout Account
    ) throws(Refusal) -> Answer {
        let id = call["category"]
        guard account[kind][id] != nil else {
            throw .notFound(id, "category does not exist")
        }
        let gone = [id] + account[kind].descendants(of: id)
        for id in gone { account[kind].remove(id, at: call.now) }
        switch kind {
        case .product:
            for product in account.products.all where product.categoryIDs.contains(anyOf: gone) {
                account.products.change(product.id, at: call.now) { product in
                    product.categoryIDs.removeAll { gone.contains($0) }
                }
            }
        case .file:
            for asset in account.assets.all where asset.categoryIDs.contains(anyOf: gone) {
                account.assets.change(asset.id, at: call.now) { asset in
                    asset.categoryIDs.removeAll { gone.contains($0) }
                }
            }
        }
        return .empty(204)
    }

    static func full(_ category: Category, in store: Store<Category>) -> JSONValue {
        [
            "id": .string(category.id), "name": .string(category.name),
            "slug": .string(Slug.category(of: category.name)),
            "path": JSONValue(store.path(of: category.id)),
            "parents_ids": JSONValue(store.ancestors(of: category.id)),
            "n_children": JSONValue(store.children(of: category.id).count),
            // A text in every example of the vendor.
            "order": .string(String(category.order)),
            "modified": .string(category.modified.withOffset),
        ]
    }
}

extension Account {
    subscript(kind: Categories.Kind) -> Store<Category> {
        get { kind == .product ? productCategories : fileCategories }
        set {
            switch kind {
            case .product: productCategories = newValue
            case .file: fileCategories = newValue
            }
        }
    }
}

extension [String] {
    fileprivate func contains(anyOf others: [String]) -> Bool { contains { others.contains($0) } }
}
