internal import JSON
package import SandboxFaults

extension FaultPlan {
    /// Reads the text of a plan.
    package init(text: [UInt8]) throws(SandboxError) {
        do throws(JSONError) {
            try self.init(json: try JSONValue(parsing: text))
        } catch {
            throw .badFaultPlan(error)
        }
    }
}
