"""Every site of the table, ready to serve; with it all rules and templates are known by their names."""

from collections.abc import Mapping

from .sites.banks.routes import sites as banks
from .sites.czytnik.routes import site as czytnik
from .sites.e_dowod.routes import site as e_dowod
from .sites.edo_app.routes import site as edo_app
from .sites.ikp.routes import site as ikp
from .sites.login.routes import site as login
from .sites.login_mobywatel.routes import site as login_mobywatel
from .sites.mobywatel.routes import site as mobywatel
from .sites.mojeid.routes import site as mojeid
from .sites.mojeikp.routes import site as mojeikp
from .sites.pacjent.routes import site as pacjent
from .sites.pz.routes import site as pz
from .web.site import Site

_SITES = (pacjent, login, pz, mojeid, e_dowod, czytnik, edo_app, login_mobywatel, mobywatel, ikp, mojeikp, *banks)
REGISTRY: Mapping[str, Site] = {site.name: site for site in _SITES}
"""Every site by its name."""
