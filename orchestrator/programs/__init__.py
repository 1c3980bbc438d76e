"""The ways to run the orchestrator from a command line: JSON lines, plain text, recipes, sessions, trace, doctor."""
