"""Notes: a kind of document that the package does not have, to see what adding one takes."""
