"""Every text that page objects look for is in the catalogue of each language in which its page may come."""

import ast
import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator

import pytest

import pages
from pages.base import BasePage, TrilingualPage
from pages.languages import ENGLISH, ONE, PSEUDO, UKRAINIAN
from pages.texts import ANYTHING, Name, NotTranslated, telling, words

MODULES = [importlib.import_module(module.name) for module in pkgutil.walk_packages(pages.__path__, "pages.")]
SAYING, TELLING = {"say"}, {"told", "expect_notice", "expect_problem"}


def texts() -> Iterator[tuple[type, str, str | re.Pattern[str]]]:
    """Class, how the text is used, and the text."""
    for module in MODULES:
        for _, kind in inspect.getmembers(module, inspect.isclass):
            if kind.__module__ == module.__name__ and getattr(kind, "spoken", ()) != (ONE,):
                yield from ((kind, how, text) for how, text in texts_of(kind))
                if heading := vars(kind).get("heading"):
                    yield kind, "told", heading
                labels = {label: text for label, text in vars(kind).items() if label.endswith(("_label", "accepting"))}
                yield from ((kind, "say", text) for label, text in labels.items())


def texts_of(kind: type) -> Iterator[tuple[str, str | re.Pattern[str]]]:
    """What its methods say in so many words."""
    for node in ast.walk(ast.parse(inspect.getsource(kind))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args:
            text = literal(node.args[0])
            if text is not None and node.func.attr in SAYING | TELLING:
                yield ("say" if node.func.attr in SAYING else "told"), text


def literal(node: ast.expr) -> str | re.Pattern[str] | None:
    """A string, a name or a pattern that is written down there."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
        match ast.unparse(node.func):
            case "Name":
                return Name(node.args[0].value)
            case "re.compile":
                return re.compile(str(node.args[0].value))
    return None


@pytest.mark.parametrize("language", [ENGLISH, UKRAINIAN, PSEUDO])
def test_every_text_of_page_objects_is_translated(language: str) -> None:
    missing = {}
    for kind, how, text in texts():
        if language == UKRAINIAN and not issubclass(kind, TrilingualPage):
            continue
        try:
            if how == "say":
                assert isinstance(text, str)
                words(language, text, **dict.fromkeys(re.findall(r"\{(\w+)\}", text), "x"))
            else:
                telling(language, text)
        except NotTranslated:
            missing[text] = kind.__qualname__
    assert not missing


def test_texts_are_found_in_page_objects() -> None:
    assert len({text for kind, how, text in texts() if text is not ANYTHING}) > 150
    assert issubclass(TrilingualPage, BasePage)
