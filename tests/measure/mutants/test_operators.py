import pytest

from tests.measure.mutants.making import changes


def test_a_boundary_moves_and_a_comparison_turns_round() -> None:
    assert changes("def f(a, b):\n    x = a < b\n") == [
        ("boundary", "x = a < b", "x = a <= b"),
        ("comparison", "x = a < b", "x = a >= b"),
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a == b", "a != b"),
        ("a is None", "a is not None"),
        ("a not in b", "a in b"),
    ],
)
def test_a_comparison_without_boundary_only_turns_round(before: str, after: str) -> None:
    assert changes(f"x = {before}\n") == [("comparison", f"x = {before}", f"x = {after}")]


def test_and_becomes_or_and_not_goes() -> None:
    assert changes("x = a and not b\n") == [
        ("and, or", "x = a and not b", "x = a or not b"),
        ("not", "x = a and not b", "x = a and b"),
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [("if a:", "if (not (a)):"), ("if a or b:", "if (not (a or b)):"), ("while a(b):", "while (not (a(b))):")],
)
def test_a_condition_is_turned_round(before: str, after: str) -> None:
    assert changes(f"{before}\n    x = c\n", "condition") == [("condition", before, after)]


@pytest.mark.parametrize("condition", ["a == b", "not a"])
def test_a_condition_that_turns_by_its_operator_does_so_once(condition: str) -> None:
    assert len(changes(f"if {condition}:\n    x = c\n")) == 1


def test_sums_and_numbers_change() -> None:
    assert changes("end = at + timedelta(minutes=5)\n") == [
        ("arithmetic", "end = at + timedelta(minutes=5)", "end = at - timedelta(minutes=5)"),
        ("number", "end = at + timedelta(minutes=5)", "end = at + timedelta(minutes=6)"),
        ("number", "end = at + timedelta(minutes=5)", "end = at + timedelta(minutes=4)"),
    ]


def test_nothing_is_below_zero() -> None:
    assert changes("x = 0\n") == [("number", "x = 0", "x = 1")]


def test_truth_becomes_untruth() -> None:
    assert changes("x = True\n") == [("truth", "x = True", "x = False")]


@pytest.mark.parametrize(
    ("before", "after"),
    [("'code'", "'XXcode'"), ('b"code"', 'b"XXcode"'), ('f"{a}-code"', 'f"{a}XX-code"'), ('""', '"XX"')],
)
def test_a_text_becomes_another(before: str, after: str) -> None:
    assert changes(f"x = {before}\n") == [("text", f"x = {before}", f"x = {after}")]


def test_an_answer_is_lost_or_turned() -> None:
    source = "def f(a) -> bool:\n    return a.b\n"
    assert changes(source) == [
        ("answer turned", "return a.b", "return (not (a.b))"),
        ("answer", "return a.b", "return None"),
    ]


@pytest.mark.parametrize(
    "line", ["f(x)", "await f(x)", "a.b = c", "a['b'] = c", "a += b", "raise E", "return", "break"]
)
def test_a_statement_is_left_out(line: str) -> None:
    source = f"async def f():\n    while a:\n        {line}\n"
    assert ("statement", line, "pass") in changes(source, "statement")


def test_a_name_keeps_its_value_for_without_it_nothing_would_run() -> None:
    assert changes("def f():\n    a = b\n    return None\n") == []


def test_arguments_change_places_where_they_differ_and_have_no_names() -> None:
    assert changes("f(a, b, c)\n", "arguments") == [("arguments", "f(a, b, c)", "f(b, a, c)")]
    for same in ("f(a, a)", "f(a, b=b)", "f(*a, b)", "f(a)"):
        assert changes(f"{same}\n", "arguments") == []


def test_a_function_loses_a_decorator_but_none_that_python_needs() -> None:
    source = "class A:\n    @property\n    @posted\n    def f(self):\n        return None\n"
    assert changes(source) == [("decorator", "@posted", "")]


@pytest.mark.parametrize(
    "source",
    [
        '"""A text."""\n',
        'X = a\n"""What X is."""\n',
        'def f():\n    """What f does."""\n',
        "import a\nfrom b import c\n",
        "x: Literal['a', 'b']\n",
        "def f(a: 'A' = b) -> 'B': ...\n",
        "Handler = Callable[['A'], B]\n",
        "def __repr__(self):\n    return f'<{self.a + 1}>'\n",
        "if TYPE_CHECKING:\n    x = 1\n",
        "_log.info('%s', a + 1)\n",
        "T = TypeVar('T', bound='A')\n",
        "__all__ = ['a']\n",
        "@dataclass(frozen=True)\nclass A: ...\n",
        "raise Refused(a, f'expected {b}')\n",
        "add('x', help='what it does')\n".replace("'x', ", "x, "),
    ],
)
def test_types_and_words_for_people_stay(source: str) -> None:
    assert changes(source, "text", "number", "arithmetic", "truth", "decorator") == []


def test_the_code_of_an_error_is_no_word_for_people() -> None:
    assert changes("raise Refused('code_used', 'the code was used')\n", "text") == [
        ("text", "raise Refused('code_used', 'the code was used')", "raise Refused('XXcode_used', 'the code was used')")
    ]
