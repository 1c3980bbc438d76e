"""`python -m services.llm`"""

from shared.environment import settle

settle("llm")

import sys

from shared.reading_in import reading_in

with reading_in():
    from services.llm.app import build
    from services.llm.settings import LlmSettings
    from shared.contracts.health import ServiceName
    from shared.service.run import run_service

sys.exit(run_service(ServiceName.LLM, LlmSettings, build))
