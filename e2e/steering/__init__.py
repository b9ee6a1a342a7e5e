"""What tests steer the mock with: what can be asked of a world does what it says, and what cannot says why."""
