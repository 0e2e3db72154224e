"""Who helps with which theme: staff, and who went through it themselves."""
