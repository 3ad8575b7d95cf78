"""Tables drawn for eyes: by programs that print them, and in markup that is laid out by its author."""
