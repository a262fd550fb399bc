"""Rules on figures: what was counted or measured, and whose a figure is."""
