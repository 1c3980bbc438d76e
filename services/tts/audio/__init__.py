"""Sound as data: rates, containers, and whether it is speech at all. Knows no engine and no request."""
