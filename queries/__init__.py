"""Questions in, answers out: one function and one Cypher text for each question."""
