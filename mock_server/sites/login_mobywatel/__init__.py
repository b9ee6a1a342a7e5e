"""login.mobywatel: the page with the QR code (wide) or the code to copy (narrow), which the phone app reads."""
