"""Values of the right type and the wrong sense."""

import re
from collections.abc import Callable
from random import Random
from typing import Any

Json = Any
_TEXTS = (
    "", " ", "\t", "a", "0", "-1", "1e999", "NaN", "null", "true", "None", "\x00", "a\x00b", "\r\nX-Evil: 1",
    "\n", "\x7f", "\x1b[31m", "ł", "Ąćę", "İ", "ß", "²", "٣٤٥٦", "𝟘𝟙", "\u200b", "\u2028", "\ufeff", "\ufffe",
    "\U0001f600", "e\u0301", "\u202eabc", "🇵🇱" * 20, "..", "../..", "../../control/worlds", "/",
    "//evil.example", "a/b", "a?b", "a#b", "%", "%00", "%2e%2e", "{{7*7}}", "{% x %}", "${x}", "<script>",
    "'\"><img>", "javascript:alert(1)", "http://[", "http://", "https://a b/", "http://x:99999/", "data:,",
    "file:///etc/passwd", "0001-01-01T00:00:00Z", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00",
    "2026-02-30", "2026-01-31T12:00:00", "1900-01-01", "2299-12-31", "24:00", "44051401359", "44051401350",
    "00000000000", "99999999999", "+48500600700", "+", "+00000000000", "500600700", "main", "login", "pz",
    "mbank", "mobywatel", "trusted_profile", "banks", "low", "sms.any_code", "login/front.html", ";", "=", "&",
    ",", "\\", "|", "8;D;1;;;9216;;x;1;2;h;0;3;;", "edo:h:x", "x" * 300, "9" * 400, "a;" * 2000, "<a>" * 500,
    "é" * 5000,
)  # fmt: skip
_NUMBERS = (0, 1, -1, 2, 7, 99, 100, 200, 204, 304, 500, 503, 599, 600, 1000, 2**31, 2**63, -(2**63), 10**30, 10**400)
_FRACTIONS = (0.0, -0.0, 0.5, -1.5, 1e-300, 1e9, 1e10, -1e10, 1e300, 300.0)
_MORE_BYTES = 200_000


_LIKE: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        r"\d{4}-\d\d-\d\dT.*",
        (
            "0001-01-01T00:00:00+14:00",
            "9999-12-31T23:59:59-14:00",
            "2026-01-31T12:00:00",
            "2036-01-31T12:00:00",
            "2036-01-31 12:00",
            "1800-01-01T00:00:00Z",
            "2399-12-31T23:59:59Z",
            "1900-01-01T00:00:00Z",
            "2289-12-31T23:59:59Z",
            "2026-03-29T02:30:00+01:00",
        ),
    ),
    (
        r"\d{4}-\d\d-\d\d",
        ("0001-01-01", "9999-12-31", "1799-12-31", "1800-01-01", "2299-12-31", "2300-01-01", "2024-02-29"),
    ),
    (
        r"https?://.*",
        ("http://[", "", "javascript:alert(1)", "http://x:99999/", "http://login.localhost:7/", "http://ą/", "//x"),
    ),
    (r"\+?[0-9]+", ("", "0", "00000000000", "+48", "٣٤٥٦", "9" * 40, "1 2", "+48500600701")),
    (
        r"[^\W\d]+",
        (
            "a\x00b",
            "\x1b[31m",
            " ",
            "\ufffe",
            "\u202eabc",
            "\U0001f600",
            "'\"><img>",
            "{{7*7}}",
            "Ж" * 900,
            "e\u0301",
            "漢字",
        ),
    ),
)
"""What is like a value and makes no sense, by the form of the value."""
_FORMS = ("2026-01-31T12:00:00Z", "2026-01-31", "https://a.example", "1", "Anna")
"""What may stand where there is nothing."""


def text_like(rng: Random, value: str) -> str:
    """A text of the same form, if there is a list of such, or any."""
    lists = [texts for form, texts in _LIKE if re.fullmatch(form, value)]
    return rng.choice(lists[0]) if lists and rng.random() < 0.7 else text(rng)


def text(rng: Random) -> str:
    """Some text; seldom a very long one."""
    if rng.random() < 0.002:
        return rng.choice("aą<;[&") * _MORE_BYTES
    if rng.random() < 0.1:
        return "".join(
            chr(rng.choice((rng.randrange(32, 127), rng.randrange(0x250), 0x20))) for _ in range(rng.randrange(12))
        )
    return rng.choice(_TEXTS) if rng.random() < 0.9 else rng.choice(_TEXTS) + rng.choice(_TEXTS)


def any_json(rng: Random, depth: int = 0) -> Json:
    """Any JSON at all."""
    kinds: list[Callable[[], Json]] = [
        lambda: text(rng),
        lambda: rng.choice(_NUMBERS),
        lambda: rng.choice(_FRACTIONS),
        lambda: rng.choice((True, False, None)),
    ]
    if depth < 3:
        kinds.append(lambda: [any_json(rng, depth + 1) for _ in range(rng.randrange(3))])
        kinds.append(lambda: {text(rng): any_json(rng, depth + 1) for _ in range(rng.randrange(3))})
    return rng.choice(kinds)()


def of_schema(rng: Random, schema: Json, root: Json) -> Json:
    """A value of the type that a schema of the OpenAPI document asks for; of its sense the schema knows little."""
    if "$ref" in schema:
        return of_schema(rng, root["components"]["schemas"][schema["$ref"].rpartition("/")[2]], root)
    if rng.random() < 0.02:
        return any_json(rng)
    if union := schema.get("anyOf") or schema.get("oneOf"):
        return of_schema(rng, rng.choice(union), root)
    if "enum" in schema:
        return rng.choice(schema["enum"])
    kinds: dict[str | None, Callable[[], Json]] = {
        "object": lambda: _object(rng, schema, root),
        "array": lambda: [of_schema(rng, schema.get("items", {}), root) for _ in range(rng.choice((0, 1, 1, 2, 5)))],
        "integer": lambda: rng.choice(_NUMBERS),
        "number": lambda: rng.choice(_FRACTIONS + _NUMBERS[:8]),
        "boolean": lambda: rng.random() < 0.5,
        "null": lambda: None,
        "string": lambda: text(rng),
    }
    return kinds.get(schema.get("type"), lambda: any_json(rng))()


def _object(rng: Random, schema: Json, root: Json) -> Json:
    required = schema.get("required", ())
    made = {
        name: of_schema(rng, inner, root)
        for name, inner in schema.get("properties", {}).items()
        if (rng.random() < 0.98 if name in required else rng.random() < 0.6)
    }
    extra = schema.get("additionalProperties")
    if isinstance(extra, dict):
        made |= {text(rng): of_schema(rng, extra, root) for _ in range(rng.randrange(3))}
    if rng.random() < 0.02:
        made[text(rng)] = any_json(rng)
    return made


def mutated(rng: Random, value: Json) -> Json:
    """The same with one leaf changed, mostly to something of the same type."""
    if isinstance(value, dict) and value:
        (name,) = rng.choices(list(value), [_leaves(inner) for inner in value.values()])
        return value | {name: mutated(rng, value[name])}
    if isinstance(value, list) and value:
        index = rng.randrange(len(value))
        return [*value[:index], mutated(rng, value[index]), *value[index + 1 :]]
    kinds: dict[type, Callable[[], Json]] = {
        bool: lambda: not value,
        int: lambda: rng.choice(_NUMBERS),
        float: lambda: rng.choice(_FRACTIONS),
        str: lambda: text_like(rng, value),
        type(None): lambda: text_like(rng, rng.choice(_FORMS)) if rng.random() < 0.7 else any_json(rng),
    }
    return kinds.get(type(value), lambda: any_json(rng))()


def _leaves(value: Json) -> int:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return sum(map(_leaves, inner)) or 1


def mutated_bytes(rng: Random, content: bytes) -> bytes:
    """The same with a piece changed, doubled, lost or put in."""
    for _ in range(rng.choice((1, 1, 2, 4))):
        start = rng.randrange(len(content) + 1)
        end = min(len(content), start + rng.choice((1, 2, 10, 100)))
        piece = content[start:end]
        new = rng.choice(
            (b"", piece * 2, text(rng).encode(), bytes(rng.randrange(256) for _ in range(3)), b"<", b">", b"&#0;", b'"')
        )
        content = content[:start] + new + content[end:]
    return content
