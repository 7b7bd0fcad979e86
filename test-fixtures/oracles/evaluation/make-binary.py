#!/usr/bin/env python3
"""Writes binary.json: small generated cases with scikit-learn's value of every metric that it has in common with Weir.

    python3 -m venv venv && venv/bin/pip install scikit-learn==1.9.1 && venv/bin/python make-binary.py
"""
import json
import pathlib

import numpy as np
import sklearn
from scipy import stats
from sklearn import metrics as m

random = np.random.default_rng(20261101)


def labels_and_scores(rows, prevalence, separation, decimals=None, weights=False, logits=False):
    y = (random.random(rows) < prevalence).astype(int)
    z = random.normal(size=rows) + separation * y - 1
    s = z if logits else 1 / (1 + np.exp(-z))
    if decimals is not None:
        s = np.round(s, decimals)
    w = np.round(random.gamma(2.0, 0.5, rows), 3) if weights else None
    return y, s, w


def expected(y, s, w, threshold):
    p = (s >= threshold).astype(int)
    k = {"sample_weight": w}
    tn, fp, fn, tp = m.confusion_matrix(y, p, labels=[0, 1], **k).ravel()
    precision, recall, _ = m.precision_recall_curve(y, s, **k)
    values = {
        "tp": tp, "fp": fp, "fn": fn, "tn": tn,
        "accuracy": m.accuracy_score(y, p, **k),
        "balanced_accuracy": m.balanced_accuracy_score(y, p, **k),
        "precision": m.precision_score(y, p, **k),
        "recall": m.recall_score(y, p, **k),
        "specificity": m.recall_score(y, p, pos_label=0, **k),
        "f1": m.f1_score(y, p, **k),
        "f05": m.fbeta_score(y, p, beta=0.5, **k),
        "f2": m.fbeta_score(y, p, beta=2, **k),
        "mcc": m.matthews_corrcoef(y, p, **k),
        "kappa": m.cohen_kappa_score(y, p, **k),
        "roc_auc": m.roc_auc_score(y, s, **k),
        "gini": 2 * m.roc_auc_score(y, s, **k) - 1,
        "average_precision": m.average_precision_score(y, s, **k),
        "pr_auc": m.auc(recall, precision),
    }
    fpr, tpr, _ = m.roc_curve(y, s, drop_intermediate=False, **k)
    values["ks"] = np.max(np.abs(tpr - fpr))
    if w is None:
        assert abs(values["ks"] - stats.ks_2samp(s[y == 1], s[y == 0]).statistic) < 1e-12
    if s.min() >= 0 and s.max() <= 1:
        values["log_loss"] = m.log_loss(y, s, labels=[0, 1], **k)
        values["brier"] = m.brier_score_loss(y, s, **k)
    return {name: float(value) for name, value in values.items()}


CASES = {
    "balanced": (dict(rows=400, prevalence=0.5, separation=1.5), 0.5),
    "rare positives": (dict(rows=1500, prevalence=0.02, separation=1.0), 0.3),
    "many equal scores": (dict(rows=800, prevalence=0.4, separation=1.0, decimals=1), 0.5),
    "two scores only": (dict(rows=300, prevalence=0.4, separation=1.0, decimals=0), 0.5),
    "weights": (dict(rows=600, prevalence=0.3, separation=1.2, weights=True), 0.45),
    "weights and equal scores": (dict(rows=600, prevalence=0.3, separation=1.2, decimals=1, weights=True), 0.45),
    "scores that are no probabilities": (dict(rows=500, prevalence=0.35, separation=1.0, logits=True), 0.0),
    "worse than chance": (dict(rows=300, prevalence=0.5, separation=-2.0), 0.5),
    "more rows than are drawn one by one": (dict(rows=6000, prevalence=0.1, separation=1.3, decimals=4), 0.2),
}

cases = []
for name, (settings, threshold) in CASES.items():
    y, s, w = labels_and_scores(**settings)
    cases.append({
        "name": name, "threshold": threshold, "labels": y.tolist(), "scores": s.tolist(),
        "weights": None if w is None else w.tolist(), "expected": expected(y, s, w, threshold)})
document = {"source": f"scikit-learn {sklearn.__version__}, written by make-binary.py", "cases": cases}
pathlib.Path(__file__).with_name("binary.json").write_text(json.dumps(document, separators=(",", ":")) + "\n")
