public import PolicyDiagnostics

/// The backend entities that documents can name.
public struct BackendEntities: Sendable {
    private var backends: [String: Backend] = [:]

    /// Takes backends; a later one of the same identifier replaces the earlier.
    public init(_ backends: [Backend] = []) {
        for backend in backends { self.backends[backend.id] = backend }
    }

    /// The backend of an identifier.
    public subscript(id: String) -> Backend? { backends[id] }

    /// The identifiers in alphabetical order.
    public var ids: [String] { backends.keys.sorted() }
}

extension BackendEntities {
    /// Reads a file of backends, each as Azure's resource of it has its properties:
    /// `{"orders": {"url": "https://…", "credentials": {…}, "circuitBreaker": {…}}, "all": {"type": "Pool", "pool": {"services": [{"id": "orders"}]}}}`.
    ///
    /// - Throws: a diagnostic at the first value that is not what it should be, or that needs what this engine does not have.
    public init(reading source: SourceText) throws(Diagnostic) { try self.init(try JSONReader.read(source)) }

    package init(_ json: LocatedJSON) throws(Diagnostic) {
        let members = try json.members("the backends")
        var services: [String: BackendService] = [:]
        for member in members where try !BackendReader.isPool(member.value) {
            services[member.name] = try BackendReader.service(member.value, id: member.name)
        }
        for member in members {
            guard backends[member.name] == nil else {
                throw Diagnostic("duplicate-member", .error, "the backend '\(member.name)' is there twice", at: member.nameSpan)
            }
            if let service = services[member.name] {
                backends[member.name] = Backend(id: member.name, kind: .single(service))
            } else {
                backends[member.name] = Backend(id: member.name, kind: .pool(try BackendReader.pool(member.value, of: services)))
            }
        }
    }
}
