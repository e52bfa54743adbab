/// Where the merchant keeps what identifies canonical products, beside Plytix's own GTIN.
package struct SurveySettings: Sendable, Hashable {
    /// Labels of the attributes that hold an EAN, a UPC and a model number; one that the account
    /// does not have is left out.
    package var eanLabel = "ean"
    package var upcLabel = "upc"
    package var modelNumberLabel = "model_number"
    /// How old pages of an unfinished survey may be to be used again.
    package var ageMax = Duration.seconds(24 * 3600)

    package init() {}
}
