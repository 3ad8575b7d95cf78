"""Where lists come from and live: files, links, uploads; the store, the cache, the sandbox."""
