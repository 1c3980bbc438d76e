"""What has been taken back: a counter of generations, and the number of every stream of sound.

Each reply is spoken in a generation. Interrupting us begins the next one, and whatever carries an older number (a chunk
on its way through the network, a sentence still to be fetched, a task about to speak) is void wherever it is. Nothing
has to be found and emptied. For one event loop; the mixer, which a device's thread pulls, keeps its own floor.
"""


class CancelScope:
    def __init__(self) -> None:
        self.generation = 1
        self._streams = 0

    def cancel(self) -> int:
        """Everything said so far is void. Returns the generation that is not."""
        self.generation += 1
        return self.generation

    def void(self, generation: int) -> bool:
        return generation < self.generation

    def new_stream(self) -> int:
        """One for each sentence, never used again: a late chunk must not be taken for the next sentence's."""
        self._streams += 1
        return self._streams
