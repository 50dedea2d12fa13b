import PolicyExpressions

/// A reader of the type library that takes texts from outside: programs of an area hand it texts made for it.
public enum LibraryArea: String, Sendable, CaseIterable {
    /// The parser, compiler and matcher of regular expressions.
    case regularExpressions = "regular-expressions"
    /// The reader and the writer of XML.
    case xml
    /// The parsers and formats of dates and spans of time.
    case dates

    /// The statements around `first` and `second`, the two texts.
    var statements: String {
        switch self {
        case .regularExpressions:
            """
            var r = new Regex(second, (RegexOptions)options);
            var found = string.Join("|", r.Matches(first).Cast<Match>().Take(50).Select(m => m.Index + ":" + string.Join(",",
                m.Groups.Cast<Group>().Select(g => g.Success + g.Value + g.Captures.Count))));
            return found + r.Replace(first, "[$1$&$`${n}$+]", 50) + string.Join("/", r.Split(first, 50)) + Regex.Escape(second);
            """
        case .xml:
            """
            var d = XDocument.Parse(first, (LoadOptions)(options & 7));
            var text = d.ToString(SaveOptions.DisableFormatting);
            if (!XNode.DeepEquals(d, XDocument.Parse(text, LoadOptions.PreserveWhitespace)) && (options & 1) == 1 && !first.Contains("&"))
                throw new InvalidOperationException("what was written is read as something else");
            return d.ToString() + d.Root.Value + string.Join(",", d.Descendants().Attributes().Select(a => a.Name + "=" + a.Value))
                + (second == "" ? "" : XElement.Parse(second).ToString());
            """
        case .dates:
            """
            DateTime d; DateTimeOffset o; TimeSpan t;
            var all = DateTime.TryParse(first, out d) + d.ToString("o") + DateTimeOffset.TryParse(first, out o) + o.ToString("o")
                + TimeSpan.TryParse(first, out t) + t.Ticks;
            all += DateTime.TryParseExact(first, second, null, (System.Globalization.DateTimeStyles)(options & 255), out d) + d.ToString("o");
            all += TimeSpan.TryParseExact(first, second, null, out t) + t.ToString();
            return all + d.Ticks + new DateTime(options * 1234567890123L).ToString(second) + DateTimeOffset.UnixEpoch.ToString(second)
                + DateTime.ParseExact(first, second, null).Ticks;
            """
        }
    }

    /// Pieces of which the first text is made, and the second.
    var pieces: (first: [String], second: [String]) {
        switch self {
        case .regularExpressions: (Self.searched, Self.patterns)
        case .xml: (Self.markup, Self.markup)
        case .dates: (Self.datesAndTimes, Self.formats)
        }
    }

    private static let searched = [
        "a", "b", "ab", "aaaa", "1", "22", " ", "\n", "\r\n", "\t", "é", "😀", "_", "-", ".", "(", ")", "K", "ſ", "İ", "\u{1680}",
    ]

    private static let patterns = [
        "a", "b", "1", ".", "\\d", "\\D", "\\w", "\\W", "\\s", "\\S", "\\b", "\\B", "^", "$", "\\A", "\\Z", "\\z", "\\G", "(", ")", "(?:",
        "(?<n>",
        "(?<m>", "(?<n-m>", "(?<-n>", "(?'2'", "(?=", "(?!", "(?<=", "(?<!", "(?>", "(?(1)", "(?(n)", "(?(?=a)", "(?i)", "(?x)", "(?s-m:",
        "(?n)",
        "|", "*", "+", "?", "*?", "+?", "??", "{2}", "{1,}", "{0,3}", "{2,1}", "{99999999999}", "[", "[^", "]", "a-z", "-", "-[", "\\p{L}",
        "\\P{Lu}",
        "\\p{IsGreek}", "\\p{Nope}", "\\p", "\\1", "\\2", "\\k<n>", "\\k'n'", "\\10", "\\x41", "\\u0061", "\\c", "\\cA", "\\e", "\\0", "\\",
        "#", " ",
        "é", "😀", "{", "}", "(?#", "(?", "\\Q", "[[:alpha:]]", "\\n",
    ]

    private static let markup = [
        "<a>", "</a>", "<b x='1'>", "</b>", "<a/>", "<a", ">", "/>", "<", "&lt;", "&amp;", "&#65;", "&#x1F600;", "&#0;", "&nope;", "&",
        "<!--", "-->",
        "<![CDATA[", "]]>", "<?p d?>", "<?xml version='1.0' encoding=\"utf-8\"?>", "<!DOCTYPE a>", "<!DOCTYPE a [<!ENTITY e 'x'>]>",
        " xmlns='u'",
        " xmlns:p='v'", "<p:a", " p:x='1'", " xml:space='preserve'", "text", " ", "\n", "\r\n", "\t", "é", "😀", "\u{1}", "\u{FFFE}", "'",
        "\"", "=", ":",
        "xmlns", "--",
    ]

    private static let datesAndTimes = [
        "2024", "-", "02", "29", "T", "12", ":", "59", "60", ".", "1234567", "12345678", "Z", "+01:00", "-14:30", " ", "Jan", "February",
        "Mon",
        "Monday", ",", "/", "1", "9999", "0001", "AM", "pm", "GMT", "00", "é", "\0", "99999999999", "\"", "'", "(", ")",
    ]

    private static let formats = [
        "d", "D", "f", "F", "g", "G", "M", "o", "r", "s", "t", "T", "u", "U", "y", "yyyy", "yyy", "yy", "MM", "MMM", "MMMM", "dd", "ddd",
        "dddd", "HH", "h",
        "mm", "ss", "fff", "fffffff", "FFF", "ffffffff", "tt", "t", "zzz", "z", "K", "g", ":", "/", "-", ".", " ", "'", "\"", "\\", "%",
        "%d", "c", "hh\\:mm",
        "ddddddddd", "é",
    ]
}

extension FuzzedProgram {
    /// Makes a program that hands texts of a seed to a reader of the library.
    public init(seed: UInt64, area: LibraryArea) {
        var random = SeededRandom(seed: seed)
        let (first, second) = area.pieces
        let texts = [Self.text(of: first, &random), Self.text(of: second, &random)].map { text in
            "@\"" + text.replacingQuotes + "\""
        }
        let options = random.oneIn(2) ? 0 : random.below(1024)
        self.init(
            code: "string first = \(texts[0]), second = \(texts[1]); int options = \(options);\n\(area.statements)", kind: .block)
    }

    private static func text(of pieces: [String], _ random: inout SeededRandom) -> String {
        let count = random.below(random.oneIn(10) ? 60 : 12)
        var text = (0..<count).map { _ in random.pick(pieces) }.joined()
        if random.oneIn(20) { text = String(repeating: text, count: 1 + random.below(400)) }
        // With the other one, within what an expression may be long.
        return String(text.prefix(6_000))
    }
}

extension String {
    fileprivate var replacingQuotes: String { reduce(into: "") { $0 += $1 == "\"" ? "\"\"" : String($1) } }
}
