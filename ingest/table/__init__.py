"""The parts that tables are read with: dates, columns, recognisers, rows, hierarchies, grids and captions."""
