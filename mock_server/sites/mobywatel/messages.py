"""The SMS that came to the phone, which a phone has beside the app."""

from ...kernel.inbox import Sms
from ...web.visit import Visit
from . import rules


def messages_to(visit: Visit, pesel: str) -> list[Sms]:
    """Every SMS to the phone of this person, newest first; none where the person has left the world."""
    person = visit.world.people.by_pesel(pesel)
    messages = reversed(visit.world.inbox.sms)
    return [sms for sms in messages if person and rules.sms_is_own(sms.phone, person.phone)]
