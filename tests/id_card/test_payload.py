import pytest

from mock_server.shared.id_card.payload import Payload, read

UUID = "9f6a05fd-bc89-4d16-a972-714e63651da6"


def test_what_is_written_is_read_again() -> None:
    payload = Payload(UUID, "e-dowod--w1.localhost")
    assert read(payload.text()) == payload
    assert payload.text() == f"edo:e-dowod--w1.localhost:{UUID}"
    assert payload.text().isascii()


@pytest.mark.parametrize("text", ["", "edo", "edo:host", f"edo:host:{UUID}:more", "edo:host:no-uuid", f"edo::x:{UUID}"])
def test_another_form_is_not_read(text: str) -> None:
    assert read(text) is None
