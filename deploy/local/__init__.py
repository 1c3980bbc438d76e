"""Run the three services on one machine, without containers: `make up`, `down`, `status`, `logs`, `doctor`.

Standard library only, so that any Python 3.11 can run it before an environment exists. The work of keeping processes
alive is done by supervisor (in the orchestrator's environment); this package writes its configuration, starts it,
talks to it, and explains to people what is going on.
"""
