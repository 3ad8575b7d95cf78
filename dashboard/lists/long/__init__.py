"""What serves long lists only; no short one passes here."""
