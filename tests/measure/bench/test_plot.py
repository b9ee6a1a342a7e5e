from lxml import etree

from measure.bench.plot import Panel, draw, scale_end

SVG = "{http://www.w3.org/2000/svg}"


def drawn(*panels: Panel) -> etree._Element:
    return etree.fromstring(draw(panels).encode())


def test_a_tenfold_step_is_as_wide_as_the_next_and_a_double_height_twice_as_high() -> None:
    svg = drawn(Panel("Logins", {"one": [(1, 10.0), (10, 20.0), (100, 40.0)]}))
    across, up = ([float(circle.attrib[name]) for circle in svg.iter(f"{SVG}circle")] for name in ("cx", "cy"))
    assert across[1] - across[0] == across[2] - across[1] > 0
    assert up[1] - up[2] == 2 * (up[0] - up[1]) > 0


def test_each_line_has_a_colour_of_its_own_that_its_name_has_too() -> None:
    names = ["p50", "p99", "a & b"]
    svg = drawn(Panel("Milliseconds", {name: [(1, 1.0), (10, 2.0)] for name in names}))
    lines = [path.attrib["stroke"] for path in svg.iter(f"{SVG}path") if "stroke-width" in path.attrib]
    told = {text.text: text.attrib["fill"] for text in svg.iter(f"{SVG}text") if "fill" in text.attrib}
    assert list(told) == names
    assert list(told.values()) == lines
    assert len(set(lines)) == len(names)


def test_panels_stand_side_by_side_within_the_picture() -> None:
    svg = drawn(*(Panel(title, {"one": [(1, 1.0), (10_000, 99.0)]}) for title in ("left", "right")))
    across = [float(circle.attrib["cx"]) for circle in svg.iter(f"{SVG}circle")]
    assert across == sorted(across)
    assert max(across) < float(svg.attrib["width"])


def test_an_axis_ends_at_a_round_number_that_nothing_exceeds() -> None:
    assert [scale_end(highest) for highest in (1.0, 1.1, 39.0, 41.0, 250.0)] == [1.0, 2.0, 40.0, 100.0, 400.0]
