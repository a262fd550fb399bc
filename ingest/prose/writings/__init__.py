"""Rules on papers and what articles are about."""
