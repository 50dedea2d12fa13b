import Foundation
import PolicyDiagnostics
import Testing

@testable import PolicyExpressions

/// Trees of every shape stay under one height, so that parsing, walking and releasing them holds on a small stack.
struct SyntaxDepthTests {
    /// A text that repeats: `count` times `opening`, the middle, `count` times `closing`.
    struct Shape: CustomTestStringConvertible, Sendable {
        let opening: String
        var middle = "a"
        var closing = ""
        var prefix = ""
        var suffix = ""
        var isBlock = false

        var testDescription: String { prefix + opening + "…" }

        func text(_ count: Int, isClosed: Bool) -> [UInt8] {
            let opened = prefix + String(repeating: opening, count: count) + middle
            return Array((isClosed ? opened + String(repeating: closing, count: count) + suffix : opened).utf8)
        }
    }

    static let expressions: [Shape] = [
        Shape(opening: "(", closing: ")"), Shape(opening: "!"), Shape(opening: "-"), Shape(opening: "~ "), Shape(opening: "++"),
        Shape(opening: "(int)"), Shape(opening: "(A)", middle: "(a)"), Shape(opening: "1+"), Shape(opening: "a||"), Shape(opening: "a??"),
        Shape(opening: "a="), Shape(opening: "a?b:"), Shape(opening: "a?", closing: ":b"), Shape(opening: "x=>"), Shape(opening: "()=>"),
        Shape(opening: "(int x)=>"), Shape(opening: "a."), Shape(opening: "a?."), Shape(opening: "f(", closing: ")"),
        Shape(opening: "a[", closing: "]"), Shape(opening: "(a,", closing: ")"), Shape(opening: "a(ref "),
        Shape(opening: "a(n:", closing: ")"),
        Shape(opening: ".a", middle: "", prefix: "a"), Shape(opening: "?.a", middle: "", prefix: "a"),
        Shape(opening: "?[0]", middle: "", prefix: "a"),
        Shape(opening: "()", middle: "", prefix: "a"), Shape(opening: "[0]", middle: "", prefix: "a"),
        Shape(opening: "++", middle: "", prefix: "a"),
        Shape(opening: " is A", middle: "", prefix: "a"), Shape(opening: " as A", middle: "", prefix: "a"),
        Shape(opening: "new A(", closing: ")"), Shape(opening: "new A{B=", closing: "}"), Shape(opening: "new A{{", closing: "}}"),
        Shape(opening: "new A{[0]={", closing: "}}"), Shape(opening: "new[]{", closing: "}"), Shape(opening: "new{a=", closing: "}"),
        Shape(opening: "new int[", closing: "]"), Shape(opening: "{", closing: "}", prefix: "new int[]"),
        Shape(opening: "B={", middle: "", closing: "}", prefix: "new A{", suffix: "}"),
        Shape(opening: "$\"{", closing: "}\""), Shape(opening: "$@\"{", closing: "}\""), Shape(opening: "$\"{a,", closing: "}\""),
        Shape(opening: "A<", middle: "int", closing: ">", prefix: "typeof(", suffix: ")"),
        Shape(opening: "A<", middle: "int", closing: ">", prefix: "new ", suffix: "()"), Shape(opening: "a<"),
        Shape(opening: "a.b<", middle: "int", closing: ">", suffix: "()"),
        Shape(opening: "(int,", middle: "int", closing: ")", prefix: "typeof(", suffix: ")"),
        Shape(opening: "?[]", middle: "", prefix: "default(int", suffix: ")"), Shape(opening: "checked(", closing: ")"),
        Shape(opening: "throw ", prefix: "a??"), Shape(opening: "from x in ", closing: " select x"), Shape(opening: "from x in a select "),
        Shape(opening: "from x in a ", middle: "select x"), Shape(opening: "where a ", middle: "select x", prefix: "from x in a "),
        Shape(opening: "select x into y ", middle: "select x", prefix: "from x in a "),
        Shape(opening: "await "), Shape(opening: "async x=>"), Shape(opening: "delegate{return ", closing: ";}"),
        Shape(opening: "()=>{return ", closing: ";}"), Shape(opening: "()=>{var x=", closing: ";}"),
        Shape(opening: "f(()=>{if(", closing: "){}})"),
        Shape(opening: "f(x=>{switch(a){case ", closing: ":return;}})"), Shape(opening: "x=>{foreach(var y in ", closing: "){}}"),
        Shape(opening: "x=>{T f(){return ", closing: ";}}"), Shape(opening: "x=>{try{return ", closing: ";}catch{}}"),
    ]

    static let blocks: [Shape] = [
        Shape(opening: "{", middle: "", closing: "}"), Shape(opening: "if(a)", middle: ";"), Shape(opening: "if(a){}else ", middle: ";"),
        Shape(opening: "while(a)", middle: ";"), Shape(opening: "do ", middle: ";", closing: "while(a);"),
        Shape(opening: "for(;;)", middle: ";"),
        Shape(opening: "foreach(var x in y)", middle: ";"), Shape(opening: "a:", middle: ";"), Shape(opening: "lock(a)", middle: ";"),
        Shape(opening: "using(a)", middle: ";"), Shape(opening: "checked{", middle: "", closing: "}"),
        Shape(opening: "try{", middle: "", closing: "}finally{}"), Shape(opening: "try{}catch{", middle: "", closing: "}"),
        Shape(opening: "switch(a){default:", middle: "", closing: "}"), Shape(opening: "void f(){", middle: "", closing: "}"),
        Shape(opening: "var (", middle: "a,b", closing: ",c)", suffix: "=d;"),
        Shape(opening: "(", middle: "int a,b", closing: ",c)", suffix: "=d;"),
        Shape(opening: "A<", middle: "int", closing: ">", suffix: " x;"),
        Shape(opening: "{", middle: "1", closing: "}", prefix: "int[] a=", suffix: ";"),
        Shape(opening: "a(", closing: ")", suffix: ";"),
        Shape(opening: "unsafe{", middle: "", closing: "}"), Shape(opening: "catch{", middle: "", closing: "}"),
    ].map { shape in
        var shape = shape
        shape.isBlock = true
        return shape
    }

    @Test(arguments: expressions + blocks) func hundredThousandLevelsGiveOneDiagnostic(_ shape: Shape) throws {
        for isClosed in [false, true] {
            let codes = onSmallStack { Self.codes(shape, shape.text(TreeHeightTests.manyLevels, isClosed: isClosed)) } ?? []
            // Where an error of its own comes before the limit, that may be all.
            #expect(codes.filter { $0 == "CS8078" }.count == 1 || codes == ["CS8076"])
            #expect(Set(codes).count <= 2)
        }
    }

    @Test(arguments: expressions + blocks) func treesUnderTheLimitHold(_ shape: Shape) {
        var (accepted, refused) = (1, 300)
        while refused - accepted > 1 {
            let count = (accepted + refused) / 2
            let text = shape.text(count, isClosed: true)
            let codes = onSmallStack { Self.codes(shape, text) } ?? []
            if codes.contains("CS8078") { refused = count } else { accepted = count }
        }
        #expect(accepted >= 20)
    }

    static func codes(_ shape: Shape, _ text: [UInt8]) -> [String] {
        shape.isBlock
            ? Parser.parseBlock(text).1.map(\.code.rawValue)
            : Parser.parseExpression(text).1.map(\.code.rawValue)
    }
}

#if DEBUG
    private let smallStack = 2 << 20
#else
    private let smallStack = 512 << 10
#endif

/// Runs a closure on a thread with the smallest stack that the package promises to work on.
func onSmallStack<Result: Sendable>(_ body: @escaping @Sendable () -> Result) -> Result? {
    let box = ResultBox<Result>()
    let thread = Thread { box.finish(body()) }
    thread.stackSize = smallStack
    thread.start()
    return box.wait()
}

/// Hands one value from a thread to another.
///
/// Sendable because the semaphore orders the only write before the only read.
private final class ResultBox<Result: Sendable>: @unchecked Sendable {
    private let semaphore = DispatchSemaphore(value: 0)
    private var result: Result?

    func finish(_ value: Result) {
        result = value
        semaphore.signal()
    }

    func wait() -> Result? {
        semaphore.wait()
        return result
    }
}
