"""What is wrong with a recipe file, said so that a person can find the place."""


class RecipeTrouble(Exception):
    """`where` names the file and, when it is known, the place in it."""

    def __init__(self, where: str, what: str) -> None:
        super().__init__(f"{where}: {what}")
        self.where = where
        self.what = what
