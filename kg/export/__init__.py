"""The graph as files for other programs: JSON Lines, RDF, tables, GraphML, GEXF."""
