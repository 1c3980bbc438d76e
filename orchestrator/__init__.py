"""The cook's own program: recipes, the cooking session, timers, and the ways to talk to it."""
