from fixtures.http_page import HttpPage
from mock_server.kernel.faults import Outage
from mock_server.kernel.institutions import INSTITUTIONS
from mock_server.sites.pz.hub_login import BACK_FROM_BANK
from mock_server.web.delegation import Outcome
from pages.pz.login import NoProfilePage
from tests.banks.visiting import SERVICE
from tests.pz.scene import PzScene


def choose(scene: PzScene, login: HttpPage, bank: str = "mbank") -> HttpPage:
    return scene.browser.post(f"{login.url}/bank", bank=bank)


def identified_by_bank(scene: PzScene) -> HttpPage:
    customer = scene.person.bank_customers["mbank"]
    page = choose(scene, scene.ask())
    page = scene.browser.post(f"{page.flow}/logowanie", number=customer.number, password=customer.password)
    return scene.browser.post(f"{page.flow}/potwierdzenie")


def test_exactly_the_institutions_of_the_trusted_profile_are_offered(scene: PzScene) -> None:
    login = scene.ask()
    assert SERVICE in login.text
    offered = [bank.id for bank in INSTITUTIONS if bank.trusted_profile]
    assert login.page.xpath("//button[@name='bank']/@value") == offered
    assert choose(scene, login, "nobank").status == 404


def test_each_button_leads_to_its_own_bank(scene: PzScene) -> None:
    for bank in INSTITUTIONS:
        assert choose(scene, scene.ask(), bank.id).url.startswith(f"https://{bank.id}.localhost/")


def test_a_bank_confirms_a_valid_profile(scene: PzScene) -> None:
    identified_by_bank(scene)
    (answer,) = scene.asker.answers
    assert answer.identity
    assert answer.identity.pesel == scene.person.pesel
    assert answer.identity.authorities == ("pz.gov.pl", "mbank")
    assert (scene.messages, scene.pushes) == ([], [])


def test_a_bank_confirms_no_missing_or_expired_profile(scene: PzScene) -> None:
    scene.profile.valid_until = scene.world.clock.now()
    assert identified_by_bank(scene).heading == NoProfilePage.heading
    scene.person.trusted_profile = None
    assert identified_by_bank(scene).heading == NoProfilePage.heading
    assert scene.asker.answers == []


def test_a_cancelled_bank_comes_back_with_everything_usable(scene: PzScene) -> None:
    bank = choose(scene, scene.ask())
    login = scene.browser.post(f"{bank.flow}/anuluj")
    assert login.texts("//*[@role='status']") == [BACK_FROM_BANK[Outcome.CANCELLED]]
    scene.type_code(scene.give_password(login), scene.code)
    assert [answer.outcome for answer in scene.asker.answers] == [Outcome.IDENTIFIED]


def test_the_notice_of_one_bank_goes_when_another_is_chosen(scene: PzScene) -> None:
    login = scene.browser.post(f"{choose(scene, scene.ask()).flow}/anuluj")
    assert login.texts("//*[@role='status']") != []
    choose(scene, login, "ing")
    assert scene.browser.get(login.url).texts("//*[@role='status']") == []


def test_a_bank_that_is_out_comes_back_with_everything_usable(scene: PzScene) -> None:
    scene.world.faults.plant("out", Outage("mbank"))
    login = choose(scene, scene.ask())
    assert login.texts("//*[@role='status']") == [BACK_FROM_BANK[Outcome.UNAVAILABLE]]
    assert choose(scene, login, "ing").url.startswith("https://ing.localhost/")
