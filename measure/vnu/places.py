"""Where the checker's run keeps the pages and leaves what it found."""

from bootstrap.places import NODE_MODULES, OUT

STATE = OUT / "vnu"
PAGES = STATE / "pages"
LOG = STATE / "pytest.log"
DOCUMENT = OUT / "vnu.json"
CHECKER = NODE_MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
