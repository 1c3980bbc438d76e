"""Builds a tiny random Qwen3 with its tokenizer and chat template: `python tiny_model.py FOLDER [--adapter FOLDER]`.

Run by the Python of a heavy environment (vLLM's or the transformers one). It says nothing sensible, but it is a real
model: what it proves is the protocol, not the understanding.
"""

import argparse
import sys
from pathlib import Path

TEMPLATE = (
    "{% for message in messages %}<|im_start|>{{ message['role'] }}\n{{ message['content'] }}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--adapter", type=Path)
    wanted = parser.parse_args()
    import torch
    from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers
    from transformers import PreTrainedTokenizerFast, Qwen3Config, Qwen3ForCausalLM

    torch.manual_seed(7)
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    special = ["<|endoftext|>", "<|im_start|>", "<|im_end|>"]
    trainer = trainers.BpeTrainer(
        vocab_size=600, special_tokens=special, initial_alphabet=pre_tokenizers.ByteLevel.alphabet()
    )
    said = [
        "다음 단계로 넘어가 줘",
        "how much soy sauce do i need",
        '{"intent":"next_step","confidence":0.9}',
        "간장 두 큰술",
    ] * 50
    tokenizer.train_from_iterator(said, trainer)
    fast = PreTrainedTokenizerFast(
        tokenizer_object=tokenizer, eos_token="<|im_end|>", pad_token="<|endoftext|>", chat_template=TEMPLATE
    )
    fast.save_pretrained(wanted.folder)
    config = Qwen3Config(
        vocab_size=len(fast),
        hidden_size=64,
        intermediate_size=128,
        num_hidden_layers=2,
        num_attention_heads=2,
        num_key_value_heads=2,
        head_dim=32,
        max_position_embeddings=8192,
        eos_token_id=fast.eos_token_id,
        pad_token_id=fast.pad_token_id,
    )
    network = Qwen3ForCausalLM(config)
    network.save_pretrained(wanted.folder)
    if wanted.adapter is not None:
        from peft import LoraConfig, get_peft_model

        adapted = get_peft_model(network, LoraConfig(r=4, target_modules=["q_proj", "v_proj"], init_lora_weights=False))
        adapted.save_pretrained(wanted.adapter)
    return 0


if __name__ == "__main__":
    sys.exit(main())
