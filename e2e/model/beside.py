"""Acts that are not done on the page: by the address bar, on the phone, by the clock, and by the stranger."""

from collections.abc import Callable

from e2e.model.driver import Driver
from e2e.session.limits import IDLE
from fixtures.control_phone import ControlPhone, PhoneRefused

CODE_LIFE, PAUSE = 5 * 60, 30
FLOW_LIFE = 30 * 60
USED, NOT_YOURS = "used", "not_yours"

Act = Callable[[Driver], None]


def _open(site: str, path: str) -> Act:
    return lambda driver: driver.open(driver.cast.world.url(site, path))


def _back_to(place: str) -> Act:
    """Go back to a page that was met before, from whichever came after it."""
    return lambda driver: driver.open(driver.addresses[place])


def _refresh_and(use: Act) -> Act:
    """Refresh the code, then use the old one."""

    def act(driver: Driver) -> None:
        driver.press("refresh_code")
        _too_late(use)(driver)

    return act


def _reload(driver: Driver) -> None:
    driver.open(driver.address)


def _on_phone(use: Callable[[ControlPhone, str], object]) -> Act:
    """The second takes up the phone, and the page notices."""

    def act(driver: Driver) -> None:
        use(driver.cast.phone, driver.code)
        driver.notice()

    return act


def _too_late(act: Act) -> Act:
    def refused(driver: Driver) -> None:
        try:
            act(driver)
        except PhoneRefused:
            return
        raise AssertionError("what the phone does counts, though it comes too late")

    return refused


def _wait(driver: Driver) -> None:
    driver.cast.let_pass(CODE_LIFE)
    driver.notice()


def _sleep(seconds: float, then: Act) -> Act:
    """Be away so long that sessions end."""

    def act(driver: Driver) -> None:
        driver.cast.let_pass(seconds)
        then(driver)

    return act


def _after_pause(action: str) -> Act:
    """Press a button that a site takes only after a pause."""

    def act(driver: Driver) -> None:
        driver.cast.let_pass(PAUSE)
        driver.press(action)

    return act


def _stranger_opens_page(driver: Driver) -> None:
    answer = driver.cast.elsewhere.read(driver.address)
    assert answer.status_code == 403, f"{driver.address} opens in a stranger's browser ({answer.status_code})"


def _stranger_reads_code(driver: Driver) -> None:
    assert driver.cast.world.read_code(driver.cast.stranger, driver.code).result == USED


def _stranger_approves_push(driver: Driver) -> None:
    push = driver.cast.phone.last_push().id
    assert driver.cast.world.answer_push(driver.cast.stranger, push, approve=True).result == NOT_YOURS


_READ = _on_phone(lambda phone, code: phone.scan(code))
_APPROVE = _on_phone(lambda phone, _: phone.approve())
_APPROVE_PUSH = _on_phone(lambda phone, _: phone.approve_push())

BESIDE: dict[str, Act] = {
    "log_in": _open("ikp", "/zaloguj"),
    "open_account": _open("ikp", "/konto"),
    "return_to_methods": _back_to("methods"),
    "back_to_profile": _back_to("profile_login"),
    "back_to_banks": _back_to("mojeid_banks"),
    "back_to_ways": _back_to("id_card"),
    "back_to_card": _back_to("reader_card"),
    "refresh_and_read_old": _refresh_and(_READ),
    "refresh_and_approve_old": _refresh_and(_APPROVE),
    "reload": _reload,
    "wait": _wait,
    "come_back_late": _sleep(FLOW_LIFE, then=_reload),
    "fall_idle": _sleep(IDLE, then=lambda driver: driver.notice()),
    "send_code_again": _after_pause("send_code_again"),
    "send_push_again": _after_pause("send_push_again"),
    "send_new_push": _after_pause("send_new_push"),
    "read_code": _READ,
    "read_code_late": _too_late(_READ),
    "approve": _APPROVE,
    "approve_late": _too_late(_APPROVE),
    "decline": _on_phone(lambda phone, _: phone.decline()),
    "approve_push": _APPROVE_PUSH,
    "approve_push_late": _too_late(_APPROVE_PUSH),
    "decline_push": _on_phone(lambda phone, _: phone.decline_push()),
    "stranger_opens_page": _stranger_opens_page,
    "stranger_reads_code": _stranger_reads_code,
    "stranger_approves_push": _stranger_approves_push,
}


def do(driver: Driver, action: str) -> None:
    """Do an act of the table."""
    act = BESIDE.get(action)
    if act:
        act(driver)
    else:
        driver.press(action)
