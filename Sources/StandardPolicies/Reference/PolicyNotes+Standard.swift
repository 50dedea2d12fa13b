extension PolicyNotes {
    /// By the policy's name.
    static let standard: [String: PolicyNotes] = [
        "cache-lookup": PolicyNotes(
            quirks: [
                """
                Only GET, and no request with an Authorization header unless it is allowed. A miss takes the conditional fields \
                and Range's If-Range off the request; others that ask for the same response wait for the first.
                """
            ]),
        "cache-lookup-value": PolicyNotes(
            quirks: [
                "A miss without a default does not set the variable.",
                "An error of the cache counts as a miss, and is traced. Any value is kept with its type.",
            ]),
        "cache-remove-value": PolicyNotes(
            quirks: [
                "An error of the cache counts as a miss, and is traced. Any value is kept with its type."
            ]),
        "cache-store": PolicyNotes(
            quirks: [
                """
                Only a response of 200 unless cache-response is true; without a cache-lookup that missed it does nothing; at most \
                2 MiB.
                """
            ]),
        "cache-store-value": PolicyNotes(
            quirks: [
                "An error of the cache counts as a miss, and is traced. Any value is kept with its type."
            ]),
        "check-header": PolicyNotes(
            errors: [
                Failure("HeaderNotFound", 401, "the header is missing; the status is the configured one"),
                Failure("HeaderValueNotAllowed", 401, "its value is none of the allowed ones; the status is the configured one"),
            ],
            quirks: [
                """
                LastError has the documented message, the caller the configured one; several values of the header: one of them is \
                enough.
                """
            ]),
        "cors": PolicyNotes(
            quirks: [
                """
                `terminate-unmatched-request`: True unless it is written: one table says false, the text of the same page and the \
                toolkit say true.
                """,
                """
                Actual requests: only the origin is compared; the headers are put on whatever the caller gets, an error included, \
                in place of the backend's. An unmatched request with another method than GET or HEAD goes on without them.
                """,
                """
                Preflight requests: the cors policies that stand directly in inbound, or in a fragment there, run alone, broadest \
                first as composed; the first that matches or terminates answers. Where none stands there, inbound runs as usual. \
                Not for an operation whose method is OPTIONS.
                """,
                """
                `*` with credentials: `Access-Control-Allow-Origin: *` and `Access-Control-Allow-Credentials: true`, which \
                browsers refuse: echoing any origin would open sessions to every site.
                """,
            ]),
        "cross-domain": PolicyNotes(
            quirks: [
                "The file is at `/crossdomain.xml`."
            ]),
        "emit-metric": PolicyNotes(
            quirks: [
                """
                Up to ten dimensions; a default dimension that the request has nothing for is empty; `default-dimensions` has no \
                effect, with a warning.
                """
            ]),
        "forward-request": PolicyNotes(
            errors: [
                Failure("Timeout", 500, "status and headers did not arrive in time"),
                Failure("BackendConnectionFailure", 500, "the connection could not be made, or broke"),
                Failure("ClientConnectionFailure", 500, "the caller went away"),
                Failure(nil, 503, "the circuit breaker of the backend is open"),
            ],
            quirks: [
                "Buffer-response: chunks leave as they arrive whatever it says.",
                "Continue-timeout: accepted with a warning: the transport does not wait for 100 Continue.",
            ]),
        "include-fragment": PolicyNotes(
            quirks: [
                """
                The fragment is read anew in the section of each include, so all its policies must fit there. A fragment in a \
                fragment is refused, and so is every circle. A place in a fragment has `include-fragment` in its path.
                """
            ]),
        "ip-filter": PolicyNotes(
            errors: [
                Failure(
                    "CallerIpNotAllowed", 403,
                    "the address is not among those that are allowed, is among those that are forbidden, or cannot be read")
            ],
            quirks: [
                """
                403; an address may be a network in CIDR notation; an IPv4 address mapped to IPv6 is the IPv4 address; octets with \
                leading zeros are refused.
                """
            ]),
        "json-to-xml": PolicyNotes(
            errors: [
                Failure(nil, 500, "the body is no JSON, or holds a character that XML does not have")
            ],
            quirks: [
                """
                An object with one member is the root; everything else gets a root `Document`, and the elements of a list at the \
                root are called `Item`. A name is split at the separator only behind a declared prefix, since the default `_` \
                occurs in ordinary names; `@name` is an attribute and `#text` the text.
                """,
                """
                The content type becomes `application/xml` or `application/json`. With consider-accept-header the Accept header \
                must name the format; a wildcard, or no header, asks for nothing. A body that cannot be converted is an error.
                """,
            ]),
        "jsonp": PolicyNotes(
            errors: [
                Failure("CallbackParameterInvalid", 400, "the parameter holds no identifier of JavaScript")
            ],
            quirks: [
                """
                400 for a name that is no identifier; the content type becomes JavaScript's; the parameter is read from the \
                original URL.
                """
            ]),
        "limit-concurrency": PolicyNotes(
            errors: [
                Failure("ConcurrencyLimitExceeded", 429, "no place is free")
            ],
            quirks: [
                "429 with reason `ConcurrencyLimitExceeded`, which the reference leaves open."
            ]),
        "log-to-eventhub": PolicyNotes(
            quirks: [
                """
                Expressions are evaluated in the request; what comes of the sending is logged only. Beyond a thousand under way \
                (`BackgroundWork`) a message is dropped, and the trace tells.
                """,
                "A message is cut to 200 KB, not inside a character.",
            ]),
        "mock-response": PolicyNotes(
            quirks: [
                """
                Examples are what the host gives the compiler (`PolicyCompiler.responseExamples`); none are made of schemas. \
                `index` counts from 0; `enabled="false"` does nothing.
                """
            ]),
        "proxy": PolicyNotes(
            quirks: [
                "Plain HTTP with Basic credentials; NTLM is not spoken."
            ]),
        "quota": PolicyNotes(
            errors: [
                Failure("QuotaExceeded", 403, "calls or bandwidth of the period are used up; the answer has Retry-After")
            ],
            quirks: [
                "Without a subscription nothing is limited. Without `renewal-period` on `api` or `operation` the one around holds.",
                """
                Bandwidth counts the bodies of request and response, a kilobyte is 1024 bytes; a body that streams is counted once \
                it has passed. The request that uses the rest up still passes.
                """,
            ]),
        "quota-by-key": PolicyNotes(
            errors: [
                Failure("QuotaExceeded", 403, "calls or bandwidth of the key are used up; the answer has Retry-After")
            ],
            quirks: [
                """
                Bandwidth counts the bodies of request and response, a kilobyte is 1024 bytes; a body that streams is counted once \
                it has passed. The request that uses the rest up still passes.
                """
            ]),
        "rate-limit": PolicyNotes(
            errors: [
                Failure("RateLimitExceeded", 429, "the calls of the period are used up; the answer has Retry-After")
            ],
            quirks: [
                """
                A window that slides exactly; counted by this process, or by the `CounterStore` that the host gives. The answer \
                has Retry-After in whole seconds.
                """,
                "Without a subscription nothing is limited. Without `renewal-period` on `api` or `operation` the one around holds.",
            ]),
        "rate-limit-by-key": PolicyNotes(
            errors: [
                Failure("RateLimitExceeded", 429, "the calls of the key are used up; the answer has Retry-After")
            ],
            quirks: [
                """
                A window that slides exactly; counted by this process, or by the `CounterStore` that the host gives. The answer \
                has Retry-After in whole seconds.
                """,
                "An increment that is an expression is evaluated at the end of the request; one call more may pass meanwhile.",
            ]),
        "redirect-content-urls": PolicyNotes(
            quirks: [
                "The backend's base URL and the URL of the API at the gateway, where the URL does not go on in the same segment."
            ]),
        "retry": PolicyNotes(
            quirks: [
                """
                Errors inside: the condition decides, with `context.Response` null after a failed forward-request and the error in \
                `context.LastError`; if it does not hold or throws, the error goes to on-error.
                """,
                """
                Intervals: the formulas of the reference, whose worked numbers differ; max-interval without delta is a cap. \
                Attributes are evaluated before each further attempt.
                """,
            ]),
        "return-response": PolicyNotes(
            quirks: [
                "A variable that holds no response is an error. The stored response itself does not change."
            ]),
        "rewrite-uri": PolicyNotes(
            errors: [
                Failure(nil, 500, "the template names a parameter that the operation did not match")
            ],
            quirks: [
                """
                A `{name}` that the operation did not match is an error. Unmatched query parameters are appended even when the \
                template names them.
                """
            ]),
        "send-one-way-request": PolicyNotes(
            quirks: [
                """
                Expressions are evaluated in the request; what comes of the sending is logged only. Beyond a thousand under way \
                (`BackgroundWork`) a message is dropped, and the trace tells.
                """
            ]),
        "send-request": PolicyNotes(
            errors: [
                Failure("Timeout", 500, "the answer did not arrive in time, unless errors are ignored"),
                Failure("BackendConnectionFailure", 500, "the connection could not be made, or broke, unless errors are ignored"),
            ],
            quirks: [
                """
                The method is GET when it is missing; response-variable-name is required although two real documents omit it; \
                `timeout-ms`, `buffer-response`, `fail-on-error-status-code` are accepted.
                """,
                """
                Ignore-error: covers what happens once the request is made: time-out, connection, body. An exception in one of its \
                expressions, or a URL that is none, is an error all the same.
                """,
                """
                Mode copy: without set-url the request goes where forward-request would send it. Host and Content-Length are not \
                copied; in outbound neither is the body.
                """,
                """
                What may be reached: everything that stands in the document. A URL that an expression made must be neither \
                link-local nor that of a metadata service; `GatewayServices.outbound` decides otherwise.
                """,
            ]),
        "set-backend-service": PolicyNotes(
            errors: [
                Failure(nil, 500, "an expression names a backend that is not configured")
            ],
            quirks: [
                """
                `ws` and `wss` stand for `http` and `https`, over which the handshake goes. A query of the base URL comes before \
                the request's. With both base-url and backend-id the document is refused.
                """,
                """
                A base URL that is set after an entity has no effect. A pool chooses a member whenever the request is forwarded, \
                so that a retry may get another one. `context.Backend` is the pool until then, and the member afterwards.
                """,
                """
                Only one count of requests, by this process. While it is open: 503, `Retry-After` with the seconds that are left, \
                source `backend circuit breaker`; the error reason `Server errors` stands for 500…599.
                """,
                """
                Smooth weighted round robin within the group of the lowest priority number that has a member whose breaker is not \
                open.
                """,
            ]),
        "set-body": PolicyNotes(
            quirks: [
                "Allowed in on-error; `template=\"none\"` and `html-decode-expression` are accepted; a `byte[]` is taken as it is.",
                "Charset: a charset of the content type becomes utf-8; the type stays.",
                """
                Liquid: `@( )` inside a template is text; `JSONArrayFor` puts a comma between all items; date times are UTC; \
                `context.Request.OriginalMethod` is the current method, the original is not kept.
                """,
                """
                Liquid: The tag param, Currency with a culture and the option where of a loop are `not-implemented` when the \
                policy is compiled; include and extends are refused, since a policy has no other templates.
                """,
            ]),
        "set-header": PolicyNotes(
            quirks: [
                "Connection, Content-Length, Keep-Alive, Transfer-Encoding: a warning when compiled; the header stays as it is.",
                "Host: a Host that a policy sets goes to the backend; otherwise it is that of the backend's URL.",
                "With action override and no value: removes the header: the result holds exactly the listed values.",
            ]),
        "set-query-parameter": PolicyNotes(
            quirks: [
                """
                Override keeps the place of the first value; untouched parameters leave as they came; values are percent-encoded \
                (RFC 3986).
                """
            ]),
        "set-status": PolicyNotes(
            quirks: [
                "Before a response: prepares a response that forward-request or an error replaces.",
                "Codes 100…999; without a reason the code's usual one, although the table says it is required.",
            ]),
        "trace": PolicyNotes(
            quirks: [
                "Allowed in on-error; `source` may be an expression; the older form has the text directly in `trace`."
            ]),
        "wait": PolicyNotes(
            quirks: [
                """
                The children take turns on one request: they share messages and variables. The first error stops the others; with \
                `any` the first that ends does, and those that are stopped set nothing.
                """
            ]),
        "xml-to-json": PolicyNotes(
            errors: [
                Failure(nil, 500, "the body is no well-formed XML")
            ],
            quirks: [
                """
                `direct` follows Newtonsoft's XmlNodeConverter: `@` before attributes and declarations, `#text`. \
                `javascript-friendly` leaves out these marks, prefixes and declarations; the text beside attributes is `text`. An \
                empty element is null. Comments and the XML declaration are left out.
                """,
                """
                The content type becomes `application/xml` or `application/json`. With consider-accept-header the Accept header \
                must name the format; a wildcard, or no header, asks for nothing. A body that cannot be converted is an error.
                """,
            ]),
        "xsl-transform": PolicyNotes(
            errors: [
                Failure(nil, 500, "the body is no well-formed XML, or the stylesheet stops with an error")
            ],
            quirks: [
                "XSLT 1.0 with libxslt; parameters are texts; `parameter-name` and `name` both name one; the content type stays."
            ]),
    ]
}
