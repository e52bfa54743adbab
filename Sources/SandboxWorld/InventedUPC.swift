/// Twelve-digit product codes that are well-formed and belong to nobody that we know of.
enum InventedUPC {
    /// The code of a number below ten million: half of them begin with a zero, which careless
    /// programs lose, and all end in their check digit.
    static func code(_ number: Int) -> String {
        let item = String(number % 10_000_000)
        let prefix = number.isMultiple(of: 2) ? "0123" : "8123"
        let digits = prefix + String(repeating: "0", count: 7 - item.count) + item
        return digits + String(checkDigit(digits))
    }

    /// The last digit of a code: weights of 3 and 1 from the right, up to the next ten.
    ///
    /// Source: GS1 General Specifications, "Check digit calculations".
    private static func checkDigit(_ digits: String) -> Int {
        var sum = 0
        for (place, digit) in digits.utf8.reversed().enumerated() {
            sum += Int(digit - 0x30) * (place.isMultiple(of: 2) ? 3 : 1)
        }
        return (10 - sum % 10) % 10
    }

    /// The identifiers that Amazon lists for a code: the EAN is the code behind a zero, the GTIN
    /// the code behind two (`catalogue-statistics.md`).
    static func identifiers(_ code: String, withGTIN: Bool = false) -> [World.Identifier] {
        var found = [World.Identifier(type: "EAN", value: "0" + code)]
        if withGTIN { found.append(gtin(code)) }
        found.append(World.Identifier(type: "UPC", value: code))
        return found
    }

    static func gtin(_ code: String) -> World.Identifier {
        World.Identifier(type: "GTIN", value: "00" + code)
    }
}
