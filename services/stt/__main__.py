"""`python -m services.stt` serves HTTP; with `--wyoming` the protocol of Home Assistant's satellites instead."""

from shared.environment import settle

settle("stt")

import sys

from services.stt.app import build
from services.stt.settings import SttSettings
from shared.contracts.health import ServiceName
from shared.service.run import run_service

if "--wyoming" in sys.argv[1:]:
    from services.stt import wyoming

    sys.exit(wyoming.serve(SttSettings()))
sys.exit(run_service(ServiceName.STT, SttSettings, build))
