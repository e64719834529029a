"""The nouns: what an article, its reading and a record consist of. Frozen values, one noun a file."""
