"""Rules on organisations: their parts, short names, predecessors, and what they were designated as or honoured with."""
