"""What can go wrong with the store, in words for a person."""


class StoreError(Exception):
    """The store cannot be opened, is newer than this program, or is damaged. The message says what to do."""
