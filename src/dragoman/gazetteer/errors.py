"""What can be wrong with the gazetteer's data, or with a question put to it."""


class GazetteerError(ValueError):
    """A row of the gazetteer's data cannot be read; the message names the file, the row and the cure."""


class UnknownEntity(KeyError):
    """No row of the gazetteer has this id."""

    def __init__(self, entity: str) -> None:
        super().__init__(entity)
        self.entity = entity

    def __str__(self) -> str:
        return f"the gazetteer has no entity {self.entity!r}; add a row for it to a gazetteer file"
