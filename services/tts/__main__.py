"""`python -m services.tts` serves HTTP; with `--wyoming` the protocol of Home Assistant's satellites instead."""

from shared.environment import settle

settle("tts")

import sys

from shared.reading_in import reading_in

with reading_in():
    from services.tts.app import build
    from services.tts.settings import TtsSettings
    from shared.contracts.health import ServiceName
    from shared.service.run import run_service

if "--wyoming" in sys.argv[1:]:
    from services.tts import wyoming

    sys.exit(wyoming.serve(TtsSettings()))
sys.exit(run_service(ServiceName.TTS, TtsSettings, build))
