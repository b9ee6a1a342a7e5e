"""The trusted profile: password, then a code by SMS or a push; what is refused on the way."""
