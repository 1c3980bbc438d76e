"""One module an address."""
