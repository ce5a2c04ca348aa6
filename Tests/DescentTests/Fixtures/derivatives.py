"""Slopes and bends of formulas at zeros, kinks and edges of domains, as torch and JAX have them.

    python3 derivatives.py > derivatives.jsonl        (needs torch and jax)

A line: {"formula", "x", "y", "value", "gradient", "hessian"}, the Hessian as [xx, xy, yx, yy].
A number stands where both libraries give it, a bend also where one gives it and the other none;
null stands where they differ or give no finite number. Written with torch 2.15 and JAX 0.10.
"""

import json
import math
import warnings

import jax
import jax.numpy as jnp
import torch

jax.config.update("jax_enable_x64", True)
torch.set_default_dtype(torch.float64)
warnings.filterwarnings("ignore")

FORMULAS = [
    # x^y with base 0, and what is made of it.
    "abs(x)**(y+2)+(y-1)**2", "x**y", "abs(x)**y", "x**x", "y**x", "0**x", "(x*y)**y",
    "(x-y)**(x+y)", "sin(x)**(y+1)", "(x*x)**(y+1)", "abs(x)**abs(y)", "(x*x+y*y)**(y+1)",
    "relu(x)**(y+3)", "2**(x*y)", "(1-x)**(1-y)", "exp(x)**y", "(x*x)**x",
    # Constant exponents.
    "x**2.5", "x**1.5+y", "x**0.5+y", "abs(x)**1.5+y*y", "abs(x)**3", "x**3*y", "x**0.0", "x**1.0",
    "(x*y)**2.5", "(x*x+y*y)**1.5", "x**-2.0+y", "x**-1.0*y*y",
    # Infinite slopes beside others.
    "sqrt(x)+y*y", "sqrt(x)*y", "x*sqrt(y)", "sqrt(sqrt(x))+y", "sqrt(x)+sqrt(y)", "log(y)+x*x",
    "x*log(y)", "1/y+x*x", "1/x+x*y", "asin(x)+y*y", "acos(y)*2+x", "x*x*sqrt(y)", "exp(-x)/y",
    "log(x)*y*y", "x/y",
    # Kinks.
    "abs(x)+y", "abs(x)*y", "abs(x)*abs(y)", "relu(x)+y", "relu(x)*y", "relu(x)*relu(y)", "sign(x)*y",
    "abs(x-y)", "abs(x)*x", "sign(x)+floor(y)",
    # Far out.
    "softplus(1000*x)+y", "sigmoid(1000*x)*y", "tanh(1000*x)+y", "exp(-1000*x*x)+y",
    "softplus(-1000*x)", "atan(1e9*x)+y",
    # Everywhere.
    "atan2(y,x)", "hypot(x,y)", "sqrt(x*x+y*y)", "sin(x)*cos(y)", "tan(x)+sinh(y)", "cosh(x*y)",
    "log2(x)+log10(y)", "exp(x*y)-x", "x*y", "x", "3*x-2*y",
]
POINTS = [(0, 0), (0, 1), (0, 2), (1, 0), (0, 2.5), (1, 1), (-1, 1), (0.5, 1.5), (1, -1)]

TORCH = dict(
    abs=torch.abs, sqrt=torch.sqrt, exp=torch.exp, log=torch.log, sin=torch.sin, cos=torch.cos,
    tan=torch.tan, asin=torch.asin, acos=torch.acos, atan=torch.atan, sinh=torch.sinh,
    cosh=torch.cosh, tanh=torch.tanh, relu=torch.relu, sigmoid=torch.sigmoid, sign=torch.sign,
    floor=torch.floor, log2=torch.log2, log10=torch.log10, atan2=torch.atan2, hypot=torch.hypot,
    softplus=torch.nn.functional.softplus,
)
JAX = dict(
    abs=jnp.abs, sqrt=jnp.sqrt, exp=jnp.exp, log=jnp.log, sin=jnp.sin, cos=jnp.cos,
    tan=jnp.tan, asin=jnp.arcsin, acos=jnp.arccos, atan=jnp.arctan, sinh=jnp.sinh,
    cosh=jnp.cosh, tanh=jnp.tanh, relu=jax.nn.relu, sigmoid=jax.nn.sigmoid, sign=jnp.sign,
    floor=jnp.floor, log2=jnp.log2, log10=jnp.log10, atan2=jnp.arctan2, hypot=jnp.hypot,
    softplus=jax.nn.softplus,
)


def by_torch(formula, x, y):
    at = [torch.tensor(float(c), requires_grad=True) for c in (x, y)]
    value = eval(formula, dict(TORCH), dict(x=at[0], y=at[1]))

    def slopes(of):
        if not of.requires_grad:
            return [torch.tensor(0.0)] * 2
        found = torch.autograd.grad(of, at, create_graph=True, allow_unused=True)
        return [torch.tensor(0.0) if s is None else s for s in found]

    gradient = slopes(value)
    return [value.item()], [s.item() for s in gradient], [b.item() for s in gradient for b in slopes(s)]


def by_jax(formula, x, y):
    def f(p):
        return eval(formula, dict(JAX), dict(x=p[0], y=p[1]))

    at = jnp.array([x, y], dtype=jnp.float64)
    return [float(f(at))], jax.grad(f)(at).tolist(), jax.hessian(f)(at).ravel().tolist()


def agreed(a, b, one_is_enough=False):
    if math.isfinite(a) and math.isfinite(b):
        return a + 0.0 if abs(a - b) <= 1e-12 * max(1, abs(a)) else None
    if one_is_enough and math.isfinite(a) != math.isfinite(b):
        return (a if math.isfinite(a) else b) + 0.0
    return None


if __name__ == "__main__":
    for formula in FORMULAS:
        for x, y in POINTS:
            t, j = by_torch(formula, x, y), by_jax(formula, x, y)
            value = agreed(t[0][0], j[0][0])
            if value is None:
                continue
            gradient = [agreed(a, b) for a, b in zip(t[1], j[1])]
            hessian = [agreed(a, b, True) for a, b in zip(t[2], j[2])]
            # The one gives xy and the other yx, and not the same.
            if None not in hessian[1:3] and abs(hessian[1] - hessian[2]) > 1e-12:
                hessian[1] = hessian[2] = None
            line = dict(formula=formula, x=x, y=y, value=value, gradient=gradient, hessian=hessian)
            print(json.dumps(line))
