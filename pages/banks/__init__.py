"""Pages of the banks: one shape for all of them, whatever they call their fields."""
