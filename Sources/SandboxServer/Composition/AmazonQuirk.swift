internal import AmazonSandbox

// Both sandboxes call theirs `Quirk`, and each is its module's namesake's neighbour: the name can
// only be told apart in a file that imports one of them.

/// A behaviour of Amazon's side that is off unless asked for.
typealias AmazonQuirk = Quirk
