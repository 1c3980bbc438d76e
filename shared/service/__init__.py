"""The service kit: one way to build a model server.

health, readiness, metrics, errors, limits, deadlines, drain, auth and logs are the same in all three services and
live here; what a service does for a living (`transcribe`, `synthesize`, `understand`) lives in the service.
"""
