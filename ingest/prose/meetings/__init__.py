"""Rules on meetings: who holds and chairs them, where, of which series, and what they are about."""
