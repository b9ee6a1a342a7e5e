"""e-dowód: the login page, the reader's program on the computer and the eDO App on the phone."""
