"""Short ways to say what is changed at a stage, and where it shows."""

from collections.abc import Callable

from lxml import etree

from ...saml.names import NAMESPACES
from ...saml.xml import Element
from ..making import Making, found
from ..stages import Deed, Stage

Edit = Callable[[Making, Element], object]
Value = str | Callable[[Making], str]
_AT = {"T": Stage.ASSERTION, "R": Stage.RESPONSE, "A": Stage.MESSAGE}


def value_of(value: Value, making: Making) -> str:
    """A value that may depend on the login."""
    return value if isinstance(value, str) else value(making)


def at(layer: str, path: str) -> str:
    """The place of a path of prefixed names in a layer, an attribute after ``@``."""
    names, _, attribute = path.partition("@")
    locals_ = "/".join(name.partition(":")[2] or name for name in filter(None, names.split("/")))
    place = f"{layer}/{locals_}" if locals_ else layer
    return f"{place}@{attribute}" if attribute else place


def edited(layer: str, edit: Edit, *paths: str, seals: str = "++", valid: bool = True) -> Deed:
    """Edit ``T``, ``R`` or ``A`` before it is encrypted or signed."""

    def do(making: Making, element: Element) -> None:
        edit(making, element)

    return Deed(_AT[layer], do, tuple(at(layer, path) for path in paths), seals, valid=valid)


def attribute(layer: str, path: str, value: Value | None, *, valid: bool = True) -> Deed:
    """Set the attribute at a path such as ``saml2:Conditions@NotBefore``, or take it away."""

    def edit(making: Making, element: Element) -> None:
        set_attribute(element, path, None if value is None else value_of(value, making))

    return edited(layer, edit, path, valid=valid)


def set_attribute(element: Element, path: str, value: str | None) -> None:
    """Set or take away the attribute at a path."""
    names, _, name = path.partition("@")
    owner = found(element, names) if names else element
    if value is None:
        del owner.attrib[name]
    else:
        owner.set(name, value)


def text(layer: str, path: str, value: Value, *, valid: bool = True) -> Deed:
    """Write another text into an element."""

    def edit(making: Making, element: Element) -> None:
        found(element, path).text = value_of(value, making)

    return edited(layer, edit, path, valid=valid)


def removed(layer: str, *paths: str, valid: bool = True) -> Deed:
    """Take elements away."""

    def edit(_making: Making, element: Element) -> None:
        for path in paths:
            take_away(found(element, path))

    return edited(layer, edit, *paths, valid=valid)


def take_away(element: Element) -> Element:
    """Take an element out of its parent, and what is said after it with it."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
    return element


def added(layer: str, path: str, place: str, xml: Value, *, first: bool = False, valid: bool = True) -> Deed:
    """Append an element to the one at a path (to the layer itself by an empty one), or put it first there."""

    def edit(making: Making, element: Element) -> None:
        owner = found(element, path) if path else element
        new = fragment(value_of(xml, making))
        if first:
            owner.insert(0, new)
        else:
            owner.append(new)

    return edited(layer, edit, place, valid=valid)


def fragment(xml: str) -> Element:
    """The element of XML in which every prefix of the profile is known."""
    declared = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
    [element] = etree.fromstring(f"<around {declared}>{xml}</around>")
    etree.cleanup_namespaces(element)
    return element


def stale(edit: Callable[[Making, bytes], bytes], *places: str, seals: str = "--", valid: bool = True) -> Deed:
    """Edit the bytes after the last signature."""
    return Deed(Stage.BYTES, edit, places, seals, valid=valid)


def replaced_once(xml: bytes, old: bytes, new: bytes) -> bytes:
    """The bytes with the only place of `old` replaced.

    Raises:
        LookupError: there is no such place, or another one.
    """
    if xml.count(old) != 1:
        raise LookupError(old)
    return xml.replace(old, new)
