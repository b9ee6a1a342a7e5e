"""How each answer is made, a family a module: what the hub does at one of its stages instead of its own."""
