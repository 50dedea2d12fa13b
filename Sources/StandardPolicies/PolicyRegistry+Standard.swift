public import PolicyRuntime

extension PolicyRegistry {
    /// The policies of Azure API Management that this engine runs. A new policy needs its own file and one line here.
    public static let standard = PolicyRegistry([
        AuthenticationBasic.self,
        Base.self,
        CORS.self,
        CheckHeader.self,
        Choose.self,
        CrossDomain.self,
        EmitMetric.self,
        FindAndReplace.self,
        ForwardRequest.self,
        IPFilter.self,
        IncludeFragment.self,
        JSONP.self,
        LimitConcurrency.self,
        LogToEventHub.self,
        MockResponse.self,
        Proxy.self,
        RedirectContentURLs.self,
        Retry.self,
        ReturnResponse.self,
        RewriteURI.self,
        SendOneWayRequest.self,
        SendRequest.self,
        SetBackendService.self,
        SetBody.self,
        SetHeader.self,
        SetMethod.self,
        SetQueryParameter.self,
        SetStatus.self,
        SetVariable.self,
        Trace.self,
        Wait.self,
    ])
}
