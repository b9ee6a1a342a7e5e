"""mojeIKP, the mobile patient app."""
