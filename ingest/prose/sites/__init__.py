"""Rules on facilities: who builds and hosts them, where, on whose premises and with whose money."""
