"""mojeIKP: its site, and the parts it is made of."""

from pathlib import Path

from ...shared import patient
from ...shared.patient.account import Account
from ...shared.patient.data import add_data
from ...shared.patient.family import add_family
from ...shared.patient.granting import add_granting
from ...shared.patient.leaving import end_with_hub
from ...shared.patient.prevention.pages import add_prevention
from ...shared.patient.record_pages import add_record_pages
from ...shared.patient.session_pages import add_session_pages
from ...shared.patient.vaccination.pages import add_vaccination
from ...web.site import Site
from ...web.site_table import SITES
from ...web.visit import Visit
from .enrolment import add_enrolment
from .home import SECTIONS, add_home
from .pin import add_pin
from .state import Devices, Enrolments, MojeIkpSessions

site = Site(SITES["mojeikp"], Path(__file__).parent, shared=Path(patient.__file__).parent)


def _entrance(visit: Visit) -> str:
    return "/pin" if visit.world.state(Devices).this(visit) else "/zaloguj"


_account = Account(site, MojeIkpSessions, Enrolments, SECTIONS, _entrance)
add_enrolment(_account)
add_pin(_account)
add_home(_account)
add_data(_account)
add_record_pages(_account)
add_family(_account)
add_granting(_account)
add_prevention(_account)
add_vaccination(_account)
add_session_pages(_account)
end_with_hub(_account)
