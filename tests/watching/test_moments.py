import pytest

from e2e.watchers import moments
from tests.watching.pages import complaints, page, served

WINTER = '<time datetime="2026-02-03T08:05:07Z">03.02.2026, 09:05:07</time>'


@pytest.mark.parametrize(
    "main",
    [
        WINTER,
        '<time datetime="2026-07-03T09:05:07.250+02:00">03.07.2026, 09:05:07</time>',
        '<p>po godzinie <time datetime="2026-07-03T23:05:07+00:00">01:05:07</time></p>',
        '<time datetime="2026-02-03">03.02.2026</time>',
        '<time datetime="2026-02-03T09:05:07+01:00" data-seconds="65">1:05</time>',
        '<p lang="en"><time datetime="2026-02-03T08:05:07.000Z">2026-02-03T08:05:07.000Z</time></p>',
        "<p>Do ukończenia 18. roku; 12 i 13 lat; przez 60 minut; PESEL 44051401458; 500 100 200; operacja 123456</p>",
        "<output>8;D;1;;;9216;;0f0e-4123-1234;1795075200000;1795075500000;login-mobywatel.localhost:40123;0;3;;</output>",
        '<p hidden title="Zwolnienie ZL 12/34567890"></p>',
    ],
)
def test_moments_that_are_marked_and_right_are_let_pass(main: str) -> None:
    assert complaints(moments.complaints, served(page(main))) == []


def test_english_names_the_month_where_it_is_spoken() -> None:
    dotted = '<p lang="pl"><time datetime="2026-02-03">03.02.2026</time></p>'
    named = '<time datetime="2026-02-03T08:05:07Z">3 February 2026, 09:05:07</time>'
    assert complaints(moments.complaints, served(page(dotted + named, lang="en"))) == []
    (complaint,) = complaints(moments.complaints, served(page(WINTER, lang="en")))
    assert "3 February 2026, 09:05:07" in complaint
    assert complaints(moments.complaints, served(page(named, lang="uk")))


@pytest.mark.parametrize(
    ("main", "told"),
    [
        ("<time>03.02.2026</time>", "no machine value"),
        ('<time datetime="2026-02-03T09:05:07">03.02.2026, 09:05:07</time>', "no machine value"),
        ('<time datetime="2026-02-30">30.02.2026</time>', "no machine value"),
        ('<time datetime="">jutro</time>', "no machine value"),
        ('<time datetime="2026-02-03T08:05:07Z">03.02.2026, 08:05:07</time>', "03.02.2026, 09:05:07"),
        ('<time datetime="2026-07-03T08:05:07Z">03.07.2026, 09:05:07</time>', "03.07.2026, 10:05:07"),
        ('<time datetime="2026-02-03T08:05:07Z">3.2.2026, 9:05:07</time>', "03.02.2026, 09:05:07"),
        ('<time datetime="2026-02-03">02.03.2026</time>', "03.02.2026"),
        ('<time datetime="2026-02-03T09:05:07+01:00" data-seconds="65">65 s</time>', "1:05"),
        ('<p lang="en"><time datetime="2026-02-03T08:05:07.000Z">09:05:07</time></p>', "2026-02-03T08:05:07.000Z"),
        ("<p>ważne do 03.02.2026</p>", "“03.02.2026”"),
        ("<p>od 3.2.2026 do 5.2.2026</p>", "“3.2.2026”"),
        ("<p>2026-02-03</p>", "“2026-02-03”"),
        ("<p>zablokowane do 9:05</p>", "“9:05”"),
        ("<p>zostało 4:59</p>", "“4:59”"),
        ("<p>27 listopada 2024</p>", "“27 listopada”"),
        ("<p>Spróbuj po godzinie 9</p>", "“godzinie 9”"),
        ('<button aria-label="Wizyta 03.02.2026">Wizyta</button>', "“03.02.2026”"),
    ],
)
def test_a_moment_that_is_bare_or_told_wrong_is_found(main: str, told: str) -> None:
    (complaint,) = complaints(moments.complaints, served(page(main)))
    assert told in complaint
    assert complaint.startswith("GET ikp/recepty")


def test_a_moment_in_a_title_is_found() -> None:
    (complaint,) = complaints(moments.complaints, served(page(WINTER, title="Wizyta 03.02.2026")))
    assert "“03.02.2026”" in complaint


def test_only_pages_are_read() -> None:
    data = served('{"now": "2026-02-03T08:05:07Z"}', kind="application/json")
    assert complaints(moments.complaints, data) == []
