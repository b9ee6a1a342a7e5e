"""e-dowód: the login page, which asks the reader's program on the computer or shows a code to the eDO App."""
