"""The cooking session as a pure fold over an event log: `decide`, `apply` and `due` know no clock and no network."""
