"""The graph as files for other programs: RDF, JSON Lines, tables and more."""
