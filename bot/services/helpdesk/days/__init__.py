"""Opening hours, goals in working days, the list of the morning, and the figures."""
