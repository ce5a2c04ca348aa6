"""What scipy's CG and BFGS ask for on small surfaces: what ours are held to.

    python3 scipy_costs.py > scipy_costs.jsonl

A line: {"method", "surface", "start", "steps", "evaluations"}. `evaluations` counts
values and gradients together, from the start to the first iterate with ||gradient|| <= 1e-6
(the Euclidean norm; scipy's `gtol` with `norm=2`). Gradients are exact, starts are fixed.
Written with scipy 1.17; the counts differ little between its versions.
"""

import json

import numpy as np
from scipy.optimize import minimize

TOLERANCE = 1e-6


def rosenbrock(x, y):
    r = y - x * x
    return (1 - x) ** 2 + 100 * r * r, (-2 * (1 - x) - 400 * x * r, 200 * r)


def beale(x, y):
    a, b, c = 1.5 - x + x * y, 2.25 - x + x * y**2, 2.625 - x + x * y**3
    return (
        a * a + b * b + c * c,
        (
            2 * (a * (y - 1) + b * (y**2 - 1) + c * (y**3 - 1)),
            2 * x * (a + 2 * b * y + 3 * c * y**2),
        ),
    )


def himmelblau(x, y):
    a, b = x * x + y - 11, x + y * y - 7
    return a * a + b * b, (4 * x * a + 2 * b, 2 * a + 4 * y * b)


def ravine(x, y):
    return 0.5 * (x * x + 25 * y * y), (x, 25 * y)


def booth(x, y):
    a, b = x + 2 * y - 7, 2 * x + y - 5
    return a * a + b * b, (2 * a + 4 * b, 4 * a + 2 * b)


def matyas(x, y):
    return 0.26 * (x * x + y * y) - 0.48 * x * y, (0.52 * x - 0.48 * y, 0.52 * y - 0.48 * x)


STARTS = {
    rosenbrock: [(-1.2, 1), (0, 0), (2, 2), (-1.5, 2), (0.5, 2.5)],
    beale: [(1, 1), (0, 0), (-1, -1), (1, 0.2), (4, 0.8)],
    himmelblau: [(0, 0), (1, 1), (-1, 4), (0.25, -4.3), (-4, 0)],
    ravine: [(-9, 1.5), (3, 2), (10, 1)],
    booth: [(-8, 1.5), (3, 2), (10, 1)],
    matyas: [(-8, 1.5), (3, 2), (10, 1)],
}

if __name__ == "__main__":
    for method in ["CG", "BFGS"]:
        for surface, starts in STARTS.items():
            for start in starts:
                found = minimize(
                    lambda p: surface(*p)[0],
                    np.array(start, float),
                    jac=lambda p: np.array(surface(*p)[1]),
                    method=method,
                    options={"gtol": TOLERANCE, "norm": 2},
                )
                assert found.success, (method, surface.__name__, start)
                print(
                    json.dumps(
                        {
                            "method": method.lower(),
                            "surface": surface.__name__,
                            "start": start,
                            "steps": found.nit,
                            "evaluations": found.nfev + found.njev,
                        }
                    )
                )
