"""Rank correlation, without packages."""


def ranks(values):
    """The place of each value in order, from 1; equal ones share the mean of their places."""
    order = sorted(range(len(values)), key=values.__getitem__)
    places = [0.0] * len(values)
    start = 0
    while start < len(order):
        end = start
        while end < len(order) and values[order[end]] == values[order[start]]:
            end += 1
        for index in order[start:end]:
            places[index] = (start + 1 + end) / 2
        start = end
    return places


def spearman(first, second):
    """Spearman's rank correlation, from −1 to 1: Pearson's of the ranks, so that ties count as they should."""
    first, second = ranks(first), ranks(second)
    mean = (len(first) + 1) / 2
    product = sum((a - mean) * (b - mean) for a, b in zip(first, second))
    squares = sum((a - mean) ** 2 for a in first) * sum((b - mean) ** 2 for b in second)
    return product / squares**0.5 if squares else 0.0
