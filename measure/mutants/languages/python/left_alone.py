"""What is never changed: types, documentation, words for people who read logs, and what only Python itself needs."""

import re

import libcst as cst

DECORATORS = frozenset({
    "abstractmethod", "asynccontextmanager", "cache", "cached_property", "classmethod", "contextmanager", "dataclass",
    "lru_cache", "overload", "override", "property", "rule", "setter", "staticmethod", "wraps",
})  # fmt: skip
"""Without one of these nothing would run at all, or nothing would be different.

Without ``@rule`` only a fault could not be planted, and ``tests/test_fault_catalogue.py`` asks for each that is.
"""
_CALLS = frozenset({"ContextVar", "NewType", "ParamSpec", "TypeAdapter", "TypeVar", "cast", "getLogger"})
_LOGS = frozenset({"_log", "_logger", "log", "logger", "logging", "warnings"})
_WORDS_FOR_PEOPLE = frozenset({"description", "help", "metavar", "prog", "summary"})
_NAMES = frozenset({"__all__", "__slots__"})
_CODE = re.compile(r"""[a-z]*['"][\w.:-]*['"]""")


def is_left_alone(node: cst.CSTNode, above: tuple[cst.CSTNode, ...]) -> bool:
    """Whether neither the node nor anything in it is changed; ``above`` are those around it, outermost first."""
    match node:
        case cst.Annotation() | cst.Import() | cst.ImportFrom() | cst.TypeAlias():
            left = True
        case cst.FunctionDef(name=cst.Name(value="__repr__")) | cst.If(test=cst.Name(value="TYPE_CHECKING")):
            left = True
        case cst.Expr(value=cst.SimpleString() | cst.ConcatenatedString()):
            left = True
        case cst.Assign(targets=[cst.AssignTarget(target=cst.Name(value=name))]):
            left = name in _NAMES
        case cst.Decorator():
            left = call_name(node.decorator) in DECORATORS
        case cst.Call():
            left = _is_log(node) or call_name(node) in _CALLS
        case cst.Arg(keyword=cst.Name(value=name)):
            left = name in _WORDS_FOR_PEOPLE
        case cst.Subscript():
            left = _is_alias(above)
        case cst.SimpleString() | cst.FormattedString():
            left = _is_message(node, above)
        case _:
            left = False
    return left


def call_name(expression: cst.BaseExpression) -> str:
    """The last name of what is called or named: ``b`` for ``a.b(…)``."""
    match expression:
        case cst.Call(func=func):
            return call_name(func)
        case cst.Attribute(attr=cst.Name(value=name)) | cst.Name(value=name):
            return name
    return ""


def _is_log(call: cst.Call) -> bool:
    match call.func:
        case cst.Attribute(value=cst.Name(value=name)):
            return name in _LOGS
    return False


def _is_alias(above: tuple[cst.CSTNode, ...]) -> bool:
    """``Handler = Callable[[Visit], Response]``: a type, written outside any function."""
    return isinstance(above[-1], cst.Assign) and not any(isinstance(node, cst.FunctionDef) for node in above)


def _is_message(node: cst.SimpleString | cst.FormattedString, above: tuple[cst.CSTNode, ...]) -> bool:
    """What an error tells a person; one word is a code, and stays code."""
    if not any(isinstance(outer, cst.Raise) for outer in above):
        return False
    return isinstance(node, cst.FormattedString) or not _CODE.fullmatch(node.value)
