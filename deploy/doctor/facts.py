"""What can be seen of a machine, as plain data: the one thing `observe` writes and `judge` reads.

Every field has a default that means "not seen", so that a recording of yesterday still loads tomorrow. Reading and
writing recordings is `recording.py`; no opinion about any value belongs here.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Machine:
    """The computer, or the container, that we are in."""

    system: str = "Linux"
    kernel: str = ""
    architecture: str = ""
    distribution: str = ""  # ID in os-release: debian, ubuntu, fedora ...
    python: str = ""
    executable: str = ""
    glibc: str = ""  # empty on musl (Alpine) and outside Linux
    cores: int = 0
    memory_mb: int = 0  # what we may use: a container's limit, if it is lower
    container: str = ""  # docker, podman, kubernetes ...; empty on a real machine
    wsl: bool = False
    checkout: bool = True  # the project is here with its Makefile; not just one service of it, in a container
    docker: bool = False  # a container engine's client is installed
    nvidia_toolkit: bool = False  # the program that gives containers a GPU is installed


@dataclass(frozen=True, slots=True)
class Place:
    """A folder that Sous writes to."""

    name: str  # checkout, state, temporary
    path: str = ""
    free_mb: int = 0
    writable: bool = True


@dataclass(frozen=True, slots=True)
class Libcuda:
    """The driver's own library, as a fresh process got it."""

    path: str = ""  # empty: it could not be loaded
    error: str = ""
    init: int = -1  # what cuInit returned; 0 is good, -1 was not asked
    cuda: int = 0  # the newest CUDA it can serve, e.g. 12090
    devices: int = 0


@dataclass(frozen=True, slots=True)
class Card:
    """One GPU, or one slice of a GPU that was cut up (MIG)."""

    name: str
    compute: str = ""  # "7.5"
    memory_mb: int = 0
    free_mb: int = 0
    mig: str = ""  # Enabled, Disabled; empty where cards cannot be cut
    slices: tuple[str, ...] = ()  # "1g.10gb MIG-<uuid>"


@dataclass(frozen=True, slots=True)
class Gpu:
    """Everything that says whether an NVIDIA GPU can be used here."""

    on_the_bus: int = 0  # NVIDIA display or compute devices on the PCI bus (a container sees the host's)
    driver: str = ""  # "575.57.08"
    nodes: tuple[str, ...] = ()  # device files: /dev/nvidia0, /dev/nvidiactl, /dev/dxg ...
    visible: str | None = None  # NVIDIA_VISIBLE_DEVICES
    capabilities: str | None = None  # NVIDIA_DRIVER_CAPABILITIES
    cuda_visible: str | None = None  # CUDA_VISIBLE_DEVICES
    library: Libcuda = field(default_factory=Libcuda)
    cards: tuple[Card, ...] = ()
    smi: str = ""  # what nvidia-smi complained about; empty when it did not


@dataclass(frozen=True, slots=True)
class Wheel:
    """An installed package that holds machine code."""

    name: str
    version: str
    tags: tuple[str, ...] = ()  # platforms it was built for: manylinux_2_28_x86_64 ...
    cuda: str = ""  # the CUDA it was built with, where the package says so itself


@dataclass(frozen=True, slots=True)
class Recogniser:
    """What CTranslate2 says about this machine."""

    asked: bool = False
    devices: int = 0
    cpu_types: tuple[str, ...] = ()
    cuda_types: tuple[str, ...] = ()
    error: str = ""


@dataclass(frozen=True, slots=True)
class Environment:
    """One of the virtual environments under .venvs/, or the one a container is made of."""

    name: str
    state: str = "missing"  # missing, stale (half built or older than its pins), ready
    chosen: bool = False  # a program of Sous runs in it
    wheels: tuple[Wheel, ...] = ()
    libraries: dict[str, str] = field(default_factory=dict)  # soname -> "" when it can be opened, else why not
    ctranslate2: Recogniser = field(default_factory=Recogniser)


@dataclass(frozen=True, slots=True)
class Sound:
    """Microphones and loudspeakers, by way of the library the voice mode uses."""

    asked: bool = False
    portaudio: str = ""  # where it was found; empty: not installed
    error: str = ""
    inputs: tuple[str, ...] = ()
    outputs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Model:
    """A folder of downloaded weights."""

    service: str
    name: str
    size_mb: int = 0
    missing: tuple[str, ...] = ()
    unfinished: tuple[str, ...] = ()  # .part files and folders still arriving
    sums: str = "absent"  # absent, changed (a file is newer than its checksum), unread, good, bad
    damaged: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Port:
    """The address of a service, and who is there when it is not the service."""

    host: str = "127.0.0.1"
    port: int = 0
    holder: str = ""  # "command (pid 12)" of a stranger; "?" when it may not be seen
    refused: str = ""  # why nobody could ever listen there


@dataclass(frozen=True, slots=True)
class Service:
    """One of the three servers: its process, and what it says about itself."""

    name: str
    url: str = ""
    local: bool = True  # ours to start; not one at an address somebody gave us
    running: bool = False
    program: str = ""  # supervisor's word for it, with the reason
    answers: bool = False
    ready: bool = False
    status: str = ""
    engine: str = ""
    model: str = ""
    device: str = ""
    detail: str = ""
    took_ms: float = 0.0
    address: Port = field(default_factory=Port)


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything. `settings` are the variables that begin with STT_, TTS_, LLM_ or SOUS_, but for keys."""

    format: int = 1
    machine: Machine = field(default_factory=Machine)
    places: tuple[Place, ...] = ()
    gpu: Gpu = field(default_factory=Gpu)
    environments: tuple[Environment, ...] = ()
    sound: Sound = field(default_factory=Sound)
    models: tuple[Model, ...] = ()
    services: tuple[Service, ...] = ()
    settings: dict[str, str] = field(default_factory=dict)
    unseen: dict[str, str] = field(default_factory=dict)  # what could not be looked at, and why
    took_ms: float = 0.0
