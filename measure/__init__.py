"""What measures the suite and the mock: faults, mutants, flakes, time and memory, each with its own pytest plugin."""
