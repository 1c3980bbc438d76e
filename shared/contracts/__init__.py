"""Every request, response, event and error that crosses a wire, one module a service.

Field names here are the public contract (outside programs are tested against them): add fields, never rename.
"""
