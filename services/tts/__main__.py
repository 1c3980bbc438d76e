"""`python -m services.tts`"""

from shared.environment import settle

settle("tts")

import sys

from services.tts.app import build
from services.tts.settings import TtsSettings
from shared.contracts.health import ServiceName
from shared.service.run import run_service

sys.exit(run_service(ServiceName.TTS, TtsSettings, build))
