/// UTF-7 (RFC 2152) as .NET writes it: letters, digits and some punctuation as they are, everything else as Base64 of UTF-16.
enum UTF7 {
    private static let direct = Set(
        Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'(),-./:?\t\n\r ".utf16))
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    private static let values = Dictionary(uniqueKeysWithValues: zip(alphabet, UInt32(0)...))
    private static let plus = UInt8(ascii: "+"), minus = UInt8(ascii: "-")

    static func encode(_ units: [UInt16]) -> [UInt8] {
        var (output, index): ([UInt8], Int) = ([], 0)
        while index < units.count {
            if direct.contains(units[index]) {
                output.append(UInt8(truncatingIfNeeded: units[index]))
                index += 1
            } else if units[index] == UInt16(plus) {
                output += [plus, minus]
                index += 1
            } else {
                let run = units[index...].prefix { !direct.contains($0) }
                output += [plus] + base64(run)
                index += run.count
                // The minus ends the run; it is left out only where a character follows that Base64 does not have.
                if index == units.count || endsRunVisibly(units[index]) { output.append(minus) }
            }
        }
        return output
    }

    private static func endsRunVisibly(_ next: UInt16) -> Bool {
        next == UInt16(minus) || next < 0x80 && values[UInt8(truncatingIfNeeded: next)] != nil
    }

    private static func base64(_ units: ArraySlice<UInt16>) -> [UInt8] {
        var (output, bits, held): ([UInt8], UInt32, UInt32) = ([], 0, 0)
        for unit in units {
            (bits, held) = (bits << 16 | UInt32(unit), held + 16)
            while held >= 6 {
                held -= 6
                output.append(alphabet[Int(bits >> held & 63)])
            }
            bits &= 1 << held - 1
        }
        if held > 0 { output.append(alphabet[Int(bits << (6 - held) & 63)]) }
        return output
    }

    static func decode(_ bytes: [UInt8]) -> [UInt16] {
        var (output, index): ([UInt16], Int) = ([], 0)
        while index < bytes.count {
            guard bytes[index] == plus else {
                output.append(UInt16(bytes[index]))
                index += 1
                continue
            }
            let run = bytes[(index + 1)...].prefix { values[$0] != nil }
            index += run.count + 1
            let isEnded = index < bytes.count && bytes[index] == minus
            if isEnded { index += 1 }
            output += run.isEmpty && isEnded ? [UInt16(plus)] : units(run)
        }
        return output
    }

    private static func units(_ run: ArraySlice<UInt8>) -> [UInt16] {
        var (output, bits, held): ([UInt16], UInt32, UInt32) = ([], 0, 0)
        for byte in run {
            (bits, held) = (bits << 6 | (values[byte] ?? 0), held + 6)
            if held >= 16 {
                held -= 16
                output.append(UInt16(truncatingIfNeeded: bits >> held))
                bits &= 1 << held - 1
            }
        }
        return output
    }
}
