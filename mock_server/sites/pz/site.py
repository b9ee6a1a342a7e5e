"""The site itself; the modules beside it add its routes."""

from pathlib import Path

from ...web.site import Site
from ...web.site_table import SITES

site = Site(SITES["pz"], Path(__file__).parent)
