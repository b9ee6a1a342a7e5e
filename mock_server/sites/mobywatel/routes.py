"""The mObywatel app: the site and its routes."""

from pathlib import Path

from ...web.site import Site
from ...web.site_table import SITES
from . import codes, decoder, headless, home, news, pushes, unlock

site = Site(SITES["mobywatel"], Path(__file__).parent)
decoder.add_to(site)
unlock.add_to(site)
home.add_to(site)
news.add_to(site)
codes.add_to(site)
pushes.add_to(site)
headless.add_to(site)
