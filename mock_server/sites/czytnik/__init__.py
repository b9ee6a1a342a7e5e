"""The reader's program on the computer: the card lies on the reader, the person types CAN and PIN1."""
