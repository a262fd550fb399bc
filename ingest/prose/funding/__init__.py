"""Rules on programmes and grants: what they support, who runs, leads and hosts them, and their guides."""
