"""The fields of a form that a browser sent."""

from urllib.parse import parse_qs


class Form:
    """The fields; what cannot be read as a form has none."""

    def __init__(self, content: bytes) -> None:
        try:
            self._fields = parse_qs(content.decode(), keep_blank_values=True, max_num_fields=20)
        except ValueError:
            self._fields = {}

    def has(self, name: str) -> bool:
        """Whether there is such a field."""
        return name in self._fields

    def one(self, name: str) -> str:
        """The value of the one field of this name; nothing where there is none or are two."""
        values = self._fields.get(name, [])
        return values[0] if len(values) == 1 else ""
