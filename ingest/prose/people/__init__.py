"""Rules on people: where they work, what posts and offices they hold, what they are good at."""
