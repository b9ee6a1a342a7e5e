"""Pictures: of what a page looks like, and of nothing that was drawn for it."""

from io import BytesIO

import pytest
from PIL import Image, ImageChops

from fixtures.approving.folder import taken_on
from fixtures.approving.kinds import KINDS, kinds_with
from fixtures.approving.pictures import difference, few_shades, small_file, take
from fixtures.world import WorldControl
from tests.approving.looking import Show

QR = "<div role='img' aria-label='Kod QR'><svg width='90' height='90'><rect width='{}' height='40'/></svg></div>"


def test_pictures_with_other_data_are_the_same(show: Show, world: WorldControl) -> None:
    taken = []
    for seed, seconds in ((1, "4:59"), (2, "0:03")):
        person = world.make_person(seed)
        main = f"<h1>{person.full_name}</h1> <p>{person.email}, {person.pesel}</p><b data-seconds='3'>{seconds}</b>"
        taken.append(take(show(main + QR.format(seed * 30)), 390, kinds_with(world.people())))
    assert difference(*taken) is None


@pytest.mark.parametrize("width", [1280, 390])
def test_one_changed_button_is_marked(show: Show, width: int) -> None:
    page = "<h1>Recepty</h1><button style='color: {}'>Dalej</button>"
    old, new = (take(show(page.format(colour)), width, KINDS) for colour in ("#0052a5", "#b3141d"))
    marked = difference(old, new)
    assert marked
    assert marked.size == old.size


def test_a_page_that_has_grown_is_marked_where_it_has(show: Show) -> None:
    old, new = (take(show("<p>Dalej</p>" * times), 390, KINDS) for times in (40, 60))
    marked = difference(old, new)
    assert marked
    assert marked.size == new.size


def test_a_picture_is_taken_of_the_whole_page_at_its_width(show: Show) -> None:
    picture = take(show("<p>Dalej</p>" * 60), 390, KINDS)
    assert picture.width == 390
    assert picture.height > 844


@pytest.mark.parametrize("colours", [2, 16, 200, 3000])
def test_the_small_file_holds_exactly_the_picture(colours: int) -> None:
    picture = Image.new("RGB", (60, 60))
    picture.putdata([(n * 8 % 256, n // 32 * 8 % 256, n // 1024 * 8 % 256) for n in (p % colours for p in range(3600))])
    kept = Image.open(BytesIO(small_file(picture))).convert("RGB")
    assert ImageChops.difference(kept, picture).getbbox() is None


def test_what_differs_by_one_shade_is_the_same_and_by_more_is_not() -> None:
    old, noise, other = (Image.new("RGB", (2, 2), colour) for colour in ("#0050a0", "#0058a0", "#0068a0"))
    assert difference(old, noise) is None
    assert difference(old, other)


def test_few_shades_keep_pictures_apart_that_a_person_can_tell() -> None:
    content = BytesIO()
    Image.new("RGB", (2, 2), "#0052a5").save(content, "PNG")
    lighter = BytesIO()
    Image.new("RGB", (2, 2), "#2072c5").save(lighter, "PNG")
    assert difference(few_shades(content.getvalue()), few_shades(lighter.getvalue()))


@pytest.mark.parametrize(
    ("met", "width", "device"),
    [
        ({"computer a/b", "phone a/b"}, 1280, "computer"),
        ({"computer a/b", "phone a/b"}, 390, "phone"),
        ({"phone a/b"}, 1280, "phone"),
        ({"computer a/b"}, 390, "computer"),
    ],
)
def test_a_picture_is_of_the_device_of_its_width_where_that_meets_the_state(
    met: set[str], width: int, device: str
) -> None:
    assert taken_on(met, "a/b", width) == device
