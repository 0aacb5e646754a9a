"""English: render what was recognised, in the house style."""
