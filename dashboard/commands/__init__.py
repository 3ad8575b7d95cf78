"""The command line beside serving: check, convert, and what is said of a list before it is served."""
