"""mojeIKP: a PIN after the first login."""
