"""Rules on awards: who received what, with which grade and rank, for which work."""
