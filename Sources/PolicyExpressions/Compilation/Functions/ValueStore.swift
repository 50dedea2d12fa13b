/// Puts a boxed value into a local's slot: how arguments reach a function's parameters, and elements a loop's variable.
enum ValueStore {
    case boolean(Int)
    case int32(Int)
    case int64(Int)
    case double(Int)
    case string(Int)
    case reference(Int)
    case value(Int)
    /// The local is captured: every store of this kind makes a new variable.
    case cell(Int)
    /// There is no such parameter.
    case none

    init(_ local: LocalSymbol) {
        if local.isInCell {
            self = .cell(local.cellSlot)
            return
        }
        switch local.type.carrier {
        case .boolean: self = .boolean(local.slot)
        case .int32: self = .int32(local.slot)
        case .int64: self = .int64(local.slot)
        case .double: self = .double(local.slot)
        case .string: self = .string(local.slot)
        case .reference: self = .reference(local.slot)
        case .value, .void: self = .value(local.slot)
        }
    }

    /// Stores the value, whose type the binder has proved.
    @inline(__always)
    func store(_ value: Value, _ frame: inout Frame) throws(EvaluationError) {
        switch (self, value) {
        case (.int32(let slot), .int32(let number)): frame.int32s[slot] = number
        case (.value(let slot), _): frame.values[slot] = value
        case (.string(let slot), .string(let text)): frame.strings[slot] = text
        case (.reference(let slot), .object(let object)): frame.references[slot] = object
        case (.boolean(let slot), .boolean(let boolean)): frame.booleans[slot] = boolean
        default: try storeOther(value, &frame)
        }
    }

    @inline(never)
    private func storeOther(_ value: Value, _ frame: inout Frame) throws(EvaluationError) {
        switch self {
        case .cell(let slot): frame.references[slot] = LocalCell(value)
        case .int32(let slot):
            guard let number = value.integer else { throw .nullReference }
            frame.int32s[slot] = Int32(truncatingIfNeeded: number)
        case .int64(let slot):
            if case .uint64(let bits) = value {
                frame.int64s[slot] = Int64(bitPattern: bits)
            } else if let number = value.integer {
                frame.int64s[slot] = number
            } else {
                throw .nullReference
            }
        case .double(let slot):
            switch value {
            case .double(let number): frame.doubles[slot] = number
            case .single(let number): frame.doubles[slot] = Double(number)
            default: throw .nullReference
            }
        case .string(let slot) where value.isNull: frame.strings[slot] = nil
        case .reference(let slot) where value.isNull: frame.references[slot] = nil
        case .none: break
        default: throw .invalidCast(from: value.type.fullName, to: "System.Object")
        }
    }
}

/// A variable that a function captured: it lives as long as anybody refers to it.
final class LocalCell: NetObject {
    var value: Value
    /// Whether the request empties the cell when it ends.
    var isKept = false

    init(_ value: Value) { self.value = value }

    deinit {
        let heldValue = value
        value = .null
        DeferredRelease.release(consume heldValue)
    }
}
