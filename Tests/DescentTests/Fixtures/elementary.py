"""Writes elementary.txt: arguments of the elementary functions and their true values.

    python3 elementary.py > elementary.txt        (needs mpmath)

A line is a function, its arguments as the bits of doubles, the double nearest to the true value,
and what the true value is beyond it, in units of its last place.
"""

import math
import random
import struct

import mpmath

ONE = {
    "exp": mpmath.exp,
    "log": mpmath.log,
    "log2": lambda x: mpmath.log(x) / mpmath.log(2),
    "log10": mpmath.log10,
    "sin": mpmath.sin,
    "cos": mpmath.cos,
    "tan": mpmath.tan,
    "asin": mpmath.asin,
    "acos": mpmath.acos,
    "atan": mpmath.atan,
    "sinh": mpmath.sinh,
    "cosh": mpmath.cosh,
    "tanh": mpmath.tanh,
    "cbrt": lambda x: mpmath.sign(x) * mpmath.cbrt(abs(x)),
    "sigmoid": lambda x: 1 / (1 + mpmath.exp(-x)),
    "softplus": lambda x: mpmath.log1p(mpmath.exp(x)),
}
TWO = {"atan2": mpmath.atan2, "hypot": mpmath.hypot, "power": mpmath.power}
# Enough for the largest angle less its right angles.
mpmath.mp.prec = 1400


def bits(number):
    return format(struct.unpack("<Q", struct.pack("<d", number))[0], "016x")


def any_double(least=-1074, greatest=1023):
    return random.choice([-1, 1]) * math.ldexp(1 + random.random(), random.randint(least, greatest))


def argument(name):
    kind = random.random()
    if name in ("exp", "sinh", "cosh", "sigmoid", "softplus"):
        if kind < 0.4:
            return random.uniform(-745, 710)
        return random.uniform(-3, 3) if kind < 0.7 else any_double(-60, 8)
    if name in ("log", "log2", "log10"):
        if kind < 0.4:
            return abs(any_double())
        return random.uniform(0.3, 3) if kind < 0.7 else 1 + any_double(-52, -2)
    if name in ("sin", "cos", "tan"):
        if kind < 0.3:
            return random.uniform(-10, 10)
        if kind < 0.5:
            return random.uniform(-2e6, 2e6)
        if kind < 0.7:
            return any_double()
        return float(random.randint(1, 1 << random.randint(1, 900)) * mpmath.pi / 2)
    if name in ("asin", "acos"):
        if kind < 0.5:
            return random.uniform(-1, 1)
        return any_double(-1074, -1) if kind < 0.7 else random.choice([-1, 1]) * (
            1 - abs(any_double(-53, -3))
        )
    if name == "tanh":
        return random.uniform(-3, 3) if kind < 0.5 else any_double(-60, 4)
    return random.uniform(-10, 10) if kind < 0.4 else any_double()


def arguments(name):
    if name != "power":
        if random.random() < 0.5:
            return random.uniform(-10, 10), random.uniform(-10, 10)
        return any_double(), any_double()
    base = random.choice(
        [abs(any_double()), random.uniform(0.01, 20), 1 + any_double(-50, -2)]
    )
    reach = 740 / abs(math.log(base) or 1)
    return base, random.choice([random.uniform(-reach, reach), random.uniform(-20, 20)])


def line(name, arguments, function):
    true = function(*map(mpmath.mpf, arguments))
    if not mpmath.isfinite(true) or abs(true) >= mpmath.mpf(2) ** 1024:
        return None
    nearest = float(true)
    exponent = max(math.frexp(nearest)[1] - 1, -1022) if nearest else -1022
    beyond = (true - mpmath.mpf(nearest)) / mpmath.mpf(2) ** (exponent - 52)
    words = [name, *map(bits, arguments), bits(nearest), f"{float(beyond):.6f}"]
    return " ".join(words)


def main():
    random.seed(20261125)
    # The double that is nearest of all to a multiple of a right angle.
    hard = math.ldexp(6381956970095103, 797)
    for name in ("sin", "cos", "tan"):
        print(line(name, [hard], ONE[name]))
    for name, function in [*ONE.items(), *TWO.items()]:
        count = 0
        while count < 400:
            given = [argument(name)] if name in ONE else list(arguments(name))
            if not all(map(math.isfinite, given)):
                continue
            found = line(name, given, function)
            if found:
                print(found)
                count += 1


main()
