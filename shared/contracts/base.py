"""What all messages share: how strict they are, and the millisecond."""

from pydantic import BaseModel, ConfigDict


class Request(BaseModel):
    """Something a client sends us. An unknown field is a typing mistake we name, not one we swallow."""

    model_config = ConfigDict(extra="forbid", frozen=True, protected_namespaces=())


class Reply(BaseModel):
    """Something a server answers. Readers ignore fields they don't know, so servers may add some."""

    model_config = ConfigDict(extra="ignore", frozen=True, protected_namespaces=())


class LenientRequest(BaseModel):
    """A request in another project's contract (OpenAI's): clients may send fields that we don't use."""

    model_config = ConfigDict(extra="ignore", frozen=True, protected_namespaces=())
