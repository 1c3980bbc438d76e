"""The configuration supervisor is given: three programs, started together, kept alive, logs rotated.

A pure text function. Settings and keys are not written here: the services inherit them from the environment, so no
secret ends up in a file. Paths are relative to the checkout, where supervisor is started: its format gives % and ; a
meaning, in some places twice, and a checkout may lie anywhere.
"""

from deploy.local.house import PORTS, House

# Longer than the services' own drain_timeout_s, so that a stream in flight is finished before anybody is killed.
GRACE_S = 35


def configuration(house: House) -> str:
    parts = [
        f"""\
; Written by `make up`. Changes are lost.
[supervisord]
nodaemon=true
silent=true
pidfile={house.private}/supervisord.pid
logfile=.run/logs/supervisor.log
logfile_maxbytes=1MB
logfile_backups=1
childlogdir=.run/logs
identifier=sous-{house.key}

[unix_http_server]
file={house.socket}
chmod=0600

[rpcinterface:supervisor]
supervisor.rpcinterface_factory = supervisor.rpcinterface:make_main_rpcinterface
"""
    ]
    # startsecs: one that dies within it is tried again after 1 s, 2 s, 3 s ...; one that ran longer is restarted at
    # once. startretries covers about an hour of such attempts: a service whose GPU is away for a while comes back.
    parts += [
        f"""\
[program:{name}]
command=.venvs/{house.venv(name)}/bin/python -m services.{name}
autostart=true
autorestart=true
startsecs=5
startretries=80
stopsignal=TERM
stopwaitsecs={GRACE_S}
killasgroup=true
redirect_stderr=true
stdout_logfile=.run/logs/{name}.log
stdout_logfile_maxbytes=10MB
stdout_logfile_backups=3
"""
        for name in PORTS
    ]
    return "\n".join(parts)
