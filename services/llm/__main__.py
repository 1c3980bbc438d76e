"""`python -m services.llm`"""

from shared.environment import settle

settle("llm")

import sys  # noqa: E402 - nothing else may be imported before the right environment is found

from services.llm.app import build  # noqa: E402
from services.llm.settings import LlmSettings  # noqa: E402
from shared.contracts.health import ServiceName  # noqa: E402
from shared.service.run import run_service  # noqa: E402

sys.exit(run_service(ServiceName.LLM, LlmSettings, build))
