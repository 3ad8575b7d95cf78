"""Jobs on visitors' files, each in a process of its own that is bounded in time and memory."""
