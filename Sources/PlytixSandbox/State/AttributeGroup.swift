/// A group of attributes.
struct AttributeGroup: Stored, Equatable {
    let id: String
    var name: String
    var attributeLabels: [String]
    var order: Int

    var key: String { name.lowercased() }
}
