"""What stands in the page's answer before the page runs: its language, what a shared link shows, a plain page."""
