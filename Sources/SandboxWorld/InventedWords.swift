/// The words of invented products.
enum InventedWords {
    static let styles = [
        "Ridgeline", "Switchback", "Mesa", "Arroyo", "Canyon", "Foothill", "Juniper", "Prairie",
        "Sagebrush", "Saltgrass", "Windmill", "Tumbleweed", "Cedar Creek", "Long Draw", "Rimrock",
        "Barn Door", "Fence Line", "Dry Fork", "High Desert", "Lone Pine", "Élan", "Año Nuevo",
    ]
    static let colors = [
        "Bomber", "Driftwood", "Saddle/Multi", "Oiled Brown", "Black", "Distressed Tan", "Slate",
        "Bone & Rust", "Cognac", "Denim Blue", "Ash Grey", "Café", "Turquoise/Brown",
    ]
    static let bullets = [
        "Full-grain leather that wears in and does not wear out",
        "Footbed of recycled foam, removable for one's own insole",
        "Sole of molded rubber; holds on wet & oily floors",
        "Stitched by hand at the toe, 270° welt at the heel",
        "Lining that takes up moisture and lets it go again",
        "Runs true to size; between two sizes, take the smaller one",
        "Shaft measures approximately 5\" from arch",
        "Made for the day that begins before dawn and ends after dark",
        "Twelve months' warranty against what we did wrong",
        "Care: wipe with a damp cloth, condition twice a year",
    ]
    /// What sellers put behind a name until the title is long.
    static let phrases = [
        "Slip-Resistant Work Footwear for Ranch, Barn and Town",
        "Moisture-Wicking Lining and Cushioned Footbed",
        "Lightweight Everyday Comfort with Heritage Stitching",
        "Water-Resistant Full-Grain Leather Upper",
    ]
    /// What a title may hold that careless programs stumble over: markup, quotes, other scripts,
    /// what a spreadsheet would run, what a terminal would obey, what a path would climb.
    static let traps = [
        "<b>NEW</b> &amp; improved", "\"Rancher's\" edition", "men’s – “heritage” cut",
        "ブーツ 26.5cm", "حذاء", "🤠🥾", "=HYPERLINK(\"x\")", "\u{1B}[31mred\u{1B}[0m",
        "..\\..\\boots/../", "100% leather; a,b|c", "tab\there", "{{template}} ${x}",
        "<script>alert('x')</script>", "\u{202E}tfel ot thgir",
    ]
}
