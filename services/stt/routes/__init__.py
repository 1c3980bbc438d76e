"""The addresses of the service, one module each."""
