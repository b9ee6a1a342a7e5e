"""SAML: what the hub and the service providers refuse."""
