"""What the phone of whoever booked is told."""

from ....kernel.inbox import Sms
from ....kernel.language import spoken
from ....kernel.polish_time import words_of_term
from ....kernel.rules import seam
from ....kernel.translation import Text, say
from ....web.visit import Visit
from .model import Booking
from .ticket import Ticket

SENDER = "IKP"
BOOKED, MOVED, CANCELLED = "umowiono", "zmieniono", "odwolano"
_MESSAGES = {
    BOOKED: Text("Umówiono wizytę: {title}, {when}, {place}, {address}. Weź ze sobą dokument tożsamości."),
    MOVED: Text("Zmieniono termin wizyty: {title}, {when}, {place}, {address}. Weź ze sobą dokument tożsamości."),
    CANCELLED: Text("Odwołano wizytę: {title}, {when}, {place}, {address}."),
}
NOTICES = {
    BOOKED: Text("Wizyta jest umówiona. Potwierdzenie wysłaliśmy SMS-em."),
    MOVED: Text("Termin wizyty jest zmieniony. Potwierdzenie wysłaliśmy SMS-em."),
    CANCELLED: Text("Wizyta jest odwołana. Potwierdzenie wysłaliśmy SMS-em."),
}
"""What the account says, by what happened."""


@seam
def tell_by_sms(visit: Visit, ticket: Ticket, booking: Booking, what: str) -> None:
    """Tell who booked what became of a visit; who has left the world has no phone in it."""
    person = visit.world.people.by_pesel(booking.booked_by)
    if person:
        visit.world.inbox.sms.append(sms_of_visit(visit, person.phone, text_of(ticket, booking, what)))


@seam
def sms_of_visit(visit: Visit, phone: str, text: str) -> Sms:
    """The message as it is sent, which says in which language it is."""
    return Sms(phone, SENDER, text, visit.now, spoken())


@seam
def text_of(ticket: Ticket, booking: Booking, what: str) -> str:
    """What the message says, in the language of whoever books."""
    when, place = words_of_term(booking.term.starts_at), booking.place
    return say(_MESSAGES[what]).format(title=say(ticket.title), when=when, place=place.name, address=place.address)
