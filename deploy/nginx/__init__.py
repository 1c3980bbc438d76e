"""nginx in front of several replicas: its configuration, and the program that keeps its list of replicas true."""
