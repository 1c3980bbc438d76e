"""The container files, and the commands around them: `python -m deploy.containers up | down | roll`."""
