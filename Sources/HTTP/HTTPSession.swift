package import HTTPTypes

/// What all requests of one process share, and the order in which the policies stand.
package struct HTTPSession: Sendable {
    package let transport: any Transport
    package let clock: any WallClock
    package let governor: Governor
    package let jitter: Jitter
    package let counter: RequestCounter
    /// `plysync/1.0 (Language=Swift/6.3; Platform=Linux)`.
    package let userAgent: String
    package let retries: RetryLimits
    /// Nil for as many requests as it takes.
    package let budget: RequestBudget?
    /// Policies of whoever made the session, behind all others: each sees every attempt just before
    /// it leaves.
    package let last: [any Policy]
    /// Told each access token that is fetched, so that it is kept out of whatever is written.
    package let onToken: @Sendable (String) -> Void

    package init(
        transport: any Transport, clock: any WallClock, governor: Governor, jitter: Jitter,
        counter: RequestCounter, userAgent: String, retries: RetryLimits = RetryLimits(),
        budget: RequestBudget? = nil, last: [any Policy] = [],
        onToken: @escaping @Sendable (String) -> Void = { _ in }
    ) {
        self.transport = transport
        self.clock = clock
        self.governor = governor
        self.jitter = jitter
        self.counter = counter
        self.userAgent = userAgent
        self.retries = retries
        self.budget = budget
        self.last = last
        self.onToken = onToken
    }

    /// The policies for one remote system, in their order.
    ///
    /// `authorisation` is nil for requests that fetch a token; `rateHeader` is the header in which
    /// the system names its rate, if it does.
    package func stack(
        authorisation: Authorisation?, rateHeader: HTTPField.Name? = nil
    ) -> PolicyStack {
        var policies: [any Policy] = []
        policies.append(
            RetryPolicy(limits: retries, budget: RetryBudget(), clock: clock, jitter: jitter))
        if let authorisation { policies.append(RefreshPolicy(authorisation)) }
        policies.append(GovernorPolicy(governor, rateHeader: rateHeader))
        if let authorisation { policies.append(AuthorisationPolicy(authorisation)) }
        policies.append(UserAgentPolicy(userAgent))
        if let budget { policies.append(BudgetPolicy(budget)) }
        policies.append(CountingPolicy(counter))
        policies.append(WholeAnswerPolicy())
        policies.append(EchoPolicy())
        policies.append(UnpackPolicy())
        policies += last
        return PolicyStack(policies, transport: transport)
    }
}
