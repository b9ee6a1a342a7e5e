"""Rights to see another's data: whom one authorises, what they see and until when, and who has looked."""
