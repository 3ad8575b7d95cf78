"""What the workbench asks of a list that a visitor works on."""
