"""Read: bytes to Article."""
