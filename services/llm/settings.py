"""Everything that can be set about the language service, with its default and its `LLM_` environment name."""

from typing import Literal, Self
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, field_validator, model_validator
from pydantic_settings import SettingsConfigDict

from shared.key_file import KeyFile
from shared.service.settings import ServiceSettings


class LlmSettings(ServiceSettings):
    model_config = SettingsConfigDict(env_prefix="LLM_", env_ignore_empty=True, extra="ignore", protected_namespaces=())

    port: int = Field(default=8013, ge=0, le=65535, description="Port to listen on; 0 picks a free one.")
    cache_size: int = Field(
        default=2048, ge=0, description="How many understood utterances are remembered; 0 remembers none."
    )

    base_url: str | None = Field(
        default=None,
        description="An OpenAI-compatible model server, e.g. http://127.0.0.1:5000/v1 (vLLM). None: embedded only.",
    )
    model: str | None = Field(
        default=None, description="The model's name or alias on that server. None: the first one it lists."
    )
    upstream_key: SecretStr | None = Field(default=None, description="Key of the model server, if it wants one.")
    upstream_key_file: KeyFile = Field(
        default=None, description="A file with that key, for containers; used when the key itself is not set."
    )
    deadline_ms: int = Field(
        default=1_500, ge=50, description="How long /classify waits for a model before the embedded answer stands."
    )
    first_byte_ms: int = Field(default=5_000, ge=50, description="How long /chat waits for a model's first words.")
    in_flight: int = Field(
        default=8, ge=1, description="How many questions a model may have at once; the next is not asked."
    )
    max_answer_tokens: int = Field(default=256, ge=1, description="The longest answer /chat asks a model for.")
    max_tokens: int = Field(
        default=1_024, ge=1, description="/v1/chat/completions: a larger max_tokens is lowered to this."
    )
    self_test_s: float = Field(
        default=20.0, gt=0, description="How long the start-up test of a model server may take (grammars compile)."
    )

    local_model: str | None = Field(
        default=None, description="A folder with a causal language model to run in this process (transformers)."
    )
    local_adapter: str | None = Field(default=None, description="A folder with a LoRA adapter for it (peft).")
    local_dtype: Literal["auto", "float32", "bfloat16", "float16"] = Field(
        default="auto", description="Weights' type. auto: bfloat16 on a GPU, float32 on a CPU."
    )

    @model_validator(mode="after")
    def _upstream_key_from_file(self) -> Self:
        if self.upstream_key is None:
            self.upstream_key = self.upstream_key_file
        return self

    @field_validator("base_url")
    @classmethod
    def _whole(cls, url: str | None) -> str | None:
        """As OpenAI's clients understand it: with the `/v1` that people forget when they copy an address."""
        if url is None:
            return None
        parts = urlsplit(url.strip())
        try:
            reachable = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
        except ValueError:  # a port that is none
            reachable = False
        if not reachable:
            raise ValueError(f"{url!r} is not the address of a server, such as http://127.0.0.1:5000/v1")
        path = parts.path.rstrip("/").removesuffix("/chat/completions")
        return parts._replace(path=path or "/v1", query="", fragment="").geturl()
