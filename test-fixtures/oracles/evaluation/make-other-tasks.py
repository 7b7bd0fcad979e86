#!/usr/bin/env python3
"""Writes other-tasks.json: generated cases of every task but the binary one, with scikit-learn's values.

    python3 -m venv venv && venv/bin/pip install scikit-learn==1.9.1 && venv/bin/python make-other-tasks.py
"""
import json
import pathlib

import numpy as np
import sklearn
from sklearn import metrics as m

random = np.random.default_rng(20261102)
cases = []


def add(task, inputs, expected):
    cases.append({"task": task, **{k: v.tolist() if isinstance(v, np.ndarray) else v for k, v in inputs.items()},
                  "expected": {name: float(value) for name, value in expected.items()}})


for weighted in (False, True):
    n = 300
    w = np.round(random.gamma(2.0, 0.5, n), 3) if weighted else None
    k = {"sample_weight": w}
    y = random.normal(50, 20, n)
    p = y + random.normal(1, 8, n)
    add("regression", {"labels": y, "predictions": p, "weights": w}, {
        "mae": m.mean_absolute_error(y, p, **k), "mse": m.mean_squared_error(y, p, **k),
        "rmse": m.root_mean_squared_error(y, p, **k), "mape": m.mean_absolute_percentage_error(y, p, **k),
        "smape": np.average(2 * np.abs(y - p) / (np.abs(y) + np.abs(p)), weights=w),
        "wape": np.average(np.abs(y - p), weights=w) / np.average(np.abs(y), weights=w),
        "r2": m.r2_score(y, p, **k), "explained_variance": m.explained_variance_score(y, p, **k),
        "median_absolute_error": m.median_absolute_error(y, p, **k), "max_error": m.max_error(y, p),
        "bias": np.average(p - y, weights=w), "pinball": m.mean_pinball_loss(y, p, alpha=0.9, **k)})

    y = random.integers(0, 4, n)
    s = random.dirichlet(np.ones(4), n) + 0.4 * np.eye(4)[y]
    s /= s.sum(axis=1, keepdims=True)
    p = s.argmax(axis=1)
    expected = {
        "accuracy": m.accuracy_score(y, p, **k), "balanced_accuracy": m.balanced_accuracy_score(y, p, **k),
        "kappa": m.cohen_kappa_score(y, p, **k), "mcc": m.matthews_corrcoef(y, p, **k),
        "top_2": m.top_k_accuracy_score(y, s, k=2, **k), "log_loss": m.log_loss(y, s, **k)}
    for average in ("macro", "weighted"):
        a = {"average": average, "zero_division": 0, **k}
        expected["precision_" + average] = m.precision_score(y, p, **a)
        expected["recall_" + average] = m.recall_score(y, p, **a)
        expected["f1_" + average] = m.f1_score(y, p, **a)
        expected["auc_ovr_" + average] = m.roc_auc_score(y, s, multi_class="ovr", average=average, **k)
        if not weighted:
            expected["auc_ovo_" + average] = m.roc_auc_score(y, s, multi_class="ovo", average=average)
    add("multiclass", {"labels": y, "scores": s, "predictions": p, "weights": w}, expected)

    y = random.random((n, 5)) < 0.3
    p = np.where(random.random((n, 5)) < 0.8, y, ~y)
    add("multilabel", {"labels": y.astype(int), "predictions": p.astype(int), "weights": w}, {
        "subset_accuracy": m.accuracy_score(y, p, **k), "hamming_loss": m.hamming_loss(y, p, **k),
        "jaccard": m.jaccard_score(y, p, average="samples", zero_division=0, **k),
        "f1_macro": m.f1_score(y, p, average="macro", zero_division=0, **k),
        "f1_micro": m.f1_score(y, p, average="micro", zero_division=0, **k)})

for decimals in (6, 0):
    for _ in range(4):
        relevance = random.integers(0, 4, 12)
        scores = np.round(relevance + random.normal(0, 1.5, 12), decimals)
        add("ranking", {"relevance": relevance, "scores": scores}, {
            "ndcg": m.ndcg_score([relevance], [scores]), "ndcg_5": m.ndcg_score([relevance], [scores], k=5)})


def calibration_error(y, s, bins):
    which = np.minimum((s * bins).astype(int), bins - 1)
    gaps = [(np.abs(s[which == b].mean() - y[which == b].mean()), (which == b).mean()) for b in np.unique(which)]
    return sum(gap * share for gap, share in gaps), max(gap for gap, _ in gaps)


y = (random.random(500) < 0.4).astype(int)
s = np.clip(0.4 + 0.25 * (y - 0.4) + random.normal(0, 0.2, 500), 0, 1)
ece, mce = calibration_error(y, s, 15)
add("calibration", {"labels": y, "scores": s}, {"ece": ece, "mce": mce})

for weighted in (False, True):
    n = 200
    w = np.round(random.gamma(2.0, 0.5, n), 3) if weighted else None
    y = np.round(random.normal(10, 4, n), 2)
    p = np.round(y + random.normal(0, 3, n), 2)
    p[:10] = y[:10]
    add("quantiles", {"labels": y, "predictions": p, "weights": w}, {
        str(alpha): m.mean_pinball_loss(y, p, alpha=alpha, sample_weight=w) for alpha in (0.05, 0.25, 0.5, 0.75, 0.99)})

for weighted in (False, True):
    n = 250
    y = random.choice(5, n, p=(0.5, 0.3, 0.1, 0.06, 0.04))
    s = np.round(random.dirichlet(np.ones(5), n) + 0.3 * np.eye(5)[y], 1) + 0.01
    s /= s.sum(axis=1, keepdims=True)
    s = np.round(s, 12)
    w = np.round(random.gamma(2.0, 0.5, n), 3) if weighted else None
    k = {"sample_weight": w}
    expected = {f"top_{i}": m.top_k_accuracy_score(y, s, k=i, **k) for i in (1, 2, 3, 4)}
    p = s.argmax(axis=1)
    for what, score in (("precision", m.precision_score), ("recall", m.recall_score), ("f1", m.f1_score)):
        for average in ("macro", "micro", "weighted"):
            expected[f"{what}_{average}"] = score(y, p, average=average, zero_division=0, **k)
    for average in ("macro", "weighted"):
        expected["auc_ovr_" + average] = m.roc_auc_score(y, s, multi_class="ovr",
                                                         average=average, **k)
        if not weighted:
            expected["auc_ovo_" + average] = m.roc_auc_score(y, s, multi_class="ovo",
                                                             average=average)
    add("multiclass", {"labels": y, "scores": s, "predictions": p, "weights": w}, expected)

document = {"source": f"scikit-learn {sklearn.__version__}, written by make-other-tasks.py", "cases": cases}
pathlib.Path(__file__).with_name("other-tasks.json").write_text(json.dumps(document, separators=(",", ":")) + "\n")
