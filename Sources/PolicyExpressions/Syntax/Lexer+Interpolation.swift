import PolicyDiagnostics

extension Lexer {
    mutating func beginInterpolatedString(prefix: Int, isVerbatim: Bool) {
        let start = position
        position += prefix
        append(isVerbatim ? .verbatimInterpolatedStart : .interpolatedStart, from: start)
        interpolations.append(OpenInterpolation(isVerbatim: isVerbatim, start: start, enclosingLineHole: interpolations.last?.lineHole))
    }

    /// Reads the text of an interpolated string up to the next interpolation or to its end.
    mutating func lexInterpolatedText(_ open: OpenInterpolation) {
        let start = position
        while position < bytes.count {
            let current = bytes[position]
            if current == UInt8(ascii: "\"") {
                guard open.isVerbatim, byte(position + 1) == current else { return endInterpolatedString(textFrom: start) }
                position += 2
            } else if current == UInt8(ascii: "{") {
                guard byte(position + 1) == current else { return openHole(textFrom: start) }
                position += 2
            } else if current == UInt8(ascii: "}") {
                takeClosingBraces()
            } else if !open.isVerbatim, current == UInt8(ascii: "\\"), position + 1 < bytes.count, !isLineBreak(position + 1) {
                position += 2
            } else if !open.isVerbatim, isLineBreak(position) {
                break
            } else {
                if current == UInt8(ascii: "\n") { checkLineBreakInHole(at: position) }
                position += 1
            }
        }
        reportOpenString(open)
        endInterpolatedString(textFrom: start)
    }

    private func isLineBreak(_ offset: Int) -> Bool { byte(offset) == UInt8(ascii: "\n") || byte(offset) == UInt8(ascii: "\r") }

    private mutating func takeClosingBraces() {
        if byte(position + 1) == UInt8(ascii: "}") {
            position += 2
            return
        }
        report(
            "CS8086", "a single '}' stands in the text of an interpolated string", position, position + 1,
            hint: "write '}}' for the character itself")
        position += 1
    }

    private mutating func reportOpenString(_ open: OpenInterpolation) {
        reportUnterminated(
            open.isVerbatim ? "CS1039" : "CS1010",
            open.isVerbatim ? "the string that begins here has no end" : "the string that begins here does not end on its line",
            open.start, open.isVerbatim ? open.start + 3 : position, hint: "close it with '\"'")
    }

    private mutating func appendText(from start: Int) {
        if position > start { append(.interpolatedText, from: start) }
    }

    private mutating func openHole(textFrom start: Int) {
        appendText(from: start)
        interpolations[interpolations.count - 1].hole = position
        interpolations[interpolations.count - 1].depth = 0
        position += 1
        append(.interpolationOpen, from: position - 1)
    }

    /// Ends the string at its quote, or without one at the end of its line.
    private mutating func endInterpolatedString(textFrom start: Int) {
        appendText(from: start)
        let end = position
        if byte(position) == UInt8(ascii: "\"") { position += 1 }
        append(.interpolatedEnd, from: end)
        interpolations.removeLast()
    }

    mutating func closeHole() {
        position += 1
        append(.interpolationClose, from: position - 1)
        interpolations[interpolations.count - 1].hole = nil
    }

    /// Reads the format behind a colon, up to the brace that ends the interpolation.
    mutating func lexFormat() {
        let isVerbatim = interpolations.last?.isVerbatim ?? false
        let start = position
        position += 1
        while position < bytes.count {
            let (current, next) = (bytes[position], byte(position + 1))
            let isDoubled = current == next && (current == UInt8(ascii: "{") || current == UInt8(ascii: "}"))
            if isDoubled || isVerbatim && current == UInt8(ascii: "\"") && next == current {
                position += 2
            } else if current == UInt8(ascii: "}") || current == UInt8(ascii: "{") || current == UInt8(ascii: "\"") {
                break
            } else if !isVerbatim, isLineBreak(position) {
                break
            } else {
                position += !isVerbatim && current == UInt8(ascii: "\\") ? 2 : 1
            }
        }
        position = min(position, bytes.count)
        append(.interpolationFormat, from: start)
        if byte(position) == UInt8(ascii: "}") { closeHole() } else { abandonHole() }
    }

    /// A quote inside an interpolation that closes no string of its own ends the interpolated string around it.
    mutating func closeHoleAtQuote(_ quote: Int) -> Bool {
        guard interpolations.last?.hole != nil else { return false }
        position = quote
        abandonHole()
        return true
    }

    /// The hole has no closing brace: what follows is text again.
    private mutating func abandonHole() {
        guard let hole = interpolations.last?.hole else { return }
        reportUnterminated("CS8076", "the interpolation that begins here is not closed", hole, hole + 1, hint: "close it with '}'")
        interpolations[interpolations.count - 1].hole = nil
    }

    mutating func closeOpenInterpolations() {
        while let open = interpolations.last {
            if open.hole != nil { abandonHole() } else { reportOpenString(open) }
            append(.interpolatedEnd, from: position)
            interpolations.removeLast()
        }
    }
}
