import pytest

from mock_server.web.titles import tells_an_error, titled


@pytest.mark.parametrize(
    ("status", "main", "is_one"),
    [
        (200, '<p role="status">', False),
        (200, '<p data-role="alert">', False),
        (200, '<p role="alert">', True),
        (422, "<p>", True),
        (200, '<input aria-invalid="true">', True),
        (399, "<p>", False),
        (400, "<p>", True),
    ],
)
def test_an_alert_a_wrong_field_or_a_refusal_is_an_error(status: int, main: str, is_one: bool) -> None:
    assert tells_an_error(status, main) == is_one
    assert titled(status, f"<title>Konto</title>{main}").startswith(
        "<title>Błąd: Konto<" if is_one else "<title>Konto<"
    )
