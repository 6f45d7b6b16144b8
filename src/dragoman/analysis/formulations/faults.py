"""What can be wrong with what was asked of a formulation."""


class FormulationError(ValueError):
    """What was asked cannot be answered; the message says why and what to do."""
