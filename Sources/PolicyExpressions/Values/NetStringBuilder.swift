/// `System.Text.StringBuilder`.
public final class NetStringBuilder: NetObject, NetClass {
    private(set) var buffer: NetStringBuilderBuffer
    /// The number of UTF-16 units.
    private(set) var length: Int
    /// How many units .NET's builder would have room for; it grows as .NET's does.
    private(set) var capacity: Int
    let maximumCapacity: Int

    static let defaultCapacity = 16
    /// The largest block that .NET's builder adds when it grows.
    private static let largestBlock = 8000

    init(_ text: NetString = "", capacity: Int = defaultCapacity, maximumCapacity: Int = Int(Int32.max)) {
        buffer = NetStringBuilderBuffer()
        buffer.append(text)
        length = text.utf16Count
        (self.capacity, self.maximumCapacity) = (max(capacity == 0 ? Self.defaultCapacity : capacity, length), maximumCapacity)
    }

    static var symbol: TypeSymbol { .named(.stringBuilder, []) }
    /// The builder's type.
    public override var type: TypeSymbol { Self.symbol }

    /// What was built.
    var string: NetString { buffer.string }

    override func invariantText() throws(EvaluationError) -> NetString { string }

    // MARK: At the end

    /// Adds a text at the end; what it takes counts as allocated.
    func append(_ text: NetString, _ frame: inout Frame) throws(EvaluationError) {
        try reserve(text.utf16Count, text.utf8Count, &frame)
        buffer.append(text)
        length += text.utf16Count
    }

    func append(unit: UInt16, _ frame: inout Frame) throws(EvaluationError) {
        try reserve(1, 1, &frame)
        buffer.append(unit: unit)
        length += 1
    }

    /// Counts what is about to be added, and grows the capacity as .NET does: by what is lacking or by the length so far.
    private func reserve(_ units: Int, _ bytes: Int, _ frame: inout Frame) throws(EvaluationError) {
        try frame.allocate(bytes)
        guard length + units <= maximumCapacity else {
            throw .argumentOutOfRange("requiredLength", "capacity was less than the current size.")
        }
        let lacking = length + units - capacity
        if lacking > 0 { capacity += max(lacking, min(capacity, Self.largestBlock)) }
    }

    // MARK: Anywhere

    /// Puts a text in; the index must lie in `0...length`.
    func insert(_ text: NetString, at index: Int, _ frame: inout Frame) throws(EvaluationError) {
        guard !text.isEmpty else { return }
        try frame.step(buffer.byteCount / 64)
        try reserve(text.utf16Count, text.utf8Count, &frame)
        buffer.replace(index..<index, with: text)
        length += text.utf16Count
    }

    /// Takes a part out, which must lie in the text.
    func remove(_ range: Range<Int>, _ frame: inout Frame) throws(EvaluationError) {
        try frame.step(buffer.byteCount / 64)
        buffer.replace(range, with: "")
        length -= range.count
    }

    func unit(at index: Int) -> UInt16 { buffer[utf16: index] }

    func setUnit(_ unit: UInt16, at index: Int) { buffer[utf16: index] = unit }

    /// Replaces a part by what a text made of it has become; the part must lie in the text.
    func replace(_ range: Range<Int>, by text: NetString, _ frame: inout Frame) throws(EvaluationError) {
        let added = text.utf16Count - range.count
        try reserve(max(added, 0), text.utf8Count, &frame)
        buffer.replace(range, with: text)
        length += added
    }

    /// Cuts the text off, or fills it up with null characters.
    func setLength(_ count: Int, _ frame: inout Frame) throws(EvaluationError) {
        if count > length { return try append(NetString(repeating: 0, count: count - length), &frame) }
        buffer.replace(count..<length, with: "")
        length = count
    }

    /// Throws ArgumentOutOfRangeException for less than the text has.
    func setCapacity(_ value: Int32) throws(EvaluationError) {
        guard value >= 0 else { throw .argumentOutOfRange("value", "Capacity must be positive.") }
        guard Int(value) <= maximumCapacity else { throw .argumentOutOfRange("value", "Capacity exceeds maximum capacity.") }
        guard Int(value) >= length else { throw .argumentOutOfRange("value", "capacity was less than the current size.") }
        capacity = Int(value)
    }
}
