"""Where a test stands in Allure's one tree: under a part of the article, then under what must hold."""

from collections.abc import Iterable, Mapping


def place_of(nodeid: str, labels: Iterable[Mapping[str, str]]) -> tuple[str, str]:
    """The epic and the feature of a test, from what it says of itself and from where it lies.

    A test that claims several behaviours stands under the first: each test is there once.
    """
    given: dict[str, str] = {}
    for label in labels:
        given.setdefault(label["name"], label.get("value", ""))
    feature, story = given.get("feature", ""), given.get("story", "")
    if feature and story:
        return feature, story
    folder, file = _lies(nodeid)
    return given.get("epic") or folder, feature or story or file


def _lies(nodeid: str) -> tuple[str, str]:
    """The folder and the file of a test, in words."""
    parts = nodeid.partition("::")[0].removesuffix(".py").split("/")
    folder = parts[-2] if len(parts) > 1 else "tests"
    return _words(folder), _words(parts[-1].removeprefix("test_"))


def _words(name: str) -> str:
    return name.replace("_", " ").capitalize()
