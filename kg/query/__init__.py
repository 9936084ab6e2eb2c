"""Questions: words to a typed query, and a query on a timeline to an answer with its proof."""
