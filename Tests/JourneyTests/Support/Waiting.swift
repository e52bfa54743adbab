import Foundation

/// Looks again and again until something holds, with a breath in between; throws after a minute.
func wait(until what: String, _ holds: () throws -> Bool) throws {
    let breath = DispatchSemaphore(value: 0)
    let limit = DispatchTime.now() + .seconds(60)
    while try !holds() {
        guard DispatchTime.now() < limit else { throw JourneyError("waited in vain until \(what)") }
        _ = breath.wait(timeout: .now() + .milliseconds(2))
    }
}
