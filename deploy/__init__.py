"""How Sous is run: on one machine (`deploy.local`), in containers and behind a load balancer (files, no code)."""
