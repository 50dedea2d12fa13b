/// The order of characters in the root collation of Unicode's Common Locale Data Repository, which .NET's invariant
/// culture follows on Linux: Latin, Greek, Cyrillic, punctuation, symbols and currencies.
///
/// Each scalar below has a primary weight of its own, ascending. Upper-case letters are not listed: they have the weight of
/// their lower-case letter. Any other character comes behind all of these, in the order of code points.
enum CollationOrder {
    /// White space first, then punctuation.
    private static let whiteSpaceAndPunctuation = """
        \u{9}\u{A}\u{B}\u{C}\u{D}\u{85}\u{2028}\u{2029}\u{20}‾_‗-‐‒–—―⁓,、;⁏:!¡?¿‽.。·⁕⁖⁘⁙⁚⁛⁜⁝⁞'‘’‚‛‹›\"“”„‟«»()[]{}⁅⁆〈〉《》\
        「」『』【】‖§¶⁋@*⁎⁑/\\&⁊#%‰‱†‡•‣‧⁃⁌⁍′‵〃‸※‿⁔⁀⁐⁁⁂
        """

    /// Free-standing accents, signs, arrows, mathematics.
    private static let symbols = """
        `´˜^¯˘˙¨˚˝¸˛ʹ͵ʺ˂˃˄˅ˆˇˈˉˊˋˌˍˎˏ˒˓˔˕˖˗˞˟˥˦˧˨˩˪˫ˬ˭˯˰˱˲˳˴˵˶˷˸˹˺˻˼˽˾˿°҂©®℄℈℔℗℘℞℟℣℥℧℩℮℺⅁⅂⅃⅄⅊⅌⅏←→↑↓∀∁∂∃∅∆∇∈∊∋∍϶∎∏∐∑+±÷×<\
        =>¬|¦~−⁒∓∔∕⁄∖∗∘∙√∛∜∝∞∟∠∡∢∣∥∧∨∩∪∫∮∱∲∳∴∵∶∷∸∹∺∻∼∽∾∿≀≂≃≅≆≈≊≋≌≍≎≏≐≑≒≓≔≕≖≗≘≙≚≛≜≝≞≟≡≣≤≥≦≧≨≩≪≫≬⅋〄ːˑ々
        """

    /// Signs of currencies.
    private static let currencies = """
        ¤¢$£¥₠₡₢₣₤₥₦₧₩₪₫€₭₮₯₰₱₲₳₴₵₶₷₸₹₺₻₼₽₾₿₨
        """

    /// Digits.
    private static let digits = """
        0123456789
        """

    /// Latin letters that are not another letter with a mark.
    private static let latin = """
        aȺɐɑɒbʙƀɓƃcȼƈɕdɖɗƌȡeɇǝəɛɘɚɜɝɞʚɤfƒⅎgɡɢǥɠʛɣƣhʜƕɦɧʻʽiıɪɨɩjȷɉʝɟʄkƙʞlʟƚɫɬɭȴɮƛʎmɱnɴɲƞɳȵŋoɶɔɵɷȣpƥɸqʠɋĸrʀɍɹɺɻɼɽɾɿʁsʂȿʃƪʅ\
        ʆtŧȾƫƭʈȶʇuʉɥʮʯɯɰʊvʋʌwʍxyʏɏƴȝzƶȥʐʑɀʒƹƺʓþƿƻƨƽƅʔɂˀʼˮʾʕʿˁʡʢʖǀǁǂǃʗʘʬʭ
        """

    /// Greek letters.
    private static let greek = """
        αβγδεϝͷϛζͱηθιϳκλμνξοπϻϟϙρϼσͼͻͽτυφχψωϡͳϸϣϥϧϩϫϭϯ
        """

    /// Cyrillic letters, then some letter-like Hebrew signs.
    private static let cyrillic = """
        аәӕбвгғӻҕӷдԁђԃҙеєжԫҗзԅԑѕӡԇиҋіјкқӄҡҟҝԟԛлӆԯԓԡљԉԕмӎнԩӊңӈԣҥњԋоөпԥҧҁрҏԗсԍҫтԏҭћуүұѹфхӽӿҳһԧѡѿѽѻцҵчԭҷӌҹҽҿџшщъыьҍѣэюяԙѥѧѫ\
        ѩѭѯѱѳѵҩԝӏℵℶℷℸ
        """

    /// The scalars in ascending order of their primary weights.
    static var scalars: [Unicode.Scalar] {
        let all = whiteSpaceAndPunctuation + symbols + currencies + digits + latin + greek + cyrillic
        return Array(all.unicodeScalars)
    }

    /// Letters that collation takes apart although Unicode does not: a base letter with a stroke or a slash.
    static let strokes: [Unicode.Scalar: [Unicode.Scalar]] = [
        "đ": ["d", "\u{335}"], "Đ": ["D", "\u{335}"], "ħ": ["h", "\u{335}"], "Ħ": ["H", "\u{335}"], "ł": ["l", "\u{335}"],
        "Ł": ["L", "\u{335}"], "ø": ["o", "\u{338}"], "Ø": ["O", "\u{338}"],
    ]

    /// Ligatures, which differ from their letters as an accent would.
    static let ligatures: [Unicode.Scalar: [Unicode.Scalar]] = [
        "æ": ["a", "e"], "Æ": ["A", "E"], "œ": ["o", "e"], "Œ": ["O", "E"], "ß": ["s", "s"], "ẞ": ["S", "S"], "ð": ["d"], "Ð": ["D"],
        "ſ": ["s"], "ґ": ["г"], "Ґ": ["Г"],
    ]

    /// Other forms of characters, which differ from them as case would.
    static let variants: [Unicode.Scalar: [Unicode.Scalar]] = [
        "\u{A0}": [" "], "\u{2002}": [" "], "\u{2003}": [" "], "\u{2007}": [" "], "\u{2009}": [" "], "\u{200A}": [" "], "\u{202F}": [" "],
        "\u{2011}": ["‐"], "…": [".", ".", "."], "‥": [".", "."], "ª": ["a"], "º": ["o"], "¹": ["1"], "²": ["2"], "³": ["3"], "⁰": ["0"],
        "½": ["1", "⁄", "2"], "¼": ["1", "⁄", "4"], "¾": ["3", "⁄", "4"], "ĳ": ["i", "j"], "Ĳ": ["I", "J"], "ŉ": ["ʼ", "n"], "µ": ["μ"],
        "ς": ["σ"], "ﬀ": ["f", "f"], "ﬁ": ["f", "i"], "ﬂ": ["f", "l"], "™": ["t", "m"], "№": ["N", "o"], "ⁿ": ["n"],
    ]

    /// Marks by ascending secondary weight; any other mark comes behind them.
    static let marks: [Unicode.Scalar] = [
        "\u{332}", "\u{313}", "\u{314}", "\u{301}", "\u{300}", "\u{306}", "\u{302}", "\u{30C}", "\u{30A}", "\u{342}", "\u{308}",
        "\u{30B}", "\u{303}", "\u{307}", "\u{338}", "\u{327}", "\u{328}", "\u{304}", "\u{335}", "\u{305}", "\u{309}", "\u{30F}",
        "\u{310}", "\u{311}", "\u{31B}", "\u{321}", "\u{322}", "\u{323}", "\u{324}", "\u{325}", "\u{326}", "\u{32D}", "\u{32E}",
        "\u{330}", "\u{331}", "\u{334}", "\u{339}", "\u{345}", "\u{358}",
    ]
}
