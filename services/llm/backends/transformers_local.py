"""A causal language model in this very process: transformers and accelerate, with or without a LoRA adapter (peft).

Labels are scored in one forward pass, not generated; answers are generated with a stop that a hang-up can pull. One
thread only: `generate` is not re-entrant. Lives in its own environment (`envs/llm-transformers`), because vLLM needs
other versions.
"""

import asyncio
import json
import string
import threading
from collections.abc import AsyncGenerator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Final

from services.llm.backends import BackendBusy, BackendFailed
from services.llm.settings import LlmSettings
from shared.contracts.llm import ChatMessage
from shared.kitchen.intents import Intent
from shared.service.ladder import EngineUnavailable, NotConfigured

#: One letter an intent, so that a single token's probability is the intent's.
_LETTERS: Final = string.ascii_uppercase + string.ascii_lowercase
_INTENTS: Final = tuple(Intent)
_ASKED: Final = "\nAnswer with the letter of the best label only.\n" + "\n".join(
    f"{letter}: {intent.value}" for letter, intent in zip(_LETTERS, _INTENTS, strict=False)
)
_END: Final = object()


class TransformersLocal:
    def __init__(self, settings: LlmSettings) -> None:
        if settings.local_model is None:
            raise NotConfigured
        self._settings = settings
        self._path = Path(settings.local_model).expanduser()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="llm-local")
        self._busy = threading.Lock()
        # Untyped libraries stay inside this class.
        self._torch: Any = None
        self._tokenizer: Any = None
        self._network: Any = None
        self._letters: list[int] = []
        self.device = "cpu"

    @property
    def model(self) -> str:
        adapter = self._settings.local_adapter
        return self._path.name + (f"+{Path(adapter).name}" if adapter else "")

    @property
    def remark(self) -> str:
        return f"{self.model} in process on {self.device}"

    def load(self) -> None:
        if not (self._path / "config.json").is_file():
            raise EngineUnavailable(f"There is no model in {self._path.name}/.", "set LLM_LOCAL_MODEL to its folder")
        try:
            import torch  # type: ignore[import-not-found, unused-ignore]
            from transformers import (  # type: ignore[import-not-found, unused-ignore]
                AutoModelForCausalLM,
                AutoTokenizer,
            )
        except ImportError as error:
            raise EngineUnavailable(
                f"{error.name} is not installed in this environment.",
                "set LLM_ENVIRONMENT=llm-transformers (without an NVIDIA GPU: llm-transformers-cpu) and `make restart`",
            ) from error
        self._torch = torch
        self.device = self._chosen_device()
        dtype = self._settings.local_dtype
        if dtype == "auto":
            dtype = "bfloat16" if self.device == "cuda" else "float32"
        # Never from the network: downloads happen in `make models`, not at start.
        self._tokenizer = AutoTokenizer.from_pretrained(str(self._path), local_files_only=True)
        network = AutoModelForCausalLM.from_pretrained(
            str(self._path), local_files_only=True, dtype=getattr(torch, dtype), device_map=self.device
        )
        if self._settings.local_adapter is not None:
            network = self._adapted(network, Path(self._settings.local_adapter).expanduser())
        self._network = network.eval()
        self._letters = [self._letter_token(letter) for letter in _LETTERS[: len(_INTENTS)]]

    def _adapted(self, network: Any, adapter: Path) -> Any:
        if not (adapter / "adapter_config.json").is_file():
            raise EngineUnavailable(f"There is no adapter in {adapter.name}/.", "set LLM_LOCAL_ADAPTER to its folder")
        from peft import PeftModel  # type: ignore[import-not-found, unused-ignore]

        return PeftModel.from_pretrained(network, str(adapter))

    def _chosen_device(self) -> str:
        if self._settings.device == "cpu":
            return "cpu"
        if self._torch.cuda.is_available():
            return "cuda"
        if self._settings.device == "cuda":
            raise EngineUnavailable("There is no CUDA device here.", "set LLM_DEVICE=auto")
        return "cpu"

    def _letter_token(self, letter: str) -> int:
        tokens = self._tokenizer.encode(letter, add_special_tokens=False)
        return int(tokens[-1])

    def self_test(self) -> None:
        scores = self._scores("다음", "")
        total = sum(scores.values())
        if not 0.99 < total < 1.01:
            raise EngineUnavailable(f"{self.model} gives no probabilities ({total}).", "try another model")

    def close(self) -> None:
        self._thread.shutdown(wait=False, cancel_futures=True)
        self._network = self._tokenizer = None

    async def propose(self, messages: Sequence[ChatMessage], within_s: float) -> str:
        said = json.loads(messages[-1].content)
        text, step = str(said["utterance"]), str(said["current_step"])
        try:
            async with asyncio.timeout(within_s):
                scores = await self._alone(lambda: self._scores(text, step))
        except TimeoutError as error:
            raise BackendFailed("the local model was too slow") from error
        best = max(scores, key=lambda intent: scores[intent])
        return json.dumps({"intent": best.value, "confidence": round(scores[best], 4), "evidence": text})

    async def _alone(self, work: Any) -> Any:
        if not self._busy.acquire(blocking=False):
            raise BackendBusy
        future = self._thread.submit(self._released, work)
        # Not cancelled with the caller: a forward pass can't be interrupted, and its place is free when it ends.
        return await asyncio.shield(asyncio.wrap_future(future))

    def _released(self, work: Any) -> Any:
        try:
            return work()
        finally:
            self._busy.release()

    def _scores(self, text: str, step: str) -> dict[Intent, float]:
        """One forward pass: how likely is each label's letter as the next token?"""
        messages = [{"role": "user", "content": f"{_ASKED}\n\nutterance: {text}\nstep: {step}"}]
        ids = self._encoded(messages)
        with self._torch.inference_mode():
            logits = self._network(input_ids=ids).logits[0, -1, self._letters].float()
            shares = self._torch.softmax(logits, dim=-1).tolist()
        return dict(zip(_INTENTS, shares, strict=True))

    def _encoded(self, messages: list[dict[str, str]]) -> Any:
        prompt = self._tokenizer.apply_chat_template(messages, add_generation_prompt=True, tokenize=False)
        return self._tokenizer(prompt, return_tensors="pt", add_special_tokens=False).input_ids.to(self.device)

    async def answer(self, messages: Sequence[ChatMessage], first_byte_s: float) -> AsyncGenerator[str]:
        loop = asyncio.get_running_loop()
        pieces: asyncio.Queue[object] = asyncio.Queue()
        stop = threading.Event()

        def put(piece: object) -> None:
            loop.call_soon_threadsafe(pieces.put_nowait, piece)

        if not self._busy.acquire(blocking=False):
            raise BackendBusy
        future = self._thread.submit(self._released, lambda: self._generate(messages, put, stop))
        try:
            while True:
                try:
                    async with asyncio.timeout(first_byte_s):
                        piece = await pieces.get()
                except TimeoutError as error:
                    raise BackendFailed("the local model was too slow") from error
                if piece is _END:
                    break
                if isinstance(piece, Exception):
                    raise BackendFailed(f"{type(piece).__name__}: {piece}"[:200]) from piece
                yield str(piece)
        finally:
            stop.set()
            future.cancel()

    def _generate(self, messages: Sequence[ChatMessage], put: Any, stop: threading.Event) -> None:
        from transformers import (  # type: ignore[import-not-found, unused-ignore]
            StoppingCriteria,
            StoppingCriteriaList,
            TextStreamer,
        )

        class _Pulled(StoppingCriteria):  # type: ignore[misc]  # untyped base
            def __call__(self, *_: Any, **__: Any) -> bool:
                return stop.is_set()

        class _Handing(TextStreamer):  # type: ignore[misc]  # untyped base
            def on_finalized_text(self, text: str, stream_end: bool = False) -> None:  # noqa: ARG002 - its interface
                if text:
                    put(text)

        try:
            ids = self._encoded([message.model_dump() for message in messages])
            streamer = _Handing(self._tokenizer, skip_prompt=True, skip_special_tokens=True)
            with self._torch.inference_mode():
                self._network.generate(
                    input_ids=ids,
                    attention_mask=self._torch.ones_like(ids),
                    max_new_tokens=self._settings.max_answer_tokens,
                    do_sample=False,
                    streamer=streamer,
                    stopping_criteria=StoppingCriteriaList([_Pulled()]),
                    pad_token_id=self._tokenizer.pad_token_id or self._tokenizer.eos_token_id,
                )
        except Exception as error:  # noqa: BLE001 - whatever torch throws, the waiting side must hear of it
            put(error)
        else:
            put(_END)
