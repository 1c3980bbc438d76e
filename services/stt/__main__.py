"""`python -m services.stt`"""

from shared.environment import settle

settle("stt")

import sys

from services.stt.app import build
from services.stt.settings import SttSettings
from shared.contracts.health import ServiceName
from shared.service.run import run_service

sys.exit(run_service(ServiceName.STT, SttSettings, build))
