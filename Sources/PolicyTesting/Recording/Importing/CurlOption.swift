/// What an option of `curl` does to the request.
enum CurlOption {
    case method, header, data, rawData, encodedData, json, user, cookie, userAgent, referer, url, urlQuery, bearer
    case get, head
    /// It says how to send, not what: with a value, or without.
    case ignoredWithValue, ignored
    /// It changes what is sent in a way that is not read.
    case unread

    /// The options by their long names.
    static let byName: [String: CurlOption] = [
        "--request": .method, "--header": .header, "--data": .data, "--data-ascii": .data, "--data-binary": .data,
        "--data-raw": .rawData, "--data-urlencode": .encodedData, "--json": .json, "--user": .user, "--cookie": .cookie,
        "--user-agent": .userAgent, "--referer": .referer, "--url": .url, "--url-query": .urlQuery, "--oauth2-bearer": .bearer,
        "--get": .get, "--head": .head, "--form": .unread, "--form-string": .unread, "--upload-file": .unread, "--config": .unread,
        "--next": .unread, "--digest": .unread, "--ntlm": .unread, "--negotiate": .unread, "--aws-sigv4": .unread, "--netrc": .unread,
        "--output": .ignoredWithValue, "--max-time": .ignoredWithValue, "--connect-timeout": .ignoredWithValue,
        "--retry": .ignoredWithValue, "--write-out": .ignoredWithValue, "--cacert": .ignoredWithValue, "--cert": .ignoredWithValue,
        "--key": .ignoredWithValue, "--proxy": .ignoredWithValue, "--resolve": .ignoredWithValue, "--cookie-jar": .ignoredWithValue,
        "--dump-header": .ignoredWithValue, "--max-redirs": .ignoredWithValue, "--retry-delay": .ignoredWithValue,
        "--insecure": .ignored, "--silent": .ignored, "--show-error": .ignored, "--location": .ignored, "--include": .ignored,
        "--verbose": .ignored, "--compressed": .ignored, "--fail": .ignored, "--fail-with-body": .ignored, "--http1.1": .ignored,
        "--http2": .ignored, "--http1.0": .ignored, "--globoff": .ignored, "--no-buffer": .ignored, "--progress-bar": .ignored,
        "--remote-name": .ignored, "--basic": .ignored, "--ipv4": .ignored, "--ipv6": .ignored, "--path-as-is": .ignored,
    ]

    /// The long names of options that have a letter.
    static let longNames: [Character: String] = [
        "X": "--request", "H": "--header", "d": "--data", "u": "--user", "b": "--cookie", "A": "--user-agent", "e": "--referer",
        "G": "--get", "I": "--head", "F": "--form", "T": "--upload-file", "K": "--config", "o": "--output", "m": "--max-time",
        "w": "--write-out", "E": "--cert", "x": "--proxy", "c": "--cookie-jar", "D": "--dump-header", "k": "--insecure", "s": "--silent",
        "S": "--show-error", "L": "--location", "i": "--include", "v": "--verbose", "f": "--fail", "g": "--globoff", "N": "--no-buffer",
        "#": "--progress-bar", "O": "--remote-name", "4": "--ipv4", "6": "--ipv6", "n": "--netrc",
    ]
}
