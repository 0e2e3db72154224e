"""The public help forum."""
