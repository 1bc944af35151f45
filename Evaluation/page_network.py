"""The network that tells the body blocks of web pages from the rest, and how it is fitted: numpy alone, with Adam.

A block is the sum of the vectors of its keys. Two convolutions over the blocks of a page, with rectifiers, let it see its
neighbours; a logistic output looks at all layers. BlockModel.swift and BlockNetwork.swift compute the same.
"""
import os

# Sums in another order are other sums: with more threads the weights would not come out the same.
os.environ["OPENBLAS_NUM_THREADS"] = "1"

import numpy as np
import scipy.sparse as sparse

# Which neighbours each convolution looks at; for each, the one as far on the other side, too, in mirrored order.
TAPS = ((-2, -1, 0, 1, 2), (-6, -3, 0, 3, 6))
SPACE = 8  # empty places between the pages of a batch: as many as the taps reach
WIDTH = 32
EPOCHS = 12
PAGES_IN_BATCH = 12
RATE = 0.004
DECAY = 0.02
# The share of the numbers of a layer that is left out at a time.
DROPPED = 0.1
# The share of learned names and words that a page goes without at a time, as do pages of sites never seen.
FORGOTTEN = 0.3
TAIL = 0.3


class Network:
    def __init__(self, rows, seed):
        self.random = random = np.random.default_rng(seed)
        weights = {"vectors": random.standard_normal((rows, WIDTH)) * 0.05, "bias": np.zeros(WIDTH)}
        for layer, taps in enumerate(TAPS):
            size = len(taps) * WIDTH
            weights[f"matrix{layer}"] = random.standard_normal((size, WIDTH)) / np.sqrt(size)
            weights[f"bias{layer}"] = np.zeros(WIDTH)
        weights["output"] = random.standard_normal(((1 + len(TAPS)) * WIDTH, 1)) * 0.1
        weights["outputBias"] = np.zeros(1)
        self.weights = {name: values.astype(np.float32) for name, values in weights.items()}
        self.first = {name: np.zeros_like(values) for name, values in self.weights.items()}
        self.second = {name: np.zeros_like(values) for name, values in self.weights.items()}
        self.steps = 0

    def forward(self, matrix, near, dropped=None):
        """Log-odds of the blocks, and what led to them."""
        weights = self.weights
        values = np.maximum(matrix @ weights["vectors"] + weights["bias"], 0)
        layers, windows = [values if dropped is None else values * dropped[0]], []
        for layer in range(len(TAPS)):
            windows.append(with_nothing(layers[-1])[near[layer]].reshape(-1, len(TAPS[layer]) * WIDTH))
            values = np.maximum(windows[-1] @ weights[f"matrix{layer}"] + weights[f"bias{layer}"], 0)
            layers.append(values if dropped is None else values * dropped[layer + 1])
        whole = np.concatenate(layers, 1)
        return (whole @ weights["output"] + weights["outputBias"])[:, 0], layers, windows, whole

    def fit(self, matrix, near, labels, importance, rate):
        """One step down the slope of a batch."""
        weights, kept = self.weights, 1 - DROPPED
        dropped = [
            (self.random.random((matrix.shape[0], WIDTH), dtype=np.float32) < kept) * np.float32(1 / kept)
            for _ in range(1 + len(TAPS))
        ]
        logits, layers, windows, whole = self.forward(matrix, near, dropped)
        error = importance * (likelihoods(logits) - labels) / (importance.sum() + 1e-6)
        error = error[:, None].astype(np.float32)
        slopes = {"output": whole.T @ error, "outputBias": error.sum(0)}
        back = error @ weights["output"].T
        backs = [back[:, layer * WIDTH:(layer + 1) * WIDTH].copy() for layer in range(len(layers))]
        for layer in reversed(range(len(TAPS))):
            slope = backs[layer + 1] * dropped[layer + 1] * (layers[layer + 1] > 0)
            slopes[f"matrix{layer}"] = windows[layer].T @ slope
            slopes[f"bias{layer}"] = slope.sum(0)
            spread = with_nothing(slope @ weights[f"matrix{layer}"].T)
            # The block that has this one as its neighbour lies as far on the other side.
            for tap, mirrored in enumerate(reversed(range(len(TAPS[layer])))):
                backs[layer] += spread[:, tap * WIDTH:(tap + 1) * WIDTH][near[layer][:, mirrored]]
        slope = backs[0] * dropped[0] * (layers[0] > 0)
        slopes["bias"] = slope.sum(0)
        slopes["vectors"] = np.asarray(matrix.T @ slope)
        self.descend(slopes, rate)

    def descend(self, slopes, rate):
        """Adam, with weight decay of vectors and matrices."""
        self.steps += 1
        for name, values in self.weights.items():
            first, second, slope = self.first[name], self.second[name], slopes[name]
            first *= np.float32(0.9)
            first += np.float32(0.1) * slope
            second *= np.float32(0.99)
            second += np.float32(0.01) * slope * slope
            step = np.sqrt(second * np.float32(1 / (1 - 0.99 ** self.steps))) + np.float32(1e-8)
            np.divide(first, step, out=step)
            if name == "vectors" or name.startswith("matrix"):
                values *= np.float32(1 - rate * DECAY)
            values -= np.float32(rate / (1 - 0.9 ** self.steps)) * step

    def quantize(self):
        """Makes its vectors signed bytes times a scale, as the file holds them."""
        vectors = self.weights["vectors"]
        self.scale = np.float32(np.quantile(np.abs(vectors), 0.99999) / 127)
        self.bytes = np.clip(np.rint(vectors / self.scale), -127, 127).astype(np.int8)
        self.weights["vectors"] = self.bytes.astype(np.float32) * self.scale
        return self

    def logits(self, page):
        """The log-odds of a page's blocks, those that are passed over left out."""
        return self.forward(*batch([page]))[0].astype(np.float32)


def likelihoods(logits):
    return 1 / (1 + np.exp(-np.clip(logits, -30, 30)))


def with_nothing(values):
    """With a row of zeros behind: what lies beside blocks that have no neighbour there."""
    return np.concatenate([values, np.zeros((1, values.shape[1]), np.float32)])


def batch(pages, forget=None):
    """The keys of all blocks of pages as one matrix, and for each convolution where the neighbours of each block are.

    `forget`, if any, gives the factors of all keys for a page.
    """
    matrices = [page["matrix"] for page in pages]
    data = [matrix.data if forget is None else matrix.data * forget()[matrix.indices] for matrix in matrices]
    ends, count = [np.zeros(1, np.int32)], 0
    places, reached = [], SPACE
    for page, matrix in zip(pages, matrices):
        ends.append(matrix.indptr[1:] + count)
        count += len(matrix.data)
        places.append(page["places"] + reached)
        reached += page["count"] + SPACE
    places = np.concatenate(places)
    indices = np.concatenate([matrix.indices for matrix in matrices])
    joined = sparse.csr_matrix(
        (np.concatenate(data), indices, np.concatenate(ends)), shape=(len(places), matrices[0].shape[1])
    )
    rows = np.full(reached + SPACE, len(places))
    rows[places] = np.arange(len(places))
    return joined, [rows[places[:, None] + np.array(taps)] for taps in TAPS]


def trained(pages, facts, seed):
    """A network fitted on pages, as the file will hold it."""
    rows = pages[0]["matrix"].shape[1]
    network = Network(rows, seed)
    steps = EPOCHS * -(-len(pages) // PAGES_IN_BATCH)
    # The mean of the weights of the last steps generalises better than the last of them.
    tail = int(steps * TAIL)
    means = {name: np.zeros_like(values) for name, values in network.weights.items()}

    def forget():
        kept = (network.random.random(rows) >= FORGOTTEN).astype(np.float32)
        kept[:facts] = 1
        return kept

    step = 0
    for _ in range(EPOCHS):
        order = network.random.permutation(len(pages))
        for start in range(0, len(order), PAGES_IN_BATCH):
            chosen = [pages[i] for i in order[start:start + PAGES_IN_BATCH]]
            matrix, near = batch(chosen, forget)
            labels, importance = (np.concatenate([page[name] for page in chosen]) for name in ("labels", "weights"))
            network.fit(matrix, near, labels, importance, RATE * (1 - step / steps) + 1e-5)
            step += 1
            if step > steps - tail:
                for name, values in network.weights.items():
                    means[name] += values / tail
    network.weights = means
    return network.quantize()
