"""The control API: how tests, other languages and other teams steer the mock."""
