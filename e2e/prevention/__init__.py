"""“Profilaktyka 40+”: the survey, the e-referral that it gives at once, and the results."""
