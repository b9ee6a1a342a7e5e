"""“Profilaktyka 40+”: a survey, the e-referral that follows from it, a visit, and its results."""
