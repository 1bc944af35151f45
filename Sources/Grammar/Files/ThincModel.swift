import Models

/// The layers of a network as Thinc (https://thinc.ai) serializes them: a list of nodes with names, attributes and weights.
struct ThincModel {
    let file: String
    private let data: MessagePack
    private let nodes: [Node]

    /// Weights beyond this are damage: products of them would be no numbers.
    private static let largestWeight: Float = 1000

    /// One layer.
    struct Node {
        let name: String
        let references: [String: Int]
        let attributes: MessagePack.Value
        let parameters: MessagePack.Value
    }

    /// A table of weights: rows of equal width, in C order.
    struct Weights {
        let shape: [Int]
        let values: [Float]
    }

    init(file: String, in folder: PipelineFiles) throws(GrammarModelError) {
        self.file = file
        (data, nodes) = try folder.messagePack(file) { data in
            let names = try data.array(try data.require("nodes", in: data.root))
            let attributes = try data.array(try data.require("attrs", in: data.root))
            let parameters = try data.array(try data.require("params", in: data.root))
            guard names.count == attributes.count, names.count == parameters.count else {
                throw MessagePackError(offset: data.root.offset, expected: "as many nodes as attributes and parameters")
            }
            var nodes: [Node] = []
            for index in names.indices {
                var references: [String: Int] = [:]
                for pair in try data.map(try data.require("refs", in: names[index])) {
                    guard case .unsigned = pair.value.content else { continue }
                    references[try data.string(pair.key)] = try data.integer(pair.value)
                }
                nodes.append(
                    Node(
                        name: try data.string(try data.require("name", in: names[index])),
                        references: references,
                        attributes: attributes[index],
                        parameters: parameters[index]
                    )
                )
            }
            return (data, nodes)
        }
    }

    private func fault(_ reason: String, at offset: Int? = nil) -> GrammarModelError {
        GrammarModelError(file: file, offset: offset, reason: reason)
    }

    /// The layers of a name, in order; as many as are expected.
    func layers(_ name: String, count: Int) throws(GrammarModelError) -> [Node] {
        let found = nodes.filter { $0.name == name }
        guard found.count == count else { throw fault("expected \(count) layers “\(name)”, found \(found.count)") }
        return found
    }

    /// The layer that the first one refers to by a name.
    func layer(referredTo name: String) throws(GrammarModelError) -> Node {
        guard let index = nodes.first?.references[name], nodes.indices.contains(index) else {
            throw fault("expected a layer referred to as “\(name)”")
        }
        return nodes[index]
    }

    /// The weights of a layer, of the shape that is expected and all finite.
    func weights(_ name: String, of node: Node, shape: [Int]) throws(GrammarModelError) -> Weights {
        let place = node.parameters.offset
        do {
            let found = try data.floats(try data.require(name, in: node.parameters))
            guard found.shape == shape else {
                throw fault("expected weights “\(name)” of “\(node.name)” of the shape \(shape), found \(found.shape)", at: place)
            }
            // Also false for what is no number.
            guard found.values.allSatisfy({ $0.magnitude <= Self.largestWeight }) else {
                throw fault("weights “\(name)” of “\(node.name)” that no network has", at: place)
            }
            return Weights(shape: found.shape, values: found.values)
        } catch let error as MessagePackError {
            throw fault("expected \(error.expected)", at: error.offset)
        } catch {
            throw error as? GrammarModelError ?? fault("\(error)", at: place)
        }
    }

    /// An attribute of a layer, itself written in MessagePack.
    func attribute<Result>(
        _ name: String,
        of node: Node,
        _ body: (MessagePack, MessagePack.Value) throws -> Result
    ) throws(GrammarModelError) -> Result {
        do {
            let inner = try MessagePack(try data.binary(try data.require(name, in: node.attributes)), of: data)
            return try body(inner, inner.root)
        } catch let error as MessagePackError {
            throw fault("expected \(error.expected)", at: error.offset)
        } catch {
            throw fault("\(error)", at: node.attributes.offset)
        }
    }
}
