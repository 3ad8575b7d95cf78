"""What can be established about a list: statements and verdicts, identities, the calendar check, space history."""
