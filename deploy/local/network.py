"""How packages are reached from here: uv reads none of pip's settings, so what somebody set for pip is handed on.

Only the index and the certificate. Extra indexes and folders of wheels are not: with them, which package is installed
would depend on the machine.
"""

import re
import ssl
import subprocess
from collections.abc import Mapping
from pathlib import Path

# How pip and uv say that they could not reach anybody.
OFFLINE = (
    "dns error",
    "Could not connect",
    "error sending request",
    "Temporary failure in name resolution",
    "NewConnectionError",
    "Network is unreachable",
    "No matching distribution",
    "Failed to fetch",
    "timed out",
    "client error (Connect)",
)
DISTRUST = ("CERTIFICATE_VERIFY_FAILED", "invalid peer certificate")

SETTING = re.compile(r"^(global|site|user|install|:env:)\.(index-url|cert)='(.*)'$", re.MULTILINE)


def pip_config(python: Path) -> str:
    """What pip was told on this machine, in files and variables."""
    command = [str(python), "-m", "pip", "config", "list"]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout


def for_installers(environment: Mapping[str, str], pip_config: str) -> dict[str, str]:
    """The environment for uv and pip, given pip's settings."""
    chosen = dict(environment)
    for outside in ("VIRTUAL_ENV", "PYTHONHOME", "PYTHONPATH", "__PYVENV_LAUNCHER__"):
        chosen.pop(outside, None)
    found = sorted(SETTING.findall(pip_config), key=lambda setting: setting[0] == ":env:")  # variables beat files
    said = {name: value for _, name, value in found}
    if "index-url" in said and not chosen.keys() & {"UV_DEFAULT_INDEX", "UV_INDEX_URL"}:
        chosen["UV_DEFAULT_INDEX"] = said["index-url"]
    if "cert" in said:
        chosen.setdefault("SSL_CERT_FILE", said["cert"])
    if ssl.get_default_verify_paths().cafile is not None:
        # Where a company opens TLS on the way, its certificate is in the system's store and not in uv's own.
        chosen.setdefault("UV_SYSTEM_CERTS", "true")
    return chosen


def hint(said: str) -> str:
    """What to do about a failure that came from the network; empty for any other."""
    if any(sign in said for sign in DISTRUST):
        return (
            "The package registry's certificate is not trusted here: set SSL_CERT_FILE and PIP_CERT to your own bundle."
        )
    if any(sign in said for sign in OFFLINE):
        return "Packages could not be downloaded: check the network, or name a mirror in UV_DEFAULT_INDEX."
    return ""
