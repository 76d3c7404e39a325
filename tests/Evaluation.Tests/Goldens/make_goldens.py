"""Writes goldens.json: random problems with many ties, and their metrics computed straight from the definitions (all pairs, all thresholds).

    python3 tests/Evaluation.Tests/Goldens/make_goldens.py
"""
import json
import math
import pathlib

import numpy as np


def binary(rng, n, levels):
    actual = rng.integers(0, 2, n)
    actual[:2] = [0, 1]
    scores = np.round(np.clip(rng.normal(0.35 + 0.3 * actual, 0.25), 0, 1) * levels) / levels
    positives, negatives = scores[actual == 1], scores[actual == 0]
    auc = np.mean([(p > q) + 0.5 * (p == q) for p in positives for q in negatives])
    thresholds = sorted(set(scores.tolist()), reverse=True)
    roc = [[float((negatives >= t).mean()), float((positives >= t).mean())] for t in thresholds]
    precision = [float((actual[scores >= t] == 1).mean()) for t in thresholds]
    recall = [r for _, r in roc]
    ap = sum((r - before) * p for p, r, before in zip(precision, recall, [0] + recall))
    clipped = np.clip(scores, 1e-6, 1 - 1e-6)
    bins = np.minimum((scores * 5).astype(int), 4)
    ece = sum(abs(scores[bins == b].mean() - actual[bins == b].mean()) * (bins == b).sum() for b in set(bins.tolist())) / n
    called = scores >= 0.5
    return dict(
        actual=actual.tolist(), scores=scores.tolist(), auc=float(auc), roc=roc, precision=precision, ap=float(ap),
        logloss=float(-np.mean(np.where(actual == 1, np.log(clipped), np.log(1 - clipped)))), brier=float(np.mean((scores - actual) ** 2)), ece=float(ece),
        mcc=float(np.corrcoef(actual, called)[0, 1]),
        f2=float(fbeta(called, actual, 2)))


def fbeta(called, actual, beta):
    p, r = (actual[called] == 1).mean(), called[actual == 1].mean()
    return (1 + beta**2) * p * r / (beta**2 * p + r)


def several(rng, n, k):
    actual = rng.integers(0, k, n)
    actual[:k] = np.arange(k)
    logits = np.round(rng.normal(0, 1, (n, k)) + 1.2 * np.eye(k)[actual], 1)
    probabilities = np.exp(logits) / np.exp(logits).sum(1, keepdims=True)
    predicted = logits.argmax(1)
    predicted[:k] = np.arange(k)
    counts = np.zeros((k, k), int)
    for a, p in zip(actual, predicted):
        counts[a, p] += 1
    precision, recall = np.diag(counts) / counts.sum(0), np.diag(counts) / counts.sum(1)
    f1 = 2 * precision * recall / (precision + recall)
    support = counts.sum(1) / n
    observed, chance = np.trace(counts) / n, (counts.sum(0) * counts.sum(1)).sum() / n**2
    x, y = np.eye(k)[actual] - np.eye(k)[actual].mean(0), np.eye(k)[predicted] - np.eye(k)[predicted].mean(0)
    topk = {}
    for places in range(1, k + 1):
        share = 0.0
        for row, a in zip(logits, actual):
            higher, alike = (row > row[a]).sum(), (row == row[a]).sum()
            share += min(max((places - higher) / alike, 0), 1)
        topk[places] = share / n
    return dict(
        actual=actual.tolist(), predicted=predicted.tolist(), scores=logits.tolist(), probabilities=probabilities.tolist(), counts=counts.tolist(),
        macro=[float(precision.mean()), float(recall.mean()), float(f1.mean())], weighted=[float((v * support).sum()) for v in (precision, recall, f1)],
        accuracy=float(observed), kappa=float((observed - chance) / (1 - chance)), mcc=float((x * y).sum() / math.sqrt((x * x).sum() * (y * y).sum())),
        topk=[topk[places] for places in range(1, k + 1)],
        logloss=float(-np.mean(np.log(probabilities[np.arange(n), actual]))), brier=float(np.mean(((probabilities - np.eye(k)[actual]) ** 2).sum(1))))


generator = np.random.default_rng(7)
goldens = dict(
    binary=[binary(generator, n, levels) for n, levels in [(12, 3), (60, 5), (80, 20), (50, 10**6)]],
    several=[several(generator, n, k) for n, k in [(15, 2), (40, 3), (120, 5)]])
pathlib.Path(__file__).with_name("goldens.json").write_text(json.dumps(goldens) + "\n")
