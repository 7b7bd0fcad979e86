#!/usr/bin/env python3
"""Writes trials.json: whole tests of models, from a table and settings to every metric, with scikit-learn's values.

What scikit-learn does not have (mean reciprocal rank, MASE, sMAPE, WAPE, ranking metrics at k) is computed from its definition with
NumPy, from scikit-learn's functions where a query or a series makes one.

    python3 -m venv venv && venv/bin/pip install scikit-learn==1.9.1 && venv/bin/python make-trials.py
"""
import json
import pathlib

import numpy as np
import sklearn
from sklearn import metrics as m

random = np.random.default_rng(20261103)
cases = []


def plain(values):
    return [v.item() if isinstance(v, np.generic) else v for v in values]


def add(name, settings, columns, expected, history=None):
    cases.append({
        "name": name, "settings": settings, "columns": {k: plain(v) for k, v in columns.items()},
        "history": None if history is None else {k: plain(v) for k, v in history.items()},
        "expected": {k: float(v) for k, v in expected.items()}})


def averages(y, p, **options):
    values = {}
    for what, score in (("precision", m.precision_score), ("recall", m.recall_score), ("f1", m.f1_score)):
        for average in ("macro", "micro", "weighted"):
            values[f"{what}_{average}"] = score(y, p, average=average, zero_division=0, **options)
    return values


def classes(y, p):
    return {"accuracy": m.accuracy_score(y, p), "balanced_accuracy": m.balanced_accuracy_score(y, p),
            "kappa": m.cohen_kappa_score(y, p), "mcc": m.matthews_corrcoef(y, p), **averages(y, p)}


def of_scores(y, names, s):
    indicators = (np.asarray(y)[:, None] == np.asarray(names)[None, :]).astype(int)
    return {"roc_auc_macro": m.roc_auc_score(indicators, s, average="macro"),
            "average_precision_macro": m.average_precision_score(indicators, s, average="macro")}


names = ["ant", "bee", "cow", "dog"]
for name, probabilities, decimals in (("classes by probabilities", True, 12), ("classes by scores with ties", False, 1)):
    n = 400
    y = random.choice(4, n, p=(0.4, 0.3, 0.2, 0.1))
    s = random.dirichlet(np.ones(4), n) + 0.5 * np.eye(4)[y] if probabilities else random.normal(size=(n, 4)) + np.eye(4)[y]
    if probabilities:
        s /= s.sum(axis=1, keepdims=True)
    s = np.round(s, decimals)
    labels = [names[i] for i in y]
    expected = {**classes(labels, [names[i] for i in s.argmax(axis=1)]), **of_scores(labels, names, s)}
    expected |= {f"top_k_accuracy@{k}": m.top_k_accuracy_score(y, s, k=k) for k in (1, 2, 3)}
    if probabilities:
        expected["log_loss"] = m.log_loss(y, s)
    add(name, {"label": "kind", "classes": names, "k": [1, 2, 3]},
        {"kind": labels, **{c: s[:, i] for i, c in enumerate(names)}}, expected)

y = random.choice(["ant", "bee", "cow"], 300, p=(0.6, 0.3, 0.1))
p = np.where(random.random(300) < 0.7, y, "dog")
p = np.where(p == "cow", "bee", p)
add("classes, one never predicted, one never right", {"label": "kind", "prediction": "said"}, {"kind": y, "said": p},
    classes(y, p))

n = 350
y = (random.random((n, 4)) < (0.5, 0.3, 0.2, 0.1)).astype(int)
s = np.round(np.clip(0.25 + 0.4 * y + random.normal(0, 0.25, (n, 4)), 0, 1), 2)
labels = [f"l{i}" for i in range(4)]
scores = [f"s{i}" for i in range(4)]


def sets(y, p):
    return {"subset_accuracy": m.accuracy_score(y, p), "hamming_loss": m.hamming_loss(y, p),
            "jaccard": m.jaccard_score(y, p, average="samples", zero_division=0), **averages(y, p)}


add("sets of labels by scores with ties", {"label": labels, "score": scores, "decision": 0.45},
    {**{c: y[:, i] for i, c in enumerate(labels)}, **{c: s[:, i] for i, c in enumerate(scores)}},
    {**sets(y, (s >= 0.45).astype(int)), "roc_auc_macro": m.roc_auc_score(y, s, average="macro"),
     "average_precision_macro": m.average_precision_score(y, s, average="macro")})

p = (random.random((n, 4)) < 0.2 + 0.5 * y).astype(int)
p[:, 3] = 0
y[:20] = p[:20] = 0
add("sets of labels, one never predicted, some empty", {"label": labels, "prediction": scores},
    {**{c: y[:, i] for i, c in enumerate(labels)}, **{c: p[:, i] for i, c in enumerate(scores)}}, sets(y, p))


def smape(y, p):
    both = np.abs(y) + np.abs(p)
    return np.mean(np.where(both > 0, 2 * np.abs(y - p) / np.where(both > 0, both, 1), 0))


def errors(y, p):
    return {"mae": m.mean_absolute_error(y, p), "mse": m.mean_squared_error(y, p),
            "rmse": m.root_mean_squared_error(y, p), "mape": m.mean_absolute_percentage_error(y, p), "smape": smape(y, p),
            "wape": np.abs(y - p).sum() / np.abs(y).sum(), "bias": np.mean(p - y)}


def numbers(y, p):
    return {**errors(y, p), "r2": m.r2_score(y, p), "explained_variance": m.explained_variance_score(y, p),
            "median_absolute_error": m.median_absolute_error(y, p), "max_error": m.max_error(y, p)}


y = random.lognormal(3, 1, 401)
p = y * random.lognormal(0, 0.3, 401)
add("numbers", {"label": "y", "prediction": "p"}, {"y": y, "p": p}, numbers(y, p))
y = np.round(1e6 + random.normal(0, 2, 300), 3)
p = y + random.normal(0.1, 0.5, 300)
add("numbers far from zero", {"label": "y", "prediction": "p"}, {"y": y, "p": p}, numbers(y, p))
y = np.round(random.normal(0, 3, 300))
p = np.round(y + random.normal(0, 1, 300))
expected = numbers(y, p)
add("numbers, some zero", {"label": "y", "prediction": "p", "task": "regression"}, {"y": y, "p": p}, expected)


def ranking(relevance, scores, ks, ties):
    values = {"ndcg": m.ndcg_score([relevance], [scores])}
    relevant = (relevance > 0).astype(int)
    values |= {f"ndcg@{k}": m.ndcg_score([relevance], [scores], k=k) for k in ks}
    if ties:
        return values
    values["map"] = m.average_precision_score(relevant, scores)
    order = np.argsort(-scores)
    hits = relevant[order]
    places = np.flatnonzero(hits) + 1
    values["mrr"] = 1 / places[0]
    for k in ks:
        top = np.zeros_like(relevant)
        top[order[:k]] = 1
        values[f"map@{k}"] = sum((i + 1) / place for i, place in enumerate(places) if place <= k) / min(k, len(places))
        values[f"mrr@{k}"] = 1 / places[0] if places[0] <= k else 0
        values[f"precision@{k}"] = hits[:k].sum() / k
        values[f"recall@{k}"] = m.recall_score(relevant, top)
    return values


for name, decimals in (("rankings", 9), ("rankings with ties", 0)):
    ks = (1, 3, 5, 10)
    columns = {"query": [], "gain": [], "score": []}
    queries = []
    for q in range(60):
        documents = int(random.integers(2, 25))
        relevance = random.choice(4, documents, p=(0.7, 0.15, 0.1, 0.05))
        scores = np.round(relevance + random.normal(0, 1.5, documents), decimals)
        columns["query"] += [f"q{q}"] * documents
        columns["gain"] += relevance.tolist()
        columns["score"] += scores.tolist()
        if relevance.max() > 0:
            queries.append(ranking(relevance, scores, ks, decimals == 0))
    mixed = random.permutation(len(columns["gain"])) if decimals > 0 else np.arange(len(columns["gain"]))
    add(name, {"label": "gain", "score": "score", "query": "query", "k": list(ks)},
        {k: [v[i] for i in mixed] for k, v in columns.items()},
        {metric: np.mean([query[metric] for query in queries]) for metric in queries[0]})

for name, season in (("forecasts", 1), ("forecasts with a season", 7)):
    history = {"shop": [], "sold": []}
    columns = {"shop": [], "sold": [], "p": [], "low": [], "high": []}
    scales = {}
    for shop in range(12):
        wave = 20 + shop + 5 * np.sin(2 * np.pi * np.arange(70) / 7) + random.normal(0, 2, 70)
        history["shop"] += [f"s{shop}"] * 56
        history["sold"] += wave[:56].tolist()
        scales[f"s{shop}"] = np.mean(np.abs(wave[season:56] - wave[:56 - season]))
        p = wave[56:] + random.normal(0.5, 3, 14)
        columns["shop"] += [f"s{shop}"] * 14
        columns["sold"] += wave[56:].tolist()
        columns["p"] += p.tolist()
        columns["low"] += (p - 4).tolist()
        columns["high"] += (p + 5).tolist()
    y, p, low, high = (np.array(columns[k]) for k in ("sold", "p", "low", "high"))
    scale = np.array([scales[shop] for shop in columns["shop"]])
    add(name, {"label": "sold", "prediction": "p", "series": "shop", "low": "low", "high": "high",
               "history": {"file": "history.csv", "season": season}}, columns,
        {**errors(y, p), "median_absolute_error": m.median_absolute_error(y, p), "max_error": m.max_error(y, p),
         "mase": np.mean(np.abs(y - p) / scale), "interval_coverage": np.mean((y >= low) & (y <= high)),
         "interval_width": np.mean(high - low)}, history)

y = random.choice(["no", "yes"], 500, p=(0.7, 0.3))
s = np.round(np.clip(np.where(y == "yes", 0.6, 0.35) + random.normal(0, 0.2, 500), 0, 1), 3)
p = s >= 0.4
t = y == "yes"
precision, recall, _ = m.precision_recall_curve(t, s)
add("two classes", {"label": "churned", "score": "p", "decision": 0.4}, {"churned": y, "p": s}, {
    "accuracy": m.accuracy_score(t, p), "balanced_accuracy": m.balanced_accuracy_score(t, p),
    "precision": m.precision_score(t, p), "recall": m.recall_score(t, p), "f1": m.f1_score(t, p),
    "f05": m.fbeta_score(t, p, beta=0.5), "f2": m.fbeta_score(t, p, beta=2), "mcc": m.matthews_corrcoef(t, p),
    "kappa": m.cohen_kappa_score(t, p), "roc_auc": m.roc_auc_score(t, s), "log_loss": m.log_loss(t, s),
    "brier": m.brier_score_loss(t, s), "average_precision": m.average_precision_score(t, s),
    "pr_auc": m.auc(recall, precision), "specificity": m.recall_score(t, p, pos_label=False)})

document = {"source": f"scikit-learn {sklearn.__version__}, written by make-trials.py", "cases": cases}
pathlib.Path(__file__).with_name("trials.json").write_text(json.dumps(document, separators=(",", ":")) + "\n")
