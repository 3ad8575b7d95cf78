"""The interface's words. Imports nothing of the dashboard's but the kinds of its errors."""
