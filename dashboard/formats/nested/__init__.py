"""Lists in objects, lists and elements within each other: JSON, XML and YAML."""
