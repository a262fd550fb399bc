"""Rules on technologies: who makes, uses and introduces them, what they are for, and how they are classed."""
