"""A key that lies in a file, the way containers are handed secrets: out of the environment, where anybody sees it.

`KeyFile` as the type of a setting makes its value the key in the file that the setting names. Lines that begin with #
are remarks; a file of nothing but remarks says on purpose that there is no key. An empty one says nothing, so it is
refused: a secret that failed to arrive must not open the door.
"""

from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator, SecretStr


def key_in(path: object) -> SecretStr | None:
    """The key in a file; None when the file says that there is none."""
    if path is None or isinstance(path, SecretStr):
        return path
    try:
        text = Path(str(path)).expanduser().read_text(encoding="utf-8")
    except OSError as error:
        raise ValueError(f"cannot read the key file {path}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise ValueError(f"{path} is no text file, so no key file") from error
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    keys = [line for line in lines if not line.startswith("#")]
    if len(keys) > 1:
        raise ValueError(f"{path} has {len(keys)} keys; one line is one key, and remarks begin with #")
    if keys:
        return SecretStr(keys[0])
    if not lines:
        raise ValueError(f"the key file {path} is empty; a line that begins with # says that no key is wanted")
    return None


KeyFile = Annotated[SecretStr | None, BeforeValidator(key_in)]
