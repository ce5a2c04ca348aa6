"""Adam by JAX on many starts, as Sources/loops drives them: prints nanoseconds of a particle's step.

    python3 -m venv /tmp/jax && /tmp/jax/bin/pip install 'jax[cpu]'
    /tmp/jax/bin/python Tests/Benchmarks/jax_loops.py

64-bit numbers, one thread. The slope is JAX's own (grad), the starts are a vector (vmap), the steps
a scan, all of it compiled as one.
"""

import os
import statistics
import time

# Before JAX looks: the engine's loop is measured on one thread too.
os.environ["XLA_FLAGS"] = "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1"
os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})

import jax
import jax.numpy as jnp
import numpy

jax.config.update("jax_enable_x64", True)

PARTICLES, STEPS, RATE, ROUNDS = 65_536, 100, 0.01, 5


def rosenbrock(p):
    return (1 - p[0]) ** 2 + 100 * (p[1] - p[0] ** 2) ** 2


def rastrigin(p):
    return 20 + jnp.sum(p**2 - 10 * jnp.cos(2 * jnp.pi * p))


def adam(surface):
    slope = jax.vmap(jax.grad(surface))

    def step(carry, _):
        place, m, v, power1, power2 = carry
        g = slope(place)
        m, v = 0.9 * m + 0.1 * g, 0.999 * v + 0.001 * g * g
        power1, power2 = 0.9 * power1, 0.999 * power2
        place = place - RATE * (m / (1 - power1)) / (jnp.sqrt(v / (1 - power2)) + 1e-8)
        return (place, m, v, power1, power2), None

    def drive(start):
        none = jnp.zeros_like(start)
        return jax.lax.scan(step, (start, none, none, 1.0, 1.0), None, length=STEPS)[0][0]

    return jax.jit(drive)


def main():
    starts = jnp.asarray(numpy.random.default_rng(7).uniform(-2, 2, (PARTICLES, 2)))
    for surface in (rosenbrock, rastrigin):
        drive = adam(surface)
        drive(starts).block_until_ready()
        seconds = []
        for _ in range(ROUNDS):
            begin = time.perf_counter()
            drive(starts).block_until_ready()
            seconds.append(time.perf_counter() - begin)
        print(surface.__name__, "JAX", statistics.median(seconds) / (PARTICLES * STEPS) * 1e9)


if __name__ == "__main__":
    main()
