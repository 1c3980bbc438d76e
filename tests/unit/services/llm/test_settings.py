"""The model server's address as people write it."""

import pytest
from pydantic import ValidationError

from services.llm.settings import LlmSettings


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("http://127.0.0.1:5000/v1", "http://127.0.0.1:5000/v1"),
        ("http://127.0.0.1:5000/v1/", "http://127.0.0.1:5000/v1"),
        ("http://127.0.0.1:5000", "http://127.0.0.1:5000/v1"),
        ("  http://box:5000/  ", "http://box:5000/v1"),
        ("http://box:5000/v1/chat/completions", "http://box:5000/v1"),
        ("https://models.example/api/openai", "https://models.example/api/openai"),
        ("http://[::1]:5000", "http://[::1]:5000/v1"),
    ],
)
def test_the_address_of_a_model_server(written: str, meant: str) -> None:
    assert LlmSettings(base_url=written).base_url == meant


@pytest.mark.parametrize(
    "written",
    ["localhost:5000/v1", "127.0.0.1:5000", "box", "ftp://box/v1", "http://", "http://box:70000/v1", "http:///v1"],
)
def test_what_is_no_address_is_named(written: str) -> None:
    with pytest.raises(ValidationError, match="is not the address of a server"):
        LlmSettings(base_url=written)
