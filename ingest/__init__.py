"""Reading Chinese documents: files become documents, documents become assertions with evidence."""
