"""`python -m services.stt` serves HTTP; with `--wyoming` the protocol of Home Assistant's satellites instead."""

from shared.environment import settle

settle("stt")

import os
import sys

# The arrays here are small: a second thread for them only burns the core that the recogniser wants.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from shared.reading_in import reading_in

with reading_in():
    from services.stt.app import build
    from services.stt.settings import SttSettings
    from shared.contracts.health import ServiceName
    from shared.service.run import run_service

if "--wyoming" in sys.argv[1:]:
    from services.stt import wyoming

    sys.exit(wyoming.serve(SttSettings()))
sys.exit(run_service(ServiceName.STT, SttSettings, build))
