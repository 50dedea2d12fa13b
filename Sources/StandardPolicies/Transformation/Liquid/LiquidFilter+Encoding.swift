import PolicyExpressions

extension LiquidFilter {
    static let encodingFilters: [LiquidFilter] = [
        .text("Escape") { HtmlText.encoded($0) }, .text("H") { HtmlText.encoded($0) },
        .text("EscapeOnce") { HtmlText.encoded(HtmlText.decoded($0)) },
        .text("UrlEncode") { urlEncoded($0) }, .text("UrlDecode") { urlDecoded($0) },
    ]

    /// `WebUtility.UrlEncode`.
    private static func urlEncoded(_ text: NetString) -> NetString {
        let digits = Array("0123456789ABCDEF".utf8)
        var encoded: [UInt8] = []
        for byte in text.string.utf8 {
            let isSafe = byte < 0x80 && byte.isLiquidNameByte || "_.!*()".utf8.contains(byte)
            if byte == 0x20 {
                encoded.append(UInt8(ascii: "+"))
            } else if isSafe {
                encoded.append(byte)
            } else {
                encoded += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return NetString(utf8: encoded)
    }

    /// `WebUtility.UrlDecode`; a percent sign without two digits stays.
    private static func urlDecoded(_ text: NetString) -> NetString {
        let bytes = Array(text.string.utf8)
        var (decoded, position) = ([UInt8](), 0)
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: "%"), position + 2 < bytes.count,
                let high = Character(Unicode.Scalar(bytes[position + 1])).hexDigitValue,
                let low = Character(Unicode.Scalar(bytes[position + 2])).hexDigitValue
            {
                decoded.append(UInt8(high * 16 + low))
                position += 3
            } else {
                decoded.append(byte == UInt8(ascii: "+") ? 0x20 : byte)
                position += 1
            }
        }
        return NetString(utf8: decoded)
    }
}
