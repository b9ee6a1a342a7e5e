"""The mObywatel app: the site and its routes."""

from pathlib import Path

from ...web.site import Site
from ...web.site_table import SITES
from . import codes, headless, pushes, unlock

site = Site(SITES["mobywatel"], Path(__file__).parent)
unlock.add_to(site)
codes.add_to(site)
pushes.add_to(site)
headless.add_to(site)
