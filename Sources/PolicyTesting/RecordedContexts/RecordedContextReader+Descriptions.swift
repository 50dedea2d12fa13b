import PolicyDiagnostics
import PolicyExpressions

extension RecordedContextReader {
    mutating func api(_ json: LocatedJSON) throws(Diagnostic) -> APIDescription {
        try know(
            [
                "id", "name", "path", "protocols", "serviceUrl", "subscriptionKeyParameterNames", "isCurrentRevision", "revision",
                "version",
            ], json, "api")
        var result = APIDescription()
        if let value = json["id"] { result.id = try value.text("id") }
        if let value = json["name"] { result.name = try value.text("name") }
        if let value = json["path"] { result.path = try value.text("path") }
        if let value = json["protocols"] { result.protocols = try textList(value, "protocols") }
        if let value = json["serviceUrl"] { result.serviceURL = try value.text("serviceUrl") }
        if let value = json["subscriptionKeyParameterNames"] { result.subscriptionKeyParameterNames = try keyNames(value) }
        if let value = json["isCurrentRevision"] { result.isCurrentRevision = try value.boolean("isCurrentRevision") }
        if let value = json["revision"] { result.revision = try value.text("revision") }
        if let value = json["version"] { result.version = try value.text("version") }
        return result
    }

    private mutating func keyNames(_ json: LocatedJSON) throws(Diagnostic) -> SubscriptionKeyParameterNames {
        try know(["header", "query"], json, "subscriptionKeyParameterNames")
        var result = SubscriptionKeyParameterNames()
        if let value = json["header"] { result.header = try value.text("header") }
        if let value = json["query"] { result.query = try value.text("query") }
        return result
    }

    mutating func operation(_ json: LocatedJSON) throws(Diagnostic) -> OperationDescription {
        try know(["id", "method", "name", "urlTemplate"], json, "operation")
        var result = OperationDescription()
        if let value = json["id"] { result.id = try value.text("id") }
        if let value = json["method"] { result.method = try value.text("method") }
        if let value = json["name"] { result.name = try value.text("name") }
        if let value = json["urlTemplate"] { result.urlTemplate = try value.text("urlTemplate") }
        return result
    }

    mutating func product(_ json: LocatedJSON) throws(Diagnostic) -> ProductDescription {
        try know(
            ["id", "name", "approvalRequired", "subscriptionRequired", "subscriptionLimit", "state", "groups", "apis"], json, "product")
        var result = ProductDescription(id: try json["id"]?.text("id") ?? "product", name: try json["name"]?.text("name") ?? "Product")
        if let value = json["approvalRequired"] { result.approvalRequired = try value.boolean("approvalRequired") }
        if let value = json["subscriptionRequired"] { result.subscriptionRequired = try value.boolean("subscriptionRequired") }
        if let value = json["subscriptionLimit"] {
            guard let limit = Int32(exactly: try value.integer("subscriptionLimit")) else {
                throw value.mismatch("subscriptionLimit", "a 32-bit integer")
            }
            result.subscriptionLimit = limit
        }
        if let value = json["state"] {
            result.state = try choice(value, "state", among: [("Published", .published), ("NotPublished", .notPublished)])
        }
        if let value = json["groups"] { result.groups = try groups(value) }
        if let value = json["apis"] { for element in try value.array("apis") { result.apis.append(try api(element)) } }
        return result
    }

    mutating func subscription(_ json: LocatedJSON) throws(Diagnostic) -> SubscriptionDescription {
        try know(["id", "name", "key", "primaryKey", "secondaryKey", "createdDate", "startDate", "endDate"], json, "subscription")
        var result = SubscriptionDescription(id: try json["id"]?.text("id") ?? "subscription")
        if let value = json["name"] { result.name = try value.text("name") }
        if let value = json["key"] { result.key = try value.text("key") }
        if let value = json["primaryKey"] { result.primaryKey = try value.text("primaryKey") }
        if let value = json["secondaryKey"] { result.secondaryKey = try value.text("secondaryKey") }
        if let value = json["createdDate"] { result.createdDate = try date(value, "createdDate") }
        if let value = json["startDate"] { result.startDate = try date(value, "startDate") }
        if let value = json["endDate"] { result.endDate = try date(value, "endDate") }
        return result
    }

    mutating func user(_ json: LocatedJSON) throws(Diagnostic) -> UserDescription {
        try know(["id", "email", "firstName", "lastName", "note", "registrationDate", "groups", "identities"], json, "user")
        var result = UserDescription(id: try json["id"]?.text("id") ?? "user")
        if let value = json["email"] { result.email = try value.text("email") }
        if let value = json["firstName"] { result.firstName = try value.text("firstName") }
        if let value = json["lastName"] { result.lastName = try value.text("lastName") }
        if let value = json["note"] { result.note = try value.text("note") }
        if let value = json["registrationDate"] { result.registrationDate = try date(value, "registrationDate") }
        if let value = json["groups"] { result.groups = try groups(value) }
        if let value = json["identities"] {
            for element in try value.array("identities") { result.identities.append(try identity(element)) }
        }
        return result
    }

    private mutating func identity(_ json: LocatedJSON) throws(Diagnostic) -> UserIdentityDescription {
        try know(["id", "provider"], json, "an identity")
        return UserIdentityDescription(id: try json["id"]?.text("id") ?? "", provider: try json["provider"]?.text("provider") ?? "")
    }

    private mutating func groups(_ json: LocatedJSON) throws(Diagnostic) -> [GroupDescription] {
        var result: [GroupDescription] = []
        for element in try json.array("groups") {
            try know(["id", "name"], element, "a group")
            let (id, name) = (try element["id"]?.text("id"), try element["name"]?.text("name"))
            result.append(GroupDescription(id: id ?? name ?? "", name: name ?? id ?? ""))
        }
        return result
    }

    mutating func deployment(_ json: LocatedJSON) throws(Diagnostic) -> DeploymentDescription {
        try know(["gatewayId", "gateway", "region", "serviceId", "serviceName", "certificates"], json, "deployment")
        var result = DeploymentDescription()
        if let value = json["gatewayId"] { result.gatewayID = try value.text("gatewayId") }
        if let value = json["gateway"] {
            try know(["id", "instanceId", "isManaged"], value, "gateway")
            if let id = value["id"] { result.gatewayID = try id.text("id") }
            if let id = value["instanceId"] { result.gatewayInstanceID = try id.text("instanceId") }
            if let flag = value["isManaged"] { result.isManaged = try flag.boolean("isManaged") }
        }
        if let value = json["region"] { result.region = try value.text("region") }
        if let value = json["serviceId"] { result.serviceID = try value.text("serviceId") }
        if let value = json["serviceName"] { result.serviceName = try value.text("serviceName") }
        if let value = json["certificates"] {
            for member in try value.members("certificates") {
                result.certificates.append((member.name, try RecordedCertificate.read(member.value)))
            }
        }
        return result
    }

    mutating func backend(_ json: LocatedJSON) throws(Diagnostic) -> BackendDescription {
        try know(["id", "azureRegion", "type"], json, "backend")
        var result = BackendDescription(id: try json["id"]?.text("id"))
        if let value = json["azureRegion"] { result.azureRegion = try value.text("azureRegion") }
        if let value = json["type"] { result.kind = try choice(value, "type", among: [("Single", .single), ("Pool", .pool)]) }
        return result
    }

    mutating func workspace(_ json: LocatedJSON) throws(Diagnostic) -> WorkspaceDescription {
        try know(["id", "name"], json, "workspace")
        let (id, name) = (try json["id"]?.text("id") ?? "workspace", try json["name"]?.text("name"))
        return WorkspaceDescription(id: id, name: name ?? id)
    }

    mutating func lastError(_ json: LocatedJSON) throws(Diagnostic) -> LastError {
        try know(["source", "reason", "message", "scope", "section", "path", "policyId"], json, "lastError")
        return LastError(
            source: try json["source"]?.text("source") ?? "", reason: try json["reason"]?.text("reason"),
            message: try json["message"]?.text("message") ?? "", scope: try json["scope"]?.text("scope"),
            section: try json["section"]?.text("section"), path: try json["path"]?.text("path"),
            policyID: try json["policyId"]?.text("policyId"))
    }

    private func textList(_ json: LocatedJSON, _ what: String) throws(Diagnostic) -> [String] {
        var result: [String] = []
        for element in try json.array(what) { result.append(try element.text("an element of \(what)")) }
        return result
    }

    private func choice<Choice>(_ json: LocatedJSON, _ what: String, among choices: [(String, Choice)]) throws(Diagnostic) -> Choice {
        let text = try json.text(what)
        guard let choice = choices.first(where: { $0.0.lowercased() == text.lowercased() }) else {
            throw json.mismatch(what, "one of " + choices.map { "\"\($0.0)\"" }.joined(separator: ", "))
        }
        return choice.1
    }
}
