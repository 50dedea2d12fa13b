public import PolicyRuntime

extension PolicyRegistry {
    /// The policies of Azure API Management that this engine runs. A new policy needs its own file and one line here.
    public static let standard = PolicyRegistry([
        Base.self,
        Choose.self,
        ForwardRequest.self,
        ReturnResponse.self,
        RewriteURI.self,
        SendRequest.self,
        SetBackendService.self,
        SetBody.self,
        SetHeader.self,
        SetMethod.self,
        SetQueryParameter.self,
        SetStatus.self,
        SetVariable.self,
    ])
}
