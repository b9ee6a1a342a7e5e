"""Bodies and queries: forms, multipart, JSON and XML, whole or spoiled."""

from random import Random
from urllib.parse import quote, urlencode

from tests.fuzz.memory import Memory
from tests.fuzz.values import any_json, mutated_bytes, text

FORM = "application/x-www-form-urlencoded"
_FIELDS = (
    "username", "password", "token", "method", "bank", "number", "can", "pin1", "puk", "code", "zgoda",
    "decision", "approve", "pin", "pin_again", "cel", "ask", "asker", "artifact", "SAMLRequest", "SAMLart",
    "RelayState", "SAMLResponse", "offer", "wojewodztwo", "confirmation", "login_as", "level", "shown",
    "powrot", "picture", "pesel", "x",
)  # fmt: skip


def query(rng: Random, memory: Memory) -> str:
    """What may come after a question mark."""
    if rng.random() < 0.2:
        return quote(text(rng), safe="=&%+;")
    names = {
        rng.choice((*_FIELDS, text(rng))): rng.choice((text(rng), *memory.people)) for _ in range(rng.choice((1, 2, 3)))
    }
    return urlencode(names)


def body_of(rng: Random, memory: Memory) -> tuple[str, bytes]:
    """A content type and what comes under it, or something else."""
    fields = dict(rng.choice(list(memory.forms)).fields) if memory.forms and rng.random() < 0.5 else {}
    fields |= {rng.choice(_FIELDS): text(rng) for _ in range(rng.choice((0, 1, 2, 4)))}
    chosen = rng.random()
    if chosen < 0.7:
        body = urlencode(fields).encode()
        return FORM, body if rng.random() < 0.9 else mutated_bytes(rng, body)
    if chosen < 0.9:
        return _multipart(rng, fields)
    if chosen < 0.95:
        return "application/json", str(any_json(rng)).encode()
    return rng.choice(("text/plain", FORM, "text/xml", "", text(rng))), mutated_bytes(rng, b"<a>&b;</a>")


def _multipart(rng: Random, fields: dict[str, str]) -> tuple[str, bytes]:
    boundary = rng.choice(("b", "x" * 70, "x" * 300, "", "a b", "ą"))
    many = ("f",) * rng.choice((20, 1100)) if rng.random() < 0.02 else ()
    parts = "".join(_of_multipart(rng, boundary, name, fields.get(name, "")) for name in (*fields, *many))
    body = f"{parts}--{boundary}--\r\n".encode()
    named = rng.choice((f"; boundary={boundary}", f'; boundary="{boundary}"', ""))
    return f"multipart/form-data{named}", body if rng.random() < 0.5 else mutated_bytes(rng, body)


def _of_multipart(rng: Random, boundary: str, name: str, value: str) -> str:
    file = f"; filename={text(rng)}" if rng.random() < 0.3 else ""
    return f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"{file}\r\n\r\n{value}\r\n'


def latin(value: str) -> str:
    """As it could stand in a header."""
    return value.encode("utf-8").decode("latin-1").translate({10: 32, 13: 32, 0: 32})
