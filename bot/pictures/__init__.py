"""Pictures for a chat on a phone: facts in, PNG out. The caller says the same in words."""
