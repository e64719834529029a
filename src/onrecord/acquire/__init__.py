"""What a user has (text, files, tables, pages, addresses) becomes `Article` values. All input and output is here."""
