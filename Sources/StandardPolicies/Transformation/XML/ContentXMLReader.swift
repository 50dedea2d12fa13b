import CPolicyXML
import PolicyRuntime

/// Reads XML bodies: UTF-8, without DTD, entities of its own, files and network.
struct ContentXMLReader {
    private var root: ContentElement?
    private var open: [ContentElement] = []

    /// The root of a body.
    ///
    /// - Throws: an error that says where the body is no well-formed XML.
    static func read(_ bytes: [UInt8]) throws(PolicyError) -> ContentElement {
        var (reader, error) = (ContentXMLReader(), policy_xml_error())
        var handlers = handlers
        let isGood = bytes.withUnsafeBytes { body in
            withUnsafeMutablePointer(to: &reader) { reader in
                policy_xml_parse(body.bindMemory(to: CChar.self).baseAddress, body.count, &handlers, reader, &error)
            }
        }
        guard isGood == 1, let root = reader.root else { throw malformed(error) }
        return root
    }

    private static func malformed(_ error: policy_xml_error) -> PolicyError {
        let message = withUnsafeBytes(of: error.message) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        return PolicyError(nil, "The body is not well-formed XML at byte \(error.offset): \(message).")
    }

    private static var handlers: policy_xml_handlers {
        var handlers = policy_xml_handlers()
        handlers.start_element = { user, element in
            guard let element else { return }
            reader(user)?.pointee.start(element.pointee)
        }
        handlers.end_element = { user in reader(user)?.pointee.end() }
        handlers.text = { user, text in reader(user)?.pointee.add(String(text)) }
        handlers.cdata = { user, text in reader(user)?.pointee.add(String(text)) }
        return handlers
    }

    fileprivate mutating func start(_ tag: policy_xml_element) {
        let element = ContentElement(
            name: .init(prefix: String(tag.prefix), local: String(tag.name), namespace: String(tag.namespace_uri)),
            declarations: UnsafeBufferPointer(start: tag.namespaces, count: tag.namespace_count).map {
                (String($0.prefix), String($0.uri))
            },
            attributes: UnsafeBufferPointer(start: tag.attributes, count: tag.attribute_count).map(ContentElement.Attribute.init))
        if root == nil { root = element } else { open.last?.nodes.append(.element(element)) }
        open.append(element)
    }

    fileprivate mutating func end() {
        guard let element = open.popLast() else { return }
        element.nodes.removeAll { node in
            if case .text(let text) = node { text.utf8.allSatisfy { [0x20, 0x9, 0xA, 0xD].contains($0) } } else { false }
        }
    }

    /// libxml2 hands out long texts in parts.
    fileprivate mutating func add(_ text: String) {
        guard let element = open.last else { return }
        if case .text(let before)? = element.nodes.last {
            element.nodes[element.nodes.count - 1] = .text(before + text)
        } else {
            element.nodes.append(.text(text))
        }
    }
}

/// The reader that a handler is called for. No member of it: a C function cannot capture the type.
private func reader(_ user: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<ContentXMLReader>? {
    user?.assumingMemoryBound(to: ContentXMLReader.self)
}

extension ContentElement.Attribute {
    fileprivate init(_ attribute: policy_xml_attribute) {
        name = .init(prefix: String(attribute.prefix), local: String(attribute.name), namespace: String(attribute.namespace_uri))
        value = String(attribute.value)
    }
}

extension String {
    fileprivate init(_ slice: policy_xml_slice) {
        let bytes = UnsafeRawBufferPointer(start: slice.bytes, count: slice.count)
        self.init(decoding: bytes, as: UTF8.self)
    }
}
