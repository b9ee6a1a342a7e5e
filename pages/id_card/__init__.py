"""e-dowód: its login page, the reader's program and the eDO App."""
