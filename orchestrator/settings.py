"""What a self-hoster may set for the orchestrator, all through environment variables that begin with SOUS_."""

from pathlib import Path
from typing import Self

from pydantic import Field, SecretStr, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from shared.key_file import KeyFile


class OrchestratorSettings(BaseSettings):
    model_config = SettingsConfigDict(
        env_prefix="SOUS_", extra="ignore", env_ignore_empty=True, protected_namespaces=()
    )

    home: Path | None = Field(
        default=None, description="Where sessions, imported recipes and caches live. Default: the XDG state folder."
    )
    stt_url: str = Field(default="http://127.0.0.1:8011", description="The speech-to-text service.")
    tts_url: str = Field(default="http://127.0.0.1:8012", description="The text-to-speech service.")
    llm_url: str = Field(default="http://127.0.0.1:8013", description="The language service.")
    api_key: SecretStr | None = Field(default=None, description="Bearer key of the three services, when they want one.")
    api_key_file: KeyFile = Field(
        default=None, description="A file with that key, for containers; used when the key itself is not set."
    )
    classify_timeout_s: float = Field(
        default=2.0, gt=0, description="How long understanding one utterance may take before exact commands take over."
    )
    chat_timeout_s: float = Field(
        default=5.0, gt=0, description="How long a free question may wait for the first words of its answer."
    )

    @model_validator(mode="after")
    def _key_from_file(self) -> Self:
        if self.api_key is None:
            self.api_key = self.api_key_file
        return self
