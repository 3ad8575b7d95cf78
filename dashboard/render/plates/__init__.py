"""What stands for a film where pictures stand: one that its list brings, or a plate that is set in type."""
