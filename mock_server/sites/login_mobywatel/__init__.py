"""login.mobywatel: the page with the QR code (wide) or the code to copy (narrow), and the phone app."""
