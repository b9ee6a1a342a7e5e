import pytest

from mock_server.kernel.making import end_of_profile
from mock_server.kernel.people import Confirmation
from mock_server.web.back_channel import BackChannelFailed
from tests.pz.scene import PZ, PzScene, step_of

DETAILS = f"{PZ}/account/profile/details"


def renew(scene: PzScene) -> str:
    token = scene.browser.get(DETAILS).hidden("token")
    return step_of(scene.browser.post(f"{PZ}/account/profile/renewal", token=token))


def test_a_renewal_drops_the_bank_and_lives_three_more_years(scene: PzScene) -> None:
    scene.profile.bank = "ing"
    scene.signed_in()
    told = scene.type_code(scene.browser.get(renew(scene)), scene.code).text
    assert ">Przedłużono ważność profilu zaufanego o 3 lata. Profil nie jest już powiązany z: ING Bank Śląski. " in told
    assert " Operacje potwierdzisz przez: SMS.<" in told
    assert not scene.profile.bank
    assert scene.profile.valid_until == end_of_profile(scene.world.clock.now())


def test_a_cancelled_renewal_changes_nothing(scene: PzScene) -> None:
    scene.profile.bank = "ing"
    until = scene.profile.valid_until
    scene.signed_in()
    scene.browser.get(renew(scene))
    assert (scene.profile.bank, scene.profile.valid_until) == ("ing", until)
    assert scene.cancel(scene.browser.get(renew(scene))).texts("//*[@role='status']") != []
    assert (scene.profile.bank, scene.profile.valid_until) == ("ing", until)


@pytest.mark.parametrize("over", Confirmation)
def test_a_profile_that_is_gone_meanwhile_is_not_renewed(scene: PzScene, over: Confirmation) -> None:
    scene.signed_in()
    scene.profile.confirmation = over
    step = scene.browser.get(renew(scene))
    scene.person.trusted_profile = None
    if over is Confirmation.SMS:
        assert scene.type_code(step, scene.code).status == 404
    else:
        with pytest.raises(BackChannelFailed, match="404"):
            scene.answer(scene.pushes[-1], approve=True)


def test_a_renewal_needs_the_token(scene: PzScene) -> None:
    scene.signed_in()
    assert scene.browser.post(f"{PZ}/account/profile/renewal", token="guessed").status == 403


def test_a_code_over_the_old_method_is_dead_after_a_change(scene: PzScene) -> None:
    step = scene.asked_to_confirm()
    scene.profile.confirmation = Confirmation.PUSH
    assert "Metoda autoryzacji zmieniła się" in scene.type_code(step, scene.code).text
    assert scene.asker.answers == []


@pytest.mark.parametrize("approve", [True, False])
def test_a_push_over_the_old_method_is_dead_after_a_change(scene: PzScene, approve: bool) -> None:
    scene.asked_to_confirm(Confirmation.PUSH)
    scene.profile.confirmation = Confirmation.SMS
    assert scene.answer(scene.pushes[0], approve=approve) == "expired"
    assert scene.asker.answers == []
