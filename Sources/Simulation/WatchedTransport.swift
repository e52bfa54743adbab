import Catalog
import HTTP

/// A transport that tells a watch of each request before it leaves and when its answer is here.
struct WatchedTransport: Transport {
    let transport: any Transport
    let watch: CrashWatch
    let clock: any WallClock
    /// How long a request takes to arrive.
    let latency: Duration

    func send(_ request: Request) async throws(TransportError) -> Response {
        watch.tell(.requestLeaves, request.title)
        watch.left(RequestUnderWay(request: request, arrival: clock.now + latency))
        let response: Response
        do throws(TransportError) {
            response = try await transport.send(request)
        } catch {
            watch.arrived(request)
            throw error
        }
        watch.tell(.answerArrives, request.title)
        return response
    }
}
