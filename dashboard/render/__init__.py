"""Films and statements as HTML."""
