"""Every page for everybody: errors, status, keyboard, narrow screens, axe."""
