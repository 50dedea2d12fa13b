import PolicyExpressions
import Testing

@Suite struct JTokenTests {
    private let root: JObject
    init() throws { root = try JToken.parseObject(#"{"a":1,"b":[1,2.5,"x",null],"c":{"d":"deep","e":[{"g":1},{"g":2}]},"s p":"sp"}"#) }

    @Test func indexers() throws {
        #expect(try root.value(forKey: "b")?.value(at: 1)?.compactText() == "2.5")
        #expect(try root.value(forKey: "missing") == nil)
        let array = root["b"]
        #expect(throws: EvaluationError.indexOutOfCollection) { try array?.value(at: 9) }
        let key = #expect(throws: EvaluationError.self) { try array?.value(forKey: "x") }
        #expect(key?.message == #"Accessed JArray values with invalid key value: "x". Int32 array index expected."#)
        let index = #expect(throws: EvaluationError.self) { try root.value(at: 0) }
        #expect(index?.message == "Accessed JObject values with invalid key value: 0. Object property name expected.")
        let value = #expect(throws: EvaluationError.self) { try root["a"]?.value(forKey: "x") }
        #expect(value?.exceptionType == "System.InvalidOperationException")
        #expect(value?.message == "Cannot access child value on Newtonsoft.Json.Linq.JValue.")
    }

    @Test func positionInTheTree() throws {
        let last = try root.value(forKey: "c")?.value(forKey: "e")?.value(at: 1)?.value(forKey: "g")
        #expect(last?.path == "c.e[1].g")
        #expect(root["s p"]?.path == "['s p']")
        #expect(last?.parent?.tokenType == .property)
        #expect(last?.root === root)
        #expect(last?.next == nil)
        #expect(try root["b"]?.first()?.next?.compactText() == "2.5")
        #expect(root.property("b")?.previous === root.property("a"))
        #expect(root.descendants().count == 22)
    }

    @Test func aMembersPropertyIsOneObjectHoweverItIsReached() throws {
        let value = try #require(root["a"])
        let property = try #require(value.parent as? JProperty)
        #expect(property === root.property("a"))
        #expect(property === root.properties[0])
        #expect(property.value === value && root["a"] === value)
        #expect(property.parent === root)
        try property.setValue(JValue("new"))
        #expect(try root["a"]?.compactText() == #""new""#)
        #expect(value.parent == nil)
        let last = try #require(root["s p"])
        #expect(root.remove("s p"))
        #expect(last.parent == nil)
    }

    @Test func manyMembersAreFoundByName() throws {
        let members = (0..<300).map { "\"key\($0)\":\($0)" }.joined(separator: ",")
        let object = try JToken.parseObject(NetString("{\(members),\"key7\":-7}"))
        #expect(object.count == 300)
        #expect(try object["key7"]?.compactText() == "-7")
        #expect(object.remove("key8") && object["key8"] == nil)
        #expect(object["key299"]?.path == "key299")
    }

    @Test func aTokenWithAParentIsCopied() throws {
        let array = JArray()
        try array.add(root["a"])
        try array.add(root["a"])
        #expect(try array.compactText() == "[1,1]")
        #expect(array.child(0) !== root["a"])
        let fresh = JValue(7 as Int64)
        try array.add(fresh)
        #expect(array.child(2) === fresh)
        try array.add(array)
        #expect(try array.compactText() == "[1,1,7,[1,1,7]]")
    }

    @Test func changes() throws {
        try root.setValue(JValue("new"), forKey: "a")
        try root.setValue(nil, forKey: "z")
        #expect(root.remove("b"))
        #expect(!root.remove("b"))
        try root["c"]?.removeWithName()
        #expect(try root.compactText() == #"{"a":"new","s p":"sp","z":null}"#)
        let twice = #expect(throws: EvaluationError.self) { try root.add("a", nil) }
        #expect(
            twice?.message
                == "Can not add property a to Newtonsoft.Json.Linq.JObject. Property with the same name already exists on object.")
        let kind = #expect(throws: EvaluationError.self) { try root.add(JValue(true)) }
        #expect(kind?.message == "Can not add Newtonsoft.Json.Linq.JValue to Newtonsoft.Json.Linq.JObject.")
        #expect(throws: EvaluationError.invalidOperation("The parent is missing.")) { try root.remove() }
        #expect(throws: EvaluationError.json("Cannot add or remove items from Newtonsoft.Json.Linq.JProperty.")) { try root["a"]?.remove() }
    }

    @Test func deepEqualityIgnoresTheOrderOfMembersOnly() throws {
        #expect(try JToken.deepEquals(JToken.parse(#"{"a":1,"b":[1,2]}"#), JToken.parse(#"{"b":[1,2],"a":1}"#)))
        #expect(try !JToken.deepEquals(JToken.parse("[1,2]"), JToken.parse("[2,1]")))
        #expect(try !JToken.deepEquals(JToken.parse("1"), JToken.parse("1.0")))
        #expect(try JToken.deepEquals(JToken.parse("0.1"), JToken.parse("0.10000000000000001")))
        #expect(try JToken.deepEquals(root, root.deepClone()))
        #expect(try JToken.deepEquals(nil, nil))
        #expect(try !JToken.deepEquals(nil, JValue.null()))
    }

    @Test func partsOutliveTheirTree() throws {
        var tree: JObject? = try JToken.parseObject(#"{"a":{"b":[{"c":1}]}}"#)
        let property = try #require(tree?.property("a"))
        let inner = try #require(try tree?["a"]?.value(forKey: "b")?.value(at: 0))
        tree = nil
        #expect(property.parent == nil)
        #expect(inner.path == "a.b[0]")
        #expect(inner.root === property)
    }

    @Test func aReleasedRootLeavesNoPointer() throws {
        let value = try #require(try JToken.parse(#"{"a":{"b":1}}"#).value(forKey: "a")?.value(forKey: "b"))
        #expect(value.parent == nil)
        #expect(value.path == "")
        #expect(throws: EvaluationError.self) { try value.replace(with: nil) }
    }

    @Test func treesOfAnyHeightAreReleasedAndRefused() throws {
        var token: JToken = JArray()
        for level in 0..<100_000 {
            let outer: JContainer = level % 2 == 0 ? JArray() : JObject()
            try outer.add(level % 2 == 0 ? token : JProperty("a", token))
            token = outer
        }
        #expect(throws: EvaluationError.self) { try token.compactText() }
        #expect(throws: EvaluationError.self) { try token.deepClone() }
        let limit = #expect(throws: EvaluationError.self) { try token.text() }
        #expect(limit?.limit == .depth)
    }
}

extension JToken {
    /// Removes the member that this value belongs to.
    fileprivate func removeWithName() throws { try parent?.remove() }
}

@Suite struct JTokenConversionTests {
    private func token(_ text: String) throws -> JToken { try JToken.parse(NetString(text)) }

    @Test func numbers() throws {
        #expect(try JToken.int32(token("'5'")) == 5)
        #expect(try JToken.int32(token("5.7")) == 6)
        #expect(try JToken.int32(token("2.5")) == 2)
        #expect(try JToken.int32(token("true")) == 1)
        #expect(try JToken.double(token("5")) == 5)
        #expect(try JToken.boolean(token("5.7")))
        #expect(try JToken.decimal(token("1.5")) == NumberParsing.decimal("1.5"))
        #expect(throws: EvaluationError.overflow("Int32")) { try JToken.int32(token("12345678901")) }
        #expect(throws: EvaluationError.overflow("Int32")) { try JToken.int32(token("1e20")) }
        #expect(throws: EvaluationError.format()) { try JToken.int32(token("'abc'")) }
        #expect(throws: EvaluationError.argumentNull("value")) { try JToken.int32(nil) }
    }

    @Test func strings() throws {
        #expect(try JToken.string(nil) == nil)
        #expect(try JToken.string(token("null")) == nil)
        #expect(try JToken.string(token("true")) == "True")
        #expect(try JToken.string(token("'2020-01-02T03:04:05Z'")) == "01/02/2020 03:04:05")
        #expect(try JToken.char(token("'x'")) == 0x78)
        #expect(try JToken.bytes(token("'AQI='")) == [1, 2])
    }

    @Test(arguments: [("{}", "Object"), ("[1]", "Array"), ("null", "Null")])
    func kindsThatDoNotConvert(text: String, kind: String) {
        #expect(throws: EvaluationError.argument("Can not convert \(kind) to Int32.")) { try JToken.int32(token(text)) }
        #expect(throws: EvaluationError.argument("Can not convert \(kind) to byte array.")) { try JToken.bytes(token(text)) }
        #expect(throws: EvaluationError.argument("Can not convert \(kind) to Guid.")) { try JToken.guid(token(text)) }
    }

    @Test func nullableConversionsGiveNull() throws {
        #expect(JToken.convertsToNull(nil))
        #expect(JToken.convertsToNull(try token("null")))
        #expect(!JToken.convertsToNull(try token("0")))
    }
}
