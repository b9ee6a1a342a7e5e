"""Profil zaufany, pz.gov.pl: password and SMS or push, or a bank; and the person's own account there."""
