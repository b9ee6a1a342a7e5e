"""The model: the login as a state machine, in one table; walked over HTTP and in a real browser."""
