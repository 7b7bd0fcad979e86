package io.weir.elasticsearch.store;

/** Mappings of Weir's indices. What nobody searches for is stored and not indexed. */
final class Mappings {
    /** {@code managed_index_mappings_version} goes up with every change of a managed index' mapping. */
    static final String DETECTORS = """
            {
              "_meta": {"managed_index_mappings_version": 1},
              "dynamic": "strict",
              "properties": {
                "doc": {"type": "keyword"},
                "id": {"type": "keyword"},
                "version": {"type": "long"},
                "generation": {"type": "long"},
                "enabled": {"type": "boolean"},
                "created_at": {"type": "date"},
                "updated_at": {"type": "date"},
                "definition": {"type": "object", "enabled": false},
                "creator": {"type": "object", "enabled": false},
                "allocation_id": {"type": "long"},
                "next_bucket": {"type": "date", "format": "epoch_millis"},
                "runs": {"type": "object", "enabled": false}
              }
            }""";

    static final String OUTBOX = """
            {
              "_meta": {"managed_index_mappings_version": 1},
              "dynamic": "strict",
              "properties": {
                "id": {"type": "keyword"},
                "webhook": {"type": "keyword"},
                "incident": {"type": "keyword"},
                "type": {"type": "keyword"},
                "queue": {"type": "keyword"},
                "sequence": {"type": "long"},
                "state": {"type": "keyword"},
                "created_at": {"type": "date"},
                "due_at": {"type": "date"},
                "finished_at": {"type": "date"},
                "attempts": {"type": "integer"},
                "last_status": {"type": "integer"},
                "last_error": {"type": "keyword", "index": false, "doc_values": false},
                "event": {"type": "object", "enabled": false}
              }
            }""";

    static final String INCIDENTS = """
            {
              "_meta": {"weir": 1},
              "dynamic": false,
              "properties": {
                "@timestamp": {"type": "date"},
                "message": {"type": "text"},
                "ecs": {"properties": {"version": {"type": "keyword"}}},
                "event": {"properties": {
                  "id": {"type": "keyword"},
                  "kind": {"type": "keyword"},
                  "category": {"type": "keyword"},
                  "action": {"type": "keyword"},
                  "outcome": {"type": "keyword"},
                  "reason": {"type": "keyword", "ignore_above": 2000},
                  "severity": {"type": "long"},
                  "start": {"type": "date"},
                  "end": {"type": "date"},
                  "duration": {"type": "long"}
                }},
                "service": {"properties": {"name": {"type": "keyword"}}},
                "rule": {"properties": {
                  "id": {"type": "keyword"}, "name": {"type": "keyword"}, "version": {"type": "keyword"}
                }},
                "labels": {"type": "flattened"},
                "weir": {"properties": {
                  "incident": {"properties": {
                    "id": {"type": "keyword"},
                    "fingerprint": {"type": "keyword"},
                    "kind": {"type": "keyword"},
                    "state": {"type": "keyword"},
                    "severity": {"type": "keyword"},
                    "outcome": {"type": "keyword"},
                    "detector": {"properties": {"id": {"type": "keyword"}, "version": {"type": "long"}}},
                    "group": {"type": "flattened"},
                    "started_at": {"type": "date"},
                    "opened_at": {"type": "date"},
                    "updated_at": {"type": "date"},
                    "acknowledged_at": {"type": "date"},
                    "resolved_at": {"type": "date"},
                    "evidence": {"type": "object", "enabled": false},
                    "series": {"type": "object", "enabled": false},
                    "history": {"type": "object", "enabled": false}
                  }},
                  "control": {"properties": {
                    "unsent": {"type": "integer"},
                    "seen_at": {"type": "date"},
                    "suppressed_until": {"type": "date"},
                    "pending": {"type": "object", "enabled": false}
                  }}
                }}
              }
            }""";

    static final String PROFILES = """
            {
              "_meta": {"weir": 1},
              "dynamic": false,
              "properties": {
                "@timestamp": {"type": "date"},
                "weir": {"properties": {
                  "profile": {"properties": {
                    "doc": {"type": "keyword"},
                    "id": {"type": "keyword"},
                    "name": {"type": "keyword"},
                    "version": {"type": "keyword"},
                    "digest": {"type": "keyword"},
                    "data_digest": {"type": "keyword"},
                    "build": {"type": "keyword"},
                    "rows": {"type": "long"},
                    "duplicate_rows": {"type": "long"},
                    "columns": {"type": "integer"},
                    "stored_at": {"type": "date"},
                    "aliases": {"type": "flattened"},
                    "versions": {"type": "object", "enabled": false}
                  }},
                  "column": {"properties": {
                    "name": {"type": "keyword"},
                    "type": {"type": "keyword"},
                    "masked": {"type": "boolean"},
                    "missing": {"type": "long"},
                    "missing_share": {"type": "double"},
                    "distinct": {"type": "long"},
                    "min": {"type": "double"},
                    "max": {"type": "double"},
                    "mean": {"type": "double"},
                    "standard_deviation": {"type": "double"},
                    "p05": {"type": "double"},
                    "p50": {"type": "double"},
                    "p95": {"type": "double"},
                    "top_value": {"type": "keyword"},
                    "top_share": {"type": "double"}
                  }}
                }},
                "document": {"type": "object", "enabled": false}
              }
            }""";

    static final String GATES = """
            {
              "_meta": {"weir": 1},
              "dynamic": false,
              "properties": {
                "@timestamp": {"type": "date"},
                "message": {"type": "text"},
                "weir": {"properties": {"gate": {"properties": {
                  "id": {"type": "keyword"},
                  "gate": {"type": "keyword"},
                  "subject": {"type": "keyword"},
                  "verdict": {"type": "keyword"},
                  "reason": {"type": "keyword", "ignore_above": 2000},
                  "started_at": {"type": "date"},
                  "duration_ms": {"type": "long"},
                  "build": {"properties": {
                    "job": {"type": "keyword"}, "number": {"type": "long"}, "url": {"type": "keyword"}
                  }},
                  "data": {"properties": {
                    "rows": {"type": "long"}, "columns": {"type": "long"}, "bytes": {"type": "long"},
                    "files": {"type": "long"}, "digest": {"type": "keyword"}
                  }},
                  "profile": {"properties": {
                    "source": {"type": "keyword"}, "name": {"type": "keyword"}, "asked": {"type": "keyword"},
                    "rows": {"type": "long"}
                  }},
                  "baseline": {"properties": {
                    "source": {"type": "keyword"}, "name": {"type": "keyword"}, "asked": {"type": "keyword"},
                    "rows": {"type": "long"}
                  }},
                  "counts": {"properties": {
                    "passed": {"type": "long"}, "failed": {"type": "long"}, "warned": {"type": "long"},
                    "undecided": {"type": "long"}
                  }},
                  "metrics": {"type": "nested", "properties": {
                    "name": {"type": "keyword"}, "value": {"type": "double"}, "low": {"type": "double"},
                    "high": {"type": "double"}
                  }},
                  "findings": {"type": "object", "enabled": false},
                  "findings_omitted": {"type": "long"}
                }}}}
              }
            }""";

    private Mappings() {}
}
