"""How each method is walked, from the hub to the service provider."""

from e2e.login import id_card, mobywatel, mojeid, trusted_profile

WALKS = {
    "trusted_profile": trusted_profile.walk,
    "mojeid": mojeid.walk,
    "id_card": id_card.walk,
    "mobywatel": mobywatel.walk,
}
"""By the method's name in the table of paths."""
