import PolicyDiagnostics
import PolicyExpressions
import PolicyRuntime

extension LintRule {
    /// Every rule, in the order of the reference.
    public static let all: [LintRule] = security + rateLimiting + caching + bodies + variables + flow + notation

    private static let security: [LintRule] = [
        wildcardWithCredentials, credentialsLogged, destinationFromRequest, errorMessageRevealed, forwardedAddressTrusted,
        insecureTokenEndpoint, jsonp, flashPolicy, tokenWithoutAudience, tokenWithoutIssuer, commonTenant, unsignedTokens,
        tokensWithoutExpiry, decodedWithoutValidation, patternFromRequest, secretLiteral,
    ]
    private static let rateLimiting: [LintRule] = [counterKeyFromHeader, constantCounterKey, sharedCounter]
    private static let caching: [LintRule] = [
        cacheWithoutAuthorization, cacheBeforeAuthentication, cacheStoreWithoutLookup, cacheLookupWithoutStore,
    ]
    private static let bodies: [LintRule] = [
        bodyReadTwice, bodyConsumedBeforeForward, bodyOnGet, bodySentWithGet, retryWithoutBufferedBody, responseInInbound,
    ]
    private static let variables: [LintRule] = [
        variableNeverSet, variableMaybeUnset, variableCast, uncheckedResponse, dictionaryIndexer,
    ]
    private static let flow: [LintRule] = [
        unreachablePolicy, missingBase, forwardedTwice, duplicateSetHeader, corsNotFirst, corsInBranch, constantCondition,
        repeatedCondition, emptyBranch, replaceEverywhere, calloutWithoutTimeout,
    ]
    private static let notation: [LintRule] = [constantExpression, doubleEscape, placeholder, namedValueInLiteral, interpolationLost]

    /// The rule of a code.
    public static func named(_ code: String) -> LintRule? { all.first { $0.code.rawValue == code } }
}
