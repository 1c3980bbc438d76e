"""What a self-hoster may set for the orchestrator, all through environment variables that begin with SOUS_."""

from pathlib import Path
from typing import Literal, Self

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

    listen_timeout_s: float = Field(
        default=6.0, gt=0, description="How long recognising one utterance may take in a voice session."
    )
    speak_timeout_s: float = Field(
        default=3.0, gt=0, description="How long the first sound of a sentence may take before it is shown instead."
    )
    duplex: Literal["full", "half"] = Field(
        default="full",
        description="Whether the cook may talk over us. `half`: only stop words interrupt (loud speaker, no echo "
        "cancelling).",
    )
    wake_word: Literal["", "okay_nabu", "hey_jarvis", "hey_mycroft", "alexa"] = Field(
        default="", description="Listen for this name first after a long quiet, such as hey_jarvis. Empty: never."
    )
    wake_after_s: float = Field(
        default=900.0, ge=0, description="So long without a word for Sous before it wants to be called by name."
    )

    @model_validator(mode="after")
    def _key_from_file(self) -> Self:
        if self.api_key is None:
            self.api_key = self.api_key_file
        return self
