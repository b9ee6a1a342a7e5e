"""What every site stands on: worlds, clock, people, inbox, rules, faults, journal."""
