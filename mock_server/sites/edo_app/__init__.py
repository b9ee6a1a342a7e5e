"""The eDO App on the phone: reads a code, asks for consent, CAN, the card and PIN1, and tells e-dowód."""
