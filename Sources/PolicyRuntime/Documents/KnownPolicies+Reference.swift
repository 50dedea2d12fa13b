// Where the reference and documents that the service has accepted disagree, the documents stand: `set-body` and `trace` in on-error,
// `authentication-managed-identity` in backend and outbound, `azure-openai-emit-token-metric` in outbound.
extension KnownPolicies {
    static let rateLimiting = group(
        .rateLimiting,
        [
            Entry(
                "rate-limit", in: [.inbound], scopes: [.product, .api, .operation], repeats: .oncePerDocument,
                "Caps the number of calls of one subscription inside a sliding window."),
            Entry("rate-limit-by-key", in: [.inbound], "Caps the call rate per arbitrary key."),
            Entry(
                "quota", in: [.inbound], scopes: [.product], repeats: .oncePerDocument,
                "Enforces a call and/or bandwidth allowance per subscription over a fixed (or endless) period."),
            Entry("quota-by-key", in: [.inbound], "Enforces a call and/or bandwidth allowance per arbitrary key over fixed windows."),
            Entry("limit-concurrency", in: .all, "Lets at most N requests execute the enclosed policies at the same time for a key."),
            Entry("llm-token-limit", in: [.inbound], "Limits language model tokens per minute and/or per period for a key."),
            Entry("azure-openai-token-limit", in: [.inbound], "Azure OpenAI flavour of llm-token-limit."),
        ])

    static let authentication = group(
        .authentication,
        [
            Entry(
                "check-header", in: [.inbound], scopes: [.global, .product, .api, .operation],
                "Requires a request header, optionally with one of a set of values."),
            Entry(
                "get-authorization-context", in: [.inbound], scopes: [.global, .product, .api, .operation],
                "Fetches the token of a credential-manager connection into a variable."),
            Entry("ip-filter", in: [.inbound], "Allows or forbids callers by address."),
            Entry("validate-jwt", in: [.inbound], "Validates a JWT from a header, query parameter or value."),
            Entry("validate-azure-ad-token", in: [.inbound], "Validates a Microsoft Entra token for a tenant and set of applications."),
            Entry("validate-client-certificate", in: [.inbound], "Checks the client TLS certificate against rules and identities."),
            Entry("authentication-basic", in: [.inbound], repeats: .oncePerSection, "Adds a Basic Authorization header for the backend."),
            Entry("authentication-certificate", in: [.inbound], "Presents a client certificate to the backend."),
            Entry(
                "authentication-managed-identity", in: [.inbound, .backend, .outbound], scopes: [.global, .product, .api, .operation],
                "Obtains an Entra token with the instance identity and uses it for the backend."),
            Entry("authentication-oauth2", in: [.inbound], "Name found only in a third-party inventory."),
        ])

    static let contentValidation = group(
        .contentValidation,
        [
            Entry(
                "validate-content", in: [.inbound, .outbound, .onError],
                "Checks body size and content against JSON, XML or SOAP schemas."),
            Entry(
                "validate-graphql-request", in: [.inbound], scopes: [.global, .workspace, .product, .api], repeats: .oncePerSection,
                "Validates a GraphQL request and authorises field paths."),
            Entry(
                "validate-odata-request", in: [.inbound], scopes: [.global, .workspace, .product, .api], repeats: .oncePerSection,
                "Validates URL, headers and parameters of an OData request."),
            Entry(
                "validate-parameters", in: [.inbound], repeats: .oncePerSection,
                "Validates header, query and path parameters against the API schema."),
            Entry(
                "validate-headers", in: [.outbound, .onError], repeats: .oncePerSection,
                "Validates response headers against the API schema."),
            Entry(
                "validate-status-code", in: [.outbound, .onError], repeats: .oncePerSection,
                "Validates the response status code against the API schema."),
            Entry(
                "llm-content-safety", in: [.inbound, .outbound], scopes: [.global, .workspace, .product, .api],
                "Sends prompts or completions to Azure AI Content Safety and blocks on findings."),
        ])

    static let routing = group(
        .routing,
        [
            Entry("forward-request", in: [.backend], "Sends the request to the backend and stores the response in the context."),
            Entry("set-backend-service", in: [.inbound, .backend], "Changes the backend base URL or backend entity for the request."),
            Entry("proxy", in: [.inbound], "Routes forwarded requests through an HTTP proxy."),
        ])

    static let caching = group(
        .caching,
        [
            Entry(
                "cache-lookup", in: [.inbound], repeats: .oncePerSection,
                "Looks up a cached response for the request and returns it on a hit."),
            Entry("cache-store", in: [.outbound], repeats: .oncePerSection, "Stores the current response for the earlier cache-lookup."),
            Entry("cache-lookup-value", in: .all, "Reads a cached value by key into a variable."),
            Entry("cache-store-value", in: .all, "Stores a value under a key."),
            Entry("cache-remove-value", in: .all, "Deletes a cached value by key."),
            Entry("cache-value", in: .all, "Read-through value cache with refresh window; child block computes the value."),
            Entry(
                "llm-semantic-cache-lookup", in: [.inbound], scopes: [.global, .product, .api, .operation], repeats: .oncePerSection,
                "Returns a cached completion for a semantically close prompt."),
            Entry(
                "azure-openai-semantic-cache-lookup", in: [.inbound], repeats: .oncePerSection,
                "Returns a cached completion for a semantically close prompt. Azure OpenAI flavour."),
            Entry(
                "llm-semantic-cache-store", in: [.outbound], scopes: [.global, .product, .api, .operation], repeats: .oncePerSection,
                "Stores a completion for the earlier semantic lookup."),
            Entry(
                "azure-openai-semantic-cache-store", in: [.outbound], repeats: .oncePerSection,
                "Stores a completion for the earlier semantic lookup. Azure OpenAI flavour."),
        ])

    static let transformation = group(
        .transformation,
        [
            Entry("set-method", in: [.inbound, .onError], "Changes the HTTP method of the request."),
            Entry("set-status", in: .all, "Sets status code and reason of the response."),
            Entry("set-variable", in: .all, "Creates or replaces a context variable."),
            Entry("set-body", in: .all, "Replaces the message body with text, an expression result or a Liquid rendering."),
            Entry("set-header", in: .all, "Adds, replaces, appends or removes a header."),
            Entry("set-query-parameter", in: [.inbound, .backend], "Adds, replaces, appends or removes a query parameter of the request."),
            Entry("rewrite-uri", in: [.inbound], "Rewrites path and query of the request before forwarding."),
            Entry("json-to-xml", in: [.inbound, .outbound, .onError], "Converts a JSON body to XML."),
            Entry("xml-to-json", in: [.inbound, .outbound, .onError], "Converts an XML body to JSON."),
            Entry("find-and-replace", in: .all, "Replaces every occurrence of a substring in the body."),
            Entry(
                "redirect-content-urls", in: [.inbound, .outbound], repeats: .oncePerSection,
                "Rewrites backend links in the body to gateway links, or the reverse in inbound."),
            Entry("xsl-transform", in: [.inbound, .outbound], repeats: .oncePerSection, "Applies an XSLT 1.0 stylesheet to an XML body."),
            Entry("return-response", in: .all, "Stops the pipeline and sends a response to the caller."),
            Entry(
                "mock-response", in: [.inbound, .outbound, .onError], "Stops the pipeline and returns an example or generated response."),
        ])

    static let crossDomain = group(
        .crossDomain,
        [
            Entry("cross-domain", in: [.inbound], scopes: [.global], "Serves an Adobe cross-domain policy file."),
            Entry("cors", in: [.inbound], repeats: .oncePerSection, "Answers preflight requests and adds CORS headers."),
            Entry("jsonp", in: [.outbound], repeats: .oncePerSection, "Wraps a JSON response in a JavaScript callback."),
        ])

    static let integration = group(
        .integration,
        [
            Entry("send-request", in: .all, "Calls a URL and stores the response in a variable."),
            Entry("send-one-way-request", in: .all, "Fires a request without waiting for the response."),
            Entry("invoke-request", in: .all, "Calls a URL or backend with attribute syntax."),
            Entry(
                "log-to-eventhub", in: .all, scopes: [.global, .product, .api, .operation],
                "Sends a text message to an Event Hub logger."),
            Entry(
                "send-service-bus-message", in: [.inbound, .outbound, .onError], scopes: [.global, .product, .api, .operation],
                "Sends a message to a Service Bus queue or topic (preview)."),
            Entry(
                "publish-to-dapr", in: [.inbound], scopes: [.global, .product, .api, .operation], "Publishes a message to a Dapr topic."),
            Entry(
                "invoke-dapr-binding", in: [.inbound, .outbound, .onError], scopes: [.global, .product, .api, .operation],
                "Invokes a Dapr output binding."),
        ])

    static let logging = group(
        .logging,
        [
            Entry("trace", in: .all, "Adds an entry to the trace, Application Insights and resource logs."),
            Entry("emit-metric", in: .all, "Sends a custom metric to Application Insights."),
            Entry("llm-emit-token-metric", in: [.inbound], "Sends token usage metrics of LLM calls."),
            Entry("azure-openai-emit-token-metric", in: [.inbound, .outbound], "Azure OpenAI flavour of llm-emit-token-metric."),
        ])

    static let graphQLResolvers = group(
        .graphQLResolvers,
        [
            Entry("http-data-source", in: [], "Resolver over HTTP."),
            Entry("sql-data-source", in: [], "Resolver over Azure SQL (preview)."),
            Entry("cosmosdb-data-source", in: [], "Resolver over Cosmos DB (preview)."),
            Entry("publish-event", in: [], "Publishes a resolver result to GraphQL subscriptions."),
            Entry("set-graphql-resolver", in: [.backend], "Retired preview policy, replaced by managed resolvers."),
        ])

    static let controlFlow = group(
        .controlFlow,
        [
            Entry("choose", in: .all, "if / else-if / else over policies."),
            Entry("include-fragment", in: .all, "Inserts a policy fragment."),
            Entry("retry", in: .all, "Repeats child policies while a condition holds."),
            Entry("wait", in: [.inbound, .backend, .outbound], "Runs immediate children in parallel."),
            Entry("base", in: .all, repeats: .oncePerSection, "Position where the policies of the parent scope run."),
        ])

    /// Known only to the schemas that the official editor extension ships.
    static let schemasOnly = group(
        .integration,
        [
            Entry("authentication-token", in: .all, "Name found only in the editor's schemas."),
            Entry("authentication-token-store", in: .all, "Name found only in the editor's schemas."),
            Entry("block", in: .all, "Name found only in the editor's schemas."),
            Entry("graphql-data-source", in: [], "Name found only in the editor's schemas."),
            Entry("set-request-metric-dimension-value", in: .all, "Name found only in the editor's schemas."),
        ])
}
