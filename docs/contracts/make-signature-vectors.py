#!/usr/bin/env python3
"""Writes signature-vectors.json. Independent of our own code on purpose: it is the other side of the test."""
import base64
import hashlib
import hmac
import json

KEY = bytes(range(32))
OTHER = bytes(range(32, 64))
ID, AT = "b2b6f1c0a9c94a6f8a3e5f0d7d1f4c2e", 1793534430
BODY = '{"specversion":"1.0","note":"ä ✓"}'


def secret(key):
    return "whsec_" + base64.b64encode(key).decode()


def sign(key=KEY, id=ID, at=AT, body=BODY):
    mac = hmac.new(key, f"{id}.{at}.".encode() + body.encode(), hashlib.sha256).digest()
    return "v1," + base64.b64encode(mac).decode()


def case(name, verdict, id=ID, timestamp=str(AT), signature=None, body=BODY, keys=(KEY,), now=AT):
    return {"name": name, "verdict": verdict, "id": id, "timestamp": timestamp, "signature": signature, "body": body,
            "secrets": [secret(k) for k in keys], "now": now}


GOOD = sign()
CASES = [
    case("good", "VALID", signature=GOOD),
    case("good with an empty body", "VALID", body="", signature=sign(body="")),
    case("good while the key is rotated: old key", "VALID", signature=GOOD, keys=(OTHER, KEY)),
    case("good while the key is rotated: two signatures", "VALID", signature=sign(OTHER) + " " + GOOD),
    case("good at the edge of the window", "VALID", signature=GOOD, now=AT + 300),
    case("an unknown signature version beside a good one", "VALID", signature="v1a,AAAA " + GOOD),
    case("one byte of the body changed", "WRONG_SIGNATURE", signature=GOOD, body=BODY.replace("1.0", "1.1")),
    case("another id", "WRONG_SIGNATURE", signature=GOOD, id="other"),
    case("another timestamp", "WRONG_SIGNATURE", signature=GOOD, timestamp=str(AT + 1)),
    case("another key", "WRONG_SIGNATURE", signature=sign(OTHER)),
    case("no key at all", "WRONG_SIGNATURE", signature=GOOD, keys=()),
    case("lower case base64", "WRONG_SIGNATURE", signature=GOOD.lower()),
    case("no version", "WRONG_SIGNATURE", signature=GOOD[3:]),
    case("empty signature", "WRONG_SIGNATURE", signature=""),
    case("too many signatures before the good one", "WRONG_SIGNATURE", signature="v1,AAAA " * 8 + GOOD),
    case("sent too long ago", "OUTSIDE_TOLERANCE", signature=GOOD, now=AT + 301),
    case("sent in the future", "OUTSIDE_TOLERANCE", signature=GOOD, now=AT - 301),
    case("no signature", "MALFORMED"),
    case("no id", "MALFORMED", id=None, signature=GOOD),
    case("no timestamp", "MALFORMED", timestamp=None, signature=GOOD),
    case("id with a line break", "MALFORMED", id="a\nb", signature=sign(id="a\nb")),
    case("timestamp with a sign", "MALFORMED", timestamp="-5", signature=GOOD),
    case("timestamp that overflows", "MALFORMED", timestamp="9" * 30, signature=GOOD),
]

if __name__ == "__main__":
    with open("signature-vectors.json", "w", encoding="utf-8") as out:
        json.dump(CASES, out, indent=1, ensure_ascii=False)
        out.write("\n")
