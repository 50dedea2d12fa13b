/// A .NET exception as an object that expressions make, throw and catch.
public final class NetException: NetObject {
    private let exceptionType: TypeSymbol
    /// What is thrown.
    let error: EvaluationError
    /// The exceptions that led to this one; only an AggregateException has several.
    private(set) var innerExceptions: [NetException]
    /// The value that an ArgumentOutOfRangeException names.
    let actualValue: Value
    /// What ObjectDisposedException names.
    let objectName: NetString?

    var isThrown = false
    var helpLink: NetString?
    var source: NetString?
    var resultCode: Int32
    private(set) lazy var data = NetExceptionData()

    /// The exception of an error that was thrown.
    init(_ error: EvaluationError) {
        exceptionType = TypeLibrary.standard.exceptionType(error.exceptionType)
        self.error = error
        (innerExceptions, actualValue, objectName, isThrown) = ([], .null, nil, true)
        resultCode = ExceptionDefaults(exceptionType).resultCode
    }

    /// An exception that an expression makes; null as message gives the type's own.
    init(
        type: TypeSymbol, message: NetString?, argument: NetString? = nil, actualValue: Value = .null, objectName: NetString? = nil,
        inner: [NetException] = []
    ) throws(EvaluationError) {
        let defaults = ExceptionDefaults(type)
        (exceptionType, resultCode, innerExceptions) = (type, defaults.resultCode, inner)
        (self.actualValue, self.objectName) = (actualValue, objectName)
        var text = message?.string ?? defaults.message
        if let argument, !argument.isEmpty { text += " (Parameter '\(argument)')" }
        if !actualValue.isNull { text += "\nActual value was \(try ValueText.text(of: actualValue))." }
        if let objectName, !objectName.isEmpty { text += "\nObject name: '\(objectName)'." }
        if type.definition === NetType.aggregateException, !inner.isEmpty {
            text += inner.map { " (\($0.error.message))" }.joined()
        }
        error = EvaluationError(exceptionType: type.fullName, message: text, argumentName: argument?.string)
    }

    deinit {
        let heldInnerExceptions = innerExceptions
        innerExceptions = []
        DeferredRelease.release(consume heldInnerExceptions)
    }

    /// The exception's type.
    public override var type: TypeSymbol { exceptionType }

    var inner: NetException? { innerExceptions.first }

    /// Where the exception was thrown; nothing before it was. Expressions have no methods that a trace could name.
    var stackTrace: NetString? { isThrown ? "   at the policy expression" : nil }

    /// The last exception in the chain of those that led to this one. An AggregateException with several ends the chain.
    var baseException: NetException {
        var exception = self
        while let inner = exception.inner, exception.innerExceptions.count == 1 { exception = inner }
        return exception
    }

    /// `ToString()`: type and message, the same of the exceptions that led to it, and the trace.
    override func invariantText() throws(EvaluationError) -> NetString {
        // Exceptions that were made in a loop can be nested deeply, so the chain is walked, not descended.
        var (heads, tails, exception): ([String], [String], NetException?) = ([], [], self)
        while let current = exception, heads.count < Self.deepestText {
            heads.append(current.error.message.isEmpty ? current.type.fullName : "\(current.type.fullName): \(current.error.message)")
            tails.append(current.stackTrace.map { "\n\($0)" } ?? "")
            exception = current.inner
        }
        let endOfInner = "\n   --- End of inner exception stack trace ---"
        let text = heads.joined(separator: "\n ---> ") + tails.reversed().joined(separator: endOfInner)
        return NetString(text + innerExceptions.enumerated().dropFirst().map(Self.textOfFurther).joined())
    }

    private static func textOfFurther(_ number: Int, _ exception: NetException) -> String {
        "\n ---> (Inner Exception #\(number)) \(exception.type.fullName): \(exception.error.message)<---\n"
    }

    /// How many exceptions of a chain the text shows.
    private static let deepestText = 100
}

/// `Exception.Data`: values by keys.
public final class NetExceptionData: NetObject, NetClass {
    var entries: [Value: Value] = [:]

    static var symbol: TypeSymbol { .named(.exceptionData, []) }
    /// The object's type.
    public override var type: TypeSymbol { Self.symbol }
}

/// What an exception type says and which code it has when nothing else is given.
struct ExceptionDefaults {
    let message: String
    let resultCode: Int32

    init(_ type: TypeSymbol) {
        // A type that has no row takes the code of its base, and a message that names it.
        let own = Self.rows[type.fullName]
        let row = own ?? type.selfAndBases.lazy.compactMap { Self.rows[$0.fullName] }.first
        message = own?.message ?? "Exception of type '\(type.fullName)' was thrown."
        resultCode = Int32(bitPattern: row?.code ?? 0x8013_1500)
    }

    private static let rows: [String: (message: String, code: UInt32)] = [
        "System.Exception": ("Exception of type 'System.Exception' was thrown.", 0x8013_1500),
        "System.SystemException": ("System error.", 0x8013_1501),
        "System.ApplicationException": ("Error in the application.", 0x8013_1600),
        "System.ArgumentException": ("Value does not fall within the expected range.", 0x8007_0057),
        "System.ArgumentNullException": ("Value cannot be null.", 0x8000_4003),
        "System.ArgumentOutOfRangeException": ("Specified argument was out of the range of valid values.", 0x8013_1502),
        "System.ArithmeticException": ("Overflow or underflow in the arithmetic operation.", 0x8007_0216),
        "System.OverflowException": ("Arithmetic operation resulted in an overflow.", 0x8013_1516),
        "System.DivideByZeroException": ("Attempted to divide by zero.", 0x8002_0012),
        "System.InvalidOperationException": ("Operation is not valid due to the current state of the object.", 0x8013_1509),
        "System.PlatformNotSupportedException": ("Operation is not supported on this platform.", 0x8013_1539),
        "System.Security.Cryptography.CryptographicException": ("Error occurred during a cryptographic operation.", 0x8013_1430),
        "System.Security.Cryptography.CryptographicUnexpectedOperationException": (
            "Error occurred during a cryptographic operation.", 0x8013_1431
        ),
        "System.ObjectDisposedException": ("Cannot access a disposed object.", 0x8013_1622),
        "System.FormatException": ("One of the identified items was in an invalid format.", 0x8013_1537),
        "System.UriFormatException": ("One of the identified items was in an invalid format.", 0x8013_1537),
        "System.InvalidCastException": ("Specified cast is not valid.", 0x8000_4002),
        "System.NullReferenceException": ("Object reference not set to an instance of an object.", 0x8000_4003),
        "System.IndexOutOfRangeException": ("Index was outside the bounds of the array.", 0x8013_1508),
        "System.RankException": ("Attempted to operate on an array with the incorrect number of dimensions.", 0x8013_1517),
        "System.ArrayTypeMismatchException": ("Attempted to access an element as a type incompatible with the array.", 0x8013_1503),
        "System.NotSupportedException": ("Specified method is not supported.", 0x8013_1515),
        "System.NotImplementedException": ("The method or operation is not implemented.", 0x8000_4001),
        "System.TimeoutException": ("The operation has timed out.", 0x8013_1505),
        "System.OutOfMemoryException": ("Insufficient memory to continue the execution of the program.", 0x8007_000E),
        "System.UnauthorizedAccessException": ("Attempted to perform an unauthorized operation.", 0x8007_0005),
        "System.OperationCanceledException": ("The operation was canceled.", 0x8013_153B),
        "System.Threading.Tasks.TaskCanceledException": ("A task was canceled.", 0x8013_153B),
        "System.AggregateException": ("One or more errors occurred.", 0x8013_1500),
        "System.Collections.Generic.KeyNotFoundException": ("The given key was not present in the dictionary.", 0x8013_1577),
        "System.IO.IOException": ("I/O error occurred.", 0x8013_1620),
    ]
}
