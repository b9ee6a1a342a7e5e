"""login.mobywatel (the page with the code) and the mObywatel app (on the phone)."""
