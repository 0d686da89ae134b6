"""How well groups of articles agree with the near copies that the labels know.

A pair is true when both articles are near copies of one root, or one is the other's root.
Precision, recall and F1 are of pairs; ARI is the adjusted Rand index.
"""

from collections import Counter


def n_pairs(n):
    return n * (n - 1) // 2


def score_groups(labels, groups):
    roots = labels.roots()
    group_of = list(range(len(roots)))
    for group in groups:
        for article in group:
            group_of[article] = group[0]
    scored = [i for i, root in enumerate(roots) if root is not None]
    true = sum(map(n_pairs, Counter(roots[i] for i in scored).values()))
    reported = sum(map(n_pairs, Counter(group_of[i] for i in scored).values()))
    both = sum(map(n_pairs, Counter((roots[i], group_of[i]) for i in scored).values()))
    expected = true * reported / max(1, n_pairs(len(scored)))
    most = (true + reported) / 2
    return {
        "precision": both / reported if reported else 1.0,
        "recall": both / true if true else 1.0,
        "F1": 2 * both / (true + reported) if true + reported else 1.0,
        "ARI": (both - expected) / (most - expected) if most != expected else 1.0,
        "groups": len(groups),
    }


def similar_pairs(labels, shingles, thresholds):
    """The true pairs, and how many of them have such an exact similarity: what can be found."""
    families = {}
    for article, root in enumerate(labels.roots()):
        if root is not None:
            families.setdefault(root, []).append(article)
    counts = [0] * len(thresholds)
    n = 0
    for family in families.values():
        sets = [set(shingles(labels.texts[article].decode())) for article in family]
        for i, one in enumerate(sets):
            for other in sets[:i]:
                shared = len(one & other)
                similarity = shared / max(1, len(one) + len(other) - shared)
                counts = [c + (similarity >= t) for c, t in zip(counts, thresholds)]
                n += 1
    return n, counts
