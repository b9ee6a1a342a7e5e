"""A message is shown as it was sent, with its moments told to machines too."""

import pytest

from mock_server.web.moments import moments_marked


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "z dnia 29.11.2026, 10:00:05. Kod: 1",
            'z dnia <time datetime="2026-11-29T10:00:05+01:00">29.11.2026, 10:00:05</time>. Kod: 1',
        ),
        ("do 01.07.2027", 'do <time datetime="2027-07-01">01.07.2027</time>'),
        ("25.10.2026, 02:30:00", '<time datetime="2026-10-25T02:30:00+02:00">25.10.2026, 02:30:00</time>'),
        ("01.12.2026, 10:00.", '<time datetime="2026-12-01T10:00:00+01:00">01.12.2026, 10:00</time>.'),
        ("31.02.2026, 10:00:00", "31.02.2026, 10:00:00"),
        ("<b>Kod: 12345678</b>", "&lt;b&gt;Kod: 12345678&lt;/b&gt;"),
    ],
    ids=["moment", "day", "twice", "appointment", "no-day", "markup"],
)
def test_a_message_stays_as_it_is_and_its_moments_are_marked(text: str, shown: str) -> None:
    assert moments_marked(text) == shown
