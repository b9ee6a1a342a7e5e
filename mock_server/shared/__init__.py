"""What several sites have in common beyond HTTP: who trusts whom, the patient's account, the card."""
