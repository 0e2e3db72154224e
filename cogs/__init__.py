"""The doors: parse what a platform says, call one service, show what it gave."""
