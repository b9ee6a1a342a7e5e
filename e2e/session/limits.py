"""How long a session lives, as the account's own pages state it."""

MINUTE = 60
IDLE = 15 * MINUTE
ABSOLUTE = 60 * MINUTE
WARNING = 2 * MINUTE
SITES = ("ikp", "mojeikp")
