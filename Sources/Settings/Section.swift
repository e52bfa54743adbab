import JSON
import Yams

/// The settings under one name of a YAML file; one that is absent reads as empty.
///
/// Every key that is asked for, whether it is there or not, goes to the ledger as known.
struct Section {
    /// With an empty name for the whole file.
    let place: Place
    private let entries: [Entry]
    private let ledger: KeyLedger

    private struct Entry {
        let key: String
        let place: Place
        let node: Node
    }

    init(_ node: Node?, at place: Place, ledger: KeyLedger) throws(SettingsError) {
        self.place = place
        self.ledger = ledger
        guard let node, !node.isNothing else {
            entries = []
            return
        }
        guard case .mapping(let mapping) = node else {
            let here = place.hasLine ? place : place.at(line: node.mark?.line)
            throw here.expected("settings, each as name: value", found: node.kindOfValue)
        }
        var entries: [Entry] = []
        for (key, value) in mapping {
            guard case .scalar(let name) = key else {
                let here = place.at(line: key.mark?.line)
                throw here.expected("a name before the colon", found: key.kindOfValue)
            }
            let here = place.below(name.string, line: key.mark?.line)
            ledger.note(name.string, of: place.name, at: here)
            entries.append(Entry(key: name.string, place: here, node: value))
        }
        self.entries = entries
    }

    /// The text of a setting, whatever YAML takes it for; nil when it is absent.
    func text(_ key: String) throws(SettingsError) -> Found? {
        guard let entry = entry(key) else { return nil }
        return try entry.node.text(at: entry.place)
    }

    /// The texts of a list; one text alone counts as a list of it.
    func texts(_ key: String) throws(SettingsError) -> [Found]? {
        guard let entry = entry(key) else { return nil }
        guard case .sequence(let elements) = entry.node else {
            guard case .scalar = entry.node else {
                throw entry.place.expected("a list, as in [a, b]", found: entry.node.kindOfValue)
            }
            return [try entry.node.text(at: entry.place)]
        }
        var texts: [Found] = []
        for element in elements {
            texts.append(try element.text(at: entry.place.at(line: element.mark?.line)))
        }
        return texts
    }

    /// The value of a setting by its YAML type; nil when it is absent.
    func value(_ key: String) throws(SettingsError) -> (value: JSONValue, place: Place)? {
        guard let entry = entry(key) else { return nil }
        guard case .sequence(let elements) = entry.node else {
            return (try entry.node.value(at: entry.place), entry.place)
        }
        var values: [JSONValue] = []
        for element in elements {
            values.append(try element.value(at: entry.place.at(line: element.mark?.line)))
        }
        return (.array(values), entry.place)
    }

    /// The section of a name.
    func section(_ key: String) throws(SettingsError) -> Section {
        let entry = entry(key)
        return try Section(
            entry?.node, at: entry?.place ?? place.below(key, line: nil), ledger: ledger)
    }

    /// The sections of a section whose names are free; nil when it is absent.
    func sections(_ key: String) throws(SettingsError) -> [(name: String, section: Section)]? {
        guard has(key) else { return nil }
        let parent = try section(key)
        var sections: [(name: String, section: Section)] = []
        for entry in parent.entries {
            sections.append((entry.key, try parent.section(entry.key)))
        }
        return sections
    }

    /// The sections of a list; nil when it is absent.
    func list(_ key: String) throws(SettingsError) -> [Section]? {
        guard let entry = entry(key) else { return nil }
        guard case .sequence(let elements) = entry.node else {
            throw entry.place.expected("a list", found: entry.node.kindOfValue)
        }
        var sections: [Section] = []
        for element in elements {
            let here = entry.place.at(line: element.mark?.line)
            sections.append(try Section(element, at: here, ledger: ledger))
        }
        return sections
    }

    /// The texts of the section by their keys; what is not a text is left out, no key is refused.
    func allTexts() -> [String: Found] {
        var texts: [String: Found] = [:]
        for entry in entries {
            if case .scalar(let scalar) = entry.node, !entry.node.isNothing {
                texts[entry.key] = Found(text: scalar.string, place: entry.place)
            }
        }
        return texts
    }

    /// Where a setting stands, or would stand.
    func place(of key: String) -> Place { entry(key)?.place ?? place.below(key, line: nil) }

    private func has(_ key: String) -> Bool { entry(key) != nil }

    private func entry(_ key: String) -> Entry? {
        ledger.ask(key, of: place.name)
        return entries.first { $0.key == key }
    }
}

extension Place {
    fileprivate func below(_ key: String, line: Int?) -> Place {
        Place(name.isEmpty ? key : "\(name).\(key)", origin).at(line: line)
    }

    fileprivate var hasLine: Bool {
        if case .file(_, .some) = origin { true } else { false }
    }

    fileprivate func at(line: Int?) -> Place {
        guard let line, case .file(let file, _) = origin else { return self }
        return Place(name, .file(file, line: line))
    }
}
