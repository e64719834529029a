"""The command line: one file a command. What a command needs is imported when it runs."""
