"""Downloaded weights: whole, and still what was downloaded."""

from collections.abc import Iterator

from deploy.doctor.facts import Facts, Model
from deploy.doctor.finding import Code, Finding, Level, Words


def judge(facts: Facts) -> Iterator[Finding]:
    if not facts.models:
        yield Finding(
            Code.NO_MODELS,
            Level.NOTE,
            "models",
            Words("none downloaded: the embedded engines answer", "받아 둔 모델 없음: 내장 엔진이 답합니다"),
            Words(
                "Everything works without; with them Sous hears free speech and has a better voice.",
                "없어도 다 됩니다. 받으면 자유로운 말을 알아듣고 목소리가 좋아집니다.",
            ),
            "make models",
        )
    for model in facts.models:
        yield _model(model)


def _model(model: Model) -> Finding:
    subject = f"model {model.service}/{model.name}"
    if model.missing or (model.unfinished and not model.size_mb):
        lacking = ", ".join((*model.missing, *model.unfinished))
        return Finding(
            Code.MODEL_INCOMPLETE,
            Level.DEGRADED,
            subject,
            Words(f"not complete: {lacking}", f"다 받지 못했습니다: {lacking}"),
            Words(
                "The service passes it over and answers with a simpler engine.",
                "서비스가 이 모델을 건너뛰고 더 단순한 엔진으로 답합니다.",
            ),
            "make models",
        )
    if model.sums == "bad":
        damaged = ", ".join(model.damaged)
        return Finding(
            Code.MODEL_DAMAGED,
            Level.BROKEN,
            subject,
            Words(f"damaged: {damaged}", f"망가졌습니다: {damaged}"),
            Words(
                "Its checksum is not the one of the download. A damaged model may load and talk nonsense.",
                "체크섬이 받았을 때와 다릅니다. 망가진 모델은 올라와서 엉뚱한 말을 할 수 있습니다.",
            ),
            f'rm -r "${{SOUS_HOME:-$HOME/.local/state/sous}}/models/{model.service}/{model.name}" && make models',
        )
    if model.sums == "changed":
        return Finding(
            Code.MODEL_CHANGED,
            Level.NOTE,
            subject,
            Words(
                f"changed since its checksum was taken: {', '.join(model.damaged)}",
                f"체크섬을 적은 뒤에 바뀌었습니다: {', '.join(model.damaged)}",
            ),
            Words(
                "Perhaps on purpose; reading it whole tells.", "일부러 바꿨을 수도 있습니다. 끝까지 읽어 보면 압니다."
            ),
            'make doctor ARGS="--deep"',
        )
    read = {"good": ", checksums right", "unread": "", "absent": ""}.get(model.sums, "")
    korean = {"good": ", 체크섬 맞음"}.get(model.sums, "")
    return Finding(Code.MODEL, Level.OK, subject, Words(f"{model.size_mb} MB{read}", f"{model.size_mb} MB{korean}"))
