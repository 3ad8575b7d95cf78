"""Lists written as plain lines."""
