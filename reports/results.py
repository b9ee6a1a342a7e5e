"""What allure-pytest wrote about a run: one JSON file for each test."""

import ast
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any


class ReportError(Exception):
    """The report cannot be built; the text says why and what to do."""


@dataclass(frozen=True)
class Result:
    """The end of one test."""

    test: str
    """Where the test is, as ``e2e.login.test_paths#test_path``."""
    title: str
    status: str
    """Allure's word: passed, failed, broken, skipped or unknown."""
    seconds: float
    parameters: Mapping[str, str]


def read_results(folder: Path) -> list[Result]:
    """Return every result in the folder, in order of start; raises ReportError where there is none."""
    documents = [json.loads(file.read_text(encoding="utf-8")) for file in folder.glob("*-result.json")]
    if not documents:
        raise ReportError("There are no results yet. Run make e2e first.")
    return [_result(document) for document in sorted(documents, key=_order)]


def _order(document: dict[str, Any]) -> tuple[int, str]:
    return document.get("start", 0), document.get("fullName", "")


def _result(document: dict[str, Any]) -> Result:
    return Result(
        test=document.get("fullName", ""),
        title=document.get("name", ""),
        status=document.get("status", "unknown"),
        seconds=round((document.get("stop", 0) - document.get("start", 0)) / 1000, 3),
        parameters={entry["name"]: _plain(entry["value"]) for entry in document.get("parameters", [])},
    )


def _plain(value: str) -> str:
    """Return a parameter as it was before allure-pytest wrote its ``repr``; None becomes an empty string."""
    try:
        plain = ast.literal_eval(value)
    except (SyntaxError, ValueError):
        return value
    return "" if plain is None else str(plain)
