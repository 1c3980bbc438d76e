"""Everything that can be set about the language service, with its default and its `LLM_` environment name."""

from pydantic import Field
from pydantic_settings import SettingsConfigDict

from shared.service.settings import ServiceSettings


class LlmSettings(ServiceSettings):
    model_config = SettingsConfigDict(env_prefix="LLM_", env_ignore_empty=True, extra="ignore", protected_namespaces=())

    port: int = Field(default=8013, ge=0, le=65535, description="Port to listen on; 0 picks a free one.")
    cache_size: int = Field(
        default=2048, ge=0, description="How many understood utterances are remembered; 0 remembers none."
    )
