internal import PlytixSandbox

/// A behaviour of Plytix's side that is off unless asked for.
typealias PlytixQuirk = Quirk
