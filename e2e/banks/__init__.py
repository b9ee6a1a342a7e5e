"""The institutions behind the trusted profile and mojeID: their lists, their customers, their answers."""
