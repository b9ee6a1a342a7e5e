"""A test double of login.gov.pl and of every system a login to IKP crosses."""

__version__ = "0.1.0"
"""The only place where the version is written: the wheel, ``--version`` and the control API's description read it."""
