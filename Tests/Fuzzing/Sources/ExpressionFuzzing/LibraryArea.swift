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
                + t.ToString("g");
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

extension LibraryArea {
    /// Texts that are read, from which half of the texts are made by a change.
    private var samples: [(first: String, second: String)] {
        switch self {
        case .regularExpressions:
            [
                ("max-age=3600, public", "max-age=(?<n>\\d+)"), ("(a(b)c)", "^(?:(?<n>\\()|(?<-n>\\))|[^()])*(?(n)(?!))$"),
                ("aXbX", "(?<=X).|(\\w)(?!X)"),
            ]
        case .xml:
            [
                ("<a x='1'><b>t</b><!-- c --><![CDATA[<]]></a>", "<p:a xmlns:p='u' p:x='1'/>"),
                ("<?xml version='1.0'?>\n<a xmlns='u'><b xmlns=''/> text &amp; &#65;<?p d?></a>", "<a> <b/> </a>"),
            ]
        case .dates:
            [
                ("2024-02-29T12:59:00.1234567+01:00", "yyyy-MM-ddTHH:mm:ss.fffffffzzz"), ("Mon, 01 Jan 2024 00:00:00 GMT", "r"),
                ("1.23:59:59.9999999", "c"), ("12/31/9999 11:59:59 PM", "MM/dd/yyyy hh:mm:ss tt"), ("02:03", "hh\\:mm"),
            ]
        }
    }

    /// Two texts for the statements.
    fileprivate func texts(_ random: inout SeededRandom) -> [String] {
        guard random.oneIn(2) else { return [pieces.first, pieces.second].map { Self.text(of: $0, &random) } }
        let sample = random.pick(samples)
        return [(sample.first, pieces.first), (sample.second, pieces.second)].map { text, pieces in
            random.oneIn(2) ? text : Self.changed(text, pieces, &random)
        }
    }

    private static func text(of pieces: [String], _ random: inout SeededRandom) -> String {
        let count = random.below(random.oneIn(10) ? 60 : 12)
        var text = (0..<count).map { _ in random.pick(pieces) }.joined()
        if random.oneIn(20) { text = String(repeating: text, count: 1 + random.below(400)) }
        // With the other one, within what an expression may be long.
        return String(text.prefix(6_000))
    }

    private static func changed(_ text: String, _ pieces: [String], _ random: inout SeededRandom) -> String {
        var characters = Array(text)
        for _ in 0...random.below(3) {
            let start = random.below(characters.count + 1), end = min(characters.count, start + random.below(4))
            characters.replaceSubrange(start..<end, with: random.oneIn(3) ? [] : Array(random.pick(pieces)))
        }
        return String(characters)
    }
}

extension FuzzedProgram {
    /// Makes a program that hands texts of a seed to a reader of the library.
    public init(seed: UInt64, area: LibraryArea) {
        var random = SeededRandom(seed: seed)
        let literals = area.texts(&random).map { "@\"" + $0.doublingQuotes + "\"" }
        let options = random.oneIn(2) ? 0 : random.below(1024)
        self.init(
            code: "string first = \(literals[0]), second = \(literals[1]); int options = \(options);\n\(area.statements)", kind: .block)
    }
}

extension String {
    fileprivate var doublingQuotes: String { reduce(into: "") { $0 += $1 == "\"" ? "\"\"" : String($1) } }
}
