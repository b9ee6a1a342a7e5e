"""The site itself; the modules beside it add its routes."""

from pathlib import Path

from ..web.site import Site

site = Site("pz", "Profil zaufany", Path(__file__).parent)
