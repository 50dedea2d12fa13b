import Foundation
import PolicyExpressions

/// The terminal that the process runs on.
enum Terminal {
    /// Whether a person sits in front of both ends.
    static var isInteractive: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

    /// Lets the work see every key as it is typed.
    static func withRawInput<Result>(_ work: () -> Result) -> Result {
        var saved = termios()
        guard tcgetattr(STDIN_FILENO, &saved) == 0 else { return work() }
        var raw = saved
        raw.c_lflag &= ~tcflag_t(ECHO | ICANON | ISIG | IEXTEN)
        raw.c_iflag &= ~tcflag_t(IXON | ICRNL)
        tcsetattr(STDIN_FILENO, TCSANOW, &raw)
        defer { tcsetattr(STDIN_FILENO, TCSANOW, &saved) }
        return work()
    }

    static func readByte() -> UInt8? {
        var byte: UInt8 = 0
        while true {
            let count = read(STDIN_FILENO, &byte, 1)
            if count == 1 { return byte }
            if count == 0 || errno != EINTR { return nil }
        }
    }
}

/// Asks for expressions until there are no more.
///
/// Lines are kept for the arrows while the process runs and written nowhere: they may hold secrets.
struct LineEditor {
    private var keys: TerminalKeyReader
    private let write: (String) -> Void
    private var history: [String] = []

    init(keys: TerminalKeyReader, write: @escaping (String) -> Void) { (self.keys, self.write) = (keys, write) }

    static func run(_ session: inout ExpressionSession) {
        var editor = LineEditor(keys: TerminalKeyReader(nextByte: Terminal.readByte), write: Console.write)
        Console.write("Policy expressions, C# 7.3. :help lists the commands.\n")
        editor.run(&session)
    }

    mutating func run(_ session: inout ExpressionSession) {
        while let text = readExpression(session) {
            if !text.isEmpty, text != history.last { history.append(text) }
            guard let answer = session.answer(to: text) else { return }
            write(answer)
        }
        write("\n")
    }

    /// The next expression, which goes on over lines while a bracket is open; nil at the end of input.
    private mutating func readExpression(_ session: ExpressionSession) -> String? {
        guard var text = readLine(prompt: "> ", before: "", session) else { return nil }
        while session.isIncomplete(text) {
            guard let more = readLine(prompt: ". ", before: text + "\n", session) else { return "" }
            text += "\n" + more
        }
        return text
    }

    private mutating func readLine(prompt: String, before: String, _ session: ExpressionSession) -> String? {
        // One line is shown at a time, so that those of several are not brought back.
        let recalled = history.filter { !$0.contains("\n") }
        return Terminal.withRawInput {
            var line = EditedLine(history: recalled)
            while true {
                show(line, prompt)
                switch keys.next() {
                case .enter:
                    write("\n")
                    return line.text
                case .interrupt:
                    write("^C\n")
                    line = EditedLine(history: recalled)
                case .endOfInput:
                    if line.characters.isEmpty { return nil }
                case .tab: complete(&line, session.completion(of: before + line.textBeforeCursor))
                case .clearScreen: write("\u{1B}[H\u{1B}[2J")
                case let key: line.apply(key)
                }
            }
        }
    }

    private func show(_ line: EditedLine, _ prompt: String) {
        let back = line.characters.count - line.cursor
        write("\r" + prompt + line.text + "\u{1B}[K" + (back > 0 ? "\u{1B}[\(back)D" : ""))
    }

    private func complete(_ line: inout EditedLine, _ completion: ExpressionCompletion) {
        guard let first = completion.names.first else { return }
        let common = completion.names.dropFirst().reduce(first) { $0.commonPrefix(with: $1) }
        line.insert(String(common.dropFirst(completion.prefix.count)))
        if completion.names.count > 1, common == completion.prefix { write("\n" + completion.names.joined(separator: "  ") + "\n") }
    }
}
