#!/usr/bin/env python3
"""Holds exported comparisons to the schemas and vocabularies of those who made the formats.

    pip install pyld networkx                        # into an environment of your own; apt-get install jing
    python3 Tests/Exchange/check_exports.py [--tei tei_all.rng] [--schema-org FOLDER] [--annotation anno.jsonld] FILE…

The tests hold every document to what Stemma means to write (Tests/Schemas); this, by hand, to what others say that may be
written. FILEs are told apart by their endings: .tei or .xml (TEI), .graphml, .jsonld (schema.org), .json (Web Annotation), .csv.

TEI: jing with the schema of https://tei-c.org/release/xml/tei/custom/schema/relaxng/tei_all.rng. schema.org: a JSON-LD processor with
schemaorgcontext.jsonld, and domains and ranges by schemaorg-current-https.jsonld, both in FOLDER, from a release of
https://github.com/schemaorg/schemaorg. Web Annotation: the same with the context of http://www.w3.org/ns/anno.jsonld. GraphML:
networkx. CSV: Python's reader, strict, and no cell that opens a formula. What is not given or not installed is skipped, and that is
said. Exit code: 0 all well or skipped, 1 not.
"""

import argparse
import csv
import json
import pathlib
import shutil
import subprocess
import sys


def as_list(value):
    return value if isinstance(value, list) else [] if value is None else [value]


class Vocabulary:
    """Classes and properties of schema.org."""

    def __init__(self, path):
        self.nodes = {node["@id"]: node for node in json.loads(path.read_text(encoding="utf8"))["@graph"]}

    def ids(self, node, member):
        return [value["@id"] for value in as_list(self.nodes[node].get(member))]

    def classes(self, name):
        found = {name}
        for parent in self.ids(name, "rdfs:subClassOf"):
            if parent in self.nodes:
                found |= self.classes(parent)
        return found

    def faults(self, value):
        """What a document says that the vocabulary does not have, or not of such things."""
        faults = []
        if isinstance(value, list):
            for one in value:
                faults += self.faults(one)
        elif isinstance(value, dict):
            kind = value.get("@type")
            for member, held in value.items():
                if not member.startswith("@"):
                    if kind is not None:
                        faults += self.faults_of_member(kind, member, held)
                    faults += self.faults(held)
        return faults

    def faults_of_member(self, kind, member, held):
        name = f"schema:{member}"
        if f"schema:{kind}" not in self.nodes or name not in self.nodes:
            return [f"{kind} or {member} is unknown"]
        if not self.classes(f"schema:{kind}") & set(self.ids(name, "schema:domainIncludes")):
            return [f"{member} is no property of {kind}"]
        ranges = set(self.ids(name, "schema:rangeIncludes"))
        kinds = [one["@type"] for one in as_list(held) if isinstance(one, dict) and "@type" in one]
        return [f"{member} holds no {one}" for one in kinds if not self.classes(f"schema:{one}") & ranges]


def members(value):
    """How many members a document has, names and types aside."""
    if isinstance(value, list):
        return sum(members(one) for one in value)
    if isinstance(value, dict):
        return sum((not key.startswith("@") and key not in ("id", "type")) + members(held) for key, held in value.items() if key != "@context")
    return 0


def check_linked_data(path, context, vocabulary=None):
    """Expands and compacts again: a member that the context does not know gets lost on the way."""
    from pyld import jsonld

    held = json.loads(context.read_text(encoding="utf8"))
    jsonld.set_document_loader(lambda url, _: {"contextUrl": None, "documentUrl": url, "document": held})
    document = json.loads(path.read_text(encoding="utf8"))
    back = jsonld.compact(jsonld.expand(document), held["@context"])
    faults = [] if members(document) == members(back) else [f"{members(document)} members, {members(back)} after expansion"]
    quads = jsonld.to_rdf(document, {"format": "application/n-quads"}).count("\n")
    if vocabulary is not None:
        faults += sorted(set(vocabulary.faults(document["@graph"])))
    return faults, f"{members(document)} members, {quads} quads"


def check_tei(path, schema):
    run = subprocess.run(["jing", str(schema), str(path)], capture_output=True, text=True, check=False)
    return run.stdout.splitlines() if run.returncode else [], "valid"


def check_graph(path):
    import networkx

    graph = networkx.read_graphml(path)
    kinds = [data.get("kind") for _, data in graph.nodes(data=True)]
    return ["a node without a kind"] if None in kinds else [], f"{len(kinds)} nodes, {graph.number_of_edges()} edges"


def check_table(path):
    with path.open(encoding="utf8", newline="") as file:
        rows = list(csv.reader(file, strict=True))
    faults = [] if len({len(row) for row in rows}) == 1 else ["rows of different lengths"]
    faults += [f"a formula: {cell[:40]}" for row in rows for cell in row if cell[:1] in "=+-@\t\r" and cell]
    return faults, f"{len(rows)} rows"


def check(path, options):
    """Faults and a summary; no summary where the check was skipped."""
    try:
        match path.suffix:
            case ".tei" | ".xml":
                return check_tei(path, options.tei) if options.tei and shutil.which("jing") else ([], None)
            case ".graphml":
                return check_graph(path)
            case ".csv":
                return check_table(path)
            case ".jsonld" if options.schema_org:
                folder = options.schema_org
                vocabulary = Vocabulary(folder / "schemaorg-current-https.jsonld")
                return check_linked_data(path, folder / "schemaorgcontext.jsonld", vocabulary)
            case ".json" if options.annotation:
                return check_linked_data(path, options.annotation)
    except ImportError:
        pass
    return [], None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tei", type=pathlib.Path)
    parser.add_argument("--schema-org", type=pathlib.Path)
    parser.add_argument("--annotation", type=pathlib.Path)
    parser.add_argument("files", nargs="+", type=pathlib.Path)
    options = parser.parse_args()
    failed = False
    for path in options.files:
        faults, summary = check(path, options)
        for fault in faults:
            print(f"{path}: {fault}")
        if not faults:
            print(f"{path}: {'SKIPPED, not given or not installed' if summary is None else summary}")
        failed = failed or bool(faults)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
