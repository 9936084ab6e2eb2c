"""Records for people to look at: tables, pictures, notebooks. Every text of a document is shown, never obeyed."""
