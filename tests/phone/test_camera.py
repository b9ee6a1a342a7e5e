"""Each thing that the camera does to a picture shows in it, and the same seed does the same."""

from io import BytesIO

import pytest
from PIL import Image, ImageChops, ImageDraw, ImageStat

from fixtures.camera import Camera

SIZE = WIDTH, HEIGHT = 300, 200


def png(screen: Image.Image) -> bytes:
    content = BytesIO()
    screen.save(content, "PNG")
    return content.getvalue()


def screen_of(grey: int, box: tuple[int, int, int, int] | None = None) -> bytes:
    """A screen of one grey, or of white with a black box."""
    screen = Image.new("L", SIZE, grey)
    if box:
        ImageDraw.Draw(screen).rectangle(box, fill=0)
    return png(screen)


SQUARE = screen_of(255, (100, 50, 199, 149))


def dark_box(picture: Image.Image) -> tuple[int, int, int, int]:
    box = picture.point(lambda value: 255 if value < 128 else 0).getbbox()
    assert box
    return box


def contrast(picture: Image.Image) -> float:
    return ImageStat.Stat(picture).stddev[0]


def test_the_perfect_picture_is_the_screen_itself() -> None:
    picture = Camera().take(SQUARE)
    assert (picture.mode, picture.size, dark_box(picture)) == ("L", SIZE, (100, 50, 200, 150))
    assert picture.getextrema() == (0, 255)


CHANCE = {
    "moire": Camera(moire=0.5),
    "glare": Camera(glare=0.8),
    "motion": Camera(motion=6),
    "noise": Camera(noise=0.3),
}


@pytest.mark.parametrize("what", CHANCE)
def test_the_same_seed_takes_the_same_picture_and_another_seed_another(what: str) -> None:
    given = vars(CHANCE[what])
    one, same, other = (Camera(**{**given, "seed": seed}).take(SQUARE) for seed in (1, 1, 2))
    assert one.tobytes() == same.tobytes()
    assert one.tobytes() != other.tobytes()


def test_a_screen_turned_away_is_narrower_and_larger_where_it_is_nearer() -> None:
    left, top, right, bottom = dark_box(picture := Camera(turn=40).take(SQUARE))
    assert right - left < 85, "foreshortened"
    edges = [dark_box(picture.crop((x, 0, x + 3, HEIGHT))) for x in (left + 1, right - 4)]
    heights = sorted(lower - upper for _, upper, _, lower in edges)
    assert heights[0] + 15 < heights[1]
    mirrored = dark_box(Camera(turn=-40).take(SQUARE))
    assert abs(mirrored[0] - (WIDTH - right)) <= 1
    assert (top, bottom) == pytest.approx((mirrored[1], mirrored[3]), abs=1)


def test_a_screen_that_nods_is_lower() -> None:
    _, top, _, bottom = dark_box(Camera(nod=40).take(SQUARE))
    assert bottom - top < 85
    assert Camera(nod=40).take(SQUARE).size == SIZE


def test_moire_is_coarser_than_the_pixels_that_make_it() -> None:
    """What the two grids beat into a white screen is left even where eight pixels are seen as one."""
    white = screen_of(255)
    inner = WIDTH // 4, HEIGHT // 4, WIDTH * 3 // 4, HEIGHT * 3 // 4
    coarse = [contrast(Camera(moire=depth).take(white).crop(inner).reduce(4)) for depth in (0.1, 0.4, 0.8)]
    assert 1 < coarse[0] < coarse[1] < coarse[2]


def test_glare_whitens_one_spot_and_leaves_the_edge() -> None:
    picture = Camera(glare=1).take(screen_of(50))
    assert picture.getextrema() == (50, 255)
    edge = picture.crop((0, 0, WIDTH, 5))
    assert edge.getextrema() == (50, 50)


def test_motion_smears_one_way_only() -> None:
    """A black dot becomes a line of about that length, in whatever direction."""
    dot = screen_of(255, (148, 98, 151, 101))
    smeared = Camera(motion=20, seed=3).take(dot).point(lambda value: 255 if value < 250 else 0)
    left, top, right, bottom = smeared.getbbox() or (0, 0, 0, 0)
    assert ((right - left) ** 2 + (bottom - top) ** 2) ** 0.5 == pytest.approx(24, abs=5)
    assert ImageStat.Stat(smeared).sum[0] / 255 < 24 * 8


@pytest.mark.parametrize(("stops", "grey"), [(-2, 25), (-1, 50), (1, 200), (2, 255)])
def test_a_stop_doubles_the_light_up_to_white(stops: int, grey: int) -> None:
    assert Camera(exposure=stops).take(screen_of(100)).getextrema() == (grey, grey)


def test_noise_is_grain_about_the_middle_grey() -> None:
    picture = Camera(noise=0.5).take(screen_of(128))
    assert ImageStat.Stat(picture).mean[0] == pytest.approx(128, abs=1)
    assert contrast(picture) == pytest.approx(32, abs=2)


def test_a_poor_jpeg_loses_more() -> None:
    noisy = png(Camera(noise=0.3).take(SQUARE))
    perfect = Camera().take(noisy)
    lost = [contrast(ImageChops.difference(perfect, Camera(jpeg=quality).take(noisy))) for quality in (95, 50, 5)]
    assert 0 < lost[0] < lost[1] < lost[2]
