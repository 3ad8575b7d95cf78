"""The answers of the server beside the page: routes, headers, previews, assets."""
