"""Microphone and loudspeaker. Notes, never faults: cooking by keyboard needs neither."""

from collections.abc import Iterator

from deploy.doctor.facts import Facts
from deploy.doctor.finding import Code, Finding, Level, Words

WITHOUT = Words(
    "The voice mode cannot begin; the text mode does not need it.",
    "음성 모드를 시작할 수 없습니다. 글자 모드에는 필요 없습니다.",
)
PACKAGE = {
    "fedora": "sudo dnf install portaudio",
    "arch": "sudo pacman -S portaudio",
}


def judge(facts: Facts) -> Iterator[Finding]:
    sound = facts.sound
    if not sound.asked or not facts.machine.checkout:  # nobody talks to a container
        return
    if not sound.portaudio and not sound.error:
        fix = "brew install portaudio" if facts.machine.system == "Darwin" else "sudo apt install libportaudio2"
        yield _note(
            Code.PORTAUDIO_MISSING,
            Words("PortAudio is not installed", "PortAudio가 설치되어 있지 않습니다"),
            WITHOUT,
            PACKAGE.get(facts.machine.distribution, fix),
        )
        return
    if sound.error:
        what = Words(f"PortAudio does not start: {sound.error}", f"PortAudio가 시작되지 않습니다: {sound.error}")
        yield _note(Code.SOUND_BROKEN, what, WITHOUT, "pactl info")
        return
    if facts.machine.container and not (sound.inputs or sound.outputs):
        why = Words(
            "A container has no sound card unless it is given one; run the voice mode outside it.",
            "컨테이너에는 사운드 장치가 없습니다. 음성 모드는 컨테이너 밖에서 쓰세요.",
        )
        yield _note(
            Code.NO_MICROPHONE, Words("no sound devices in here", "이 안에는 소리 장치가 없습니다"), why, "make voice"
        )
        return
    if not sound.inputs:
        yield _note(Code.NO_MICROPHONE, Words("no microphone", "마이크 없음"), WITHOUT, "pactl list short sources")
    if not sound.outputs:
        yield _note(Code.NO_LOUDSPEAKER, Words("no loudspeaker", "스피커 없음"), WITHOUT, "pactl list short sinks")
    if sound.inputs and sound.outputs:
        words = f"{sound.inputs[0]} -> {sound.outputs[0]}"
        more = f" ({len(sound.inputs)} inputs, {len(sound.outputs)} outputs)"
        korean = f" (입력 {len(sound.inputs)}개, 출력 {len(sound.outputs)}개)"
        yield Finding(Code.SOUND, Level.OK, "sound", Words(words + more, words + korean))


def _note(code: Code, what: Words, why: Words, fix: str) -> Finding:
    return Finding(code, Level.NOTE, "sound", what, why, fix)
