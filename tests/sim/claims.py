"""What a history claims, and the error when it does not hold."""


class Violated(AssertionError):
    pass


def hold(true: object, invariant: str, *told: object) -> None:
    if not true:
        raise Violated(f"{invariant}: {' '.join(map(str, told))}")
