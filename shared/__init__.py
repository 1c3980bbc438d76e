"""The language everyone in the house speaks: contracts, the service kit, the client kit and kitchen language.

Imports nothing of `services` or `orchestrator`, and nothing heavy.
"""
