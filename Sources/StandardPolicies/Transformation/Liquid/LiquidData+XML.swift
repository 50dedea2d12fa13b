import PolicyExpressions
import PolicyRuntime

// A body of XML. Members are child elements by their local names; what is repeated is a list.
extension LiquidData {
    /// The body: an object with the root as its member.
    ///
    /// - Parameter nilElement: what an element with `xsi:nil` is.
    /// - Throws: System.InvalidOperationException when the body is no XML.
    static func body(xml bytes: [UInt8], nilElement: LiquidValue) throws(EvaluationError) -> LiquidValue {
        do throws(PolicyError) {
            let root = try ContentXMLReader.read(bytes)
            return .dictionary(LiquidDictionary([(NetString(name(of: root)), value(of: root, nilElement))]))
        } catch {
            throw .invalidOperation(error.message)
        }
    }

    /// Templates that Azure generates write the elements of SOAP itself in lower case.
    private static func name(of element: ContentElement) -> String {
        soapNamespaces.contains(element.name.namespace) ? element.name.local.lowercased() : element.name.local
    }

    private static let soapNamespaces: Set<String> = [
        "http://schemas.xmlsoap.org/soap/envelope/", "http://www.w3.org/2003/05/soap-envelope",
    ]

    /// The text of an element that holds no others; otherwise its children, and the attributes whose names they leave free.
    private static func value(of element: ContentElement, _ nilElement: LiquidValue) -> LiquidValue {
        if element.isNil { return nilElement }
        let children = element.elements
        guard !children.isEmpty else { return .string(NetString(element.text ?? "")) }
        var members: [(name: NetString, value: LiquidValue)] = []
        for (name, values) in grouped(children) {
            let values = values.map { value(of: $0, nilElement) }
            members.append((NetString(name), values.count == 1 ? values[0] : .list(values)))
        }
        let taken = Set(children.map(name))
        for attribute in element.attributes where attribute.name.namespace.isEmpty && !taken.contains(attribute.name.local) {
            members.append((NetString(attribute.name.local), .string(NetString(attribute.value))))
        }
        return .dictionary(LiquidDictionary(members))
    }

    private static func grouped(_ elements: [ContentElement]) -> [(name: String, elements: [ContentElement])] {
        var (groups, places): ([(name: String, elements: [ContentElement])], [String: Int]) = ([], [:])
        for element in elements {
            let name = name(of: element)
            if let place = places[name] {
                groups[place].elements.append(element)
            } else {
                places[name] = groups.count
                groups.append((name, [element]))
            }
        }
        return groups
    }
}
