"""The element of the page that shows cards, on the server and in the browser."""
