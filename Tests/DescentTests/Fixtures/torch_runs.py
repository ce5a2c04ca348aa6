"""Runs of torch's optimizers with the settings that `reference.jsonl` leaves at their defaults.

    python3 torch_runs.py > torch_runs.jsonl        (needs torch)

A line: {"rule", "settings", "schedule", "surface", "start", "points"}. `rule` and `settings` are
ours, in torch's dialect; `schedule` is the number of steps of a OneCycleLR that also cycles the
momentum (or beta1), or null; points are [step, x, y]. Gradients are autograd's, in double
precision. Written with torch 2.15.
"""

import json

import torch
from torch.optim.lr_scheduler import OneCycleLR

torch.set_default_dtype(torch.float64)

SURFACES = {
    "rosenbrock": lambda x, y: (1 - x) ** 2 + 100 * (y - x * x) ** 2,
    "himmelblau": lambda x, y: (x * x + y - 11) ** 2 + (x + y * y - 7) ** 2,
    "ravine": lambda x, y: 0.5 * (x * x + 25 * y * y),
    "bowl": lambda x, y: x * x + y * y,
}
STEPS = [0, 1, 2, 3, 5, 10, 20, 50, 100]


def sgd(s):
    return lambda p: torch.optim.SGD(
        p, lr=s["lr"], momentum=s.get("momentum", 0), dampening=s.get("dampening", 0),
        weight_decay=s.get("weight-decay", 0), nesterov=s.get("nesterov") == "on",
    )


def nesterov(s):
    return sgd(dict(s, nesterov="on"))


def rmsprop(s):
    return lambda p: torch.optim.RMSprop(
        p, lr=s["lr"], alpha=s["decay"], eps=s["eps"], momentum=s.get("momentum", 0),
        centered=s.get("centered") == "on",
    )


def rprop(s):
    return lambda p: torch.optim.Rprop(p, lr=s["lr"], step_sizes=(s["step-min"], s["step-max"]))


def betas(s):
    return (s.get("beta1", 0.9), s.get("beta2", 0.999))


RULES = {
    "sgd": sgd, "momentum": sgd, "nesterov": nesterov, "rmsprop": rmsprop, "rprop": rprop,
    "adam": lambda s: lambda p: torch.optim.Adam(p, lr=s["lr"], betas=betas(s)),
    "amsgrad": lambda s: lambda p: torch.optim.Adam(p, lr=s["lr"], betas=betas(s), amsgrad=True),
    "adamw": lambda s: lambda p: torch.optim.AdamW(p, lr=s["lr"], betas=betas(s)),
    "adamax": lambda s: lambda p: torch.optim.Adamax(p, lr=s["lr"], betas=betas(s)),
    "nadam": lambda s: lambda p: torch.optim.NAdam(p, lr=s["lr"], betas=betas(s)),
    "radam": lambda s: lambda p: torch.optim.RAdam(p, lr=s["lr"], betas=betas(s)),
}

MEAN = {"lr": 0.01, "decay": 0.9, "eps": 1e-8}
RUNS = [
    ("rprop", {"lr": 0.3, "step-min": 1e-6, "step-max": 0.1}, None),
    ("rprop", {"lr": 0.001, "step-min": 0.05, "step-max": 0.4}, None),
    ("rmsprop", dict(MEAN, momentum=0.9), None),
    ("rmsprop", dict(MEAN, centered="on"), None),
    ("rmsprop", dict(MEAN, momentum=0.5, centered="on", decay=0.99, eps=1e-4), None),
    ("sgd", {"lr": 0.002, "weight-decay": 0.1}, None),
    ("sgd", {"lr": 0.001, "momentum": 0.9}, None),
    ("sgd", {"lr": 0.002, "momentum": 0.9, "dampening": 0.5}, None),
    ("sgd", {"lr": 0.001, "momentum": 0.8, "nesterov": "on", "weight-decay": 0.2}, None),
    ("sgd", {"lr": 0.002, "momentum": 0.9, "dampening": 0.9, "weight-decay": 0.05}, None),
    ("momentum", {"lr": 0.001, "momentum": 0.9, "dampening": 0.3, "weight-decay": 0.05}, None),
    ("nesterov", {"lr": 0.001, "momentum": 0.9, "weight-decay": 0.05}, None),
    ("sgd", {"lr": 0.002, "momentum": 0.9}, 60),
    ("momentum", {"lr": 0.002, "momentum": 0.9}, 60),
    ("nesterov", {"lr": 0.002, "momentum": 0.9}, 60),
    ("rmsprop", dict(MEAN, momentum=0.9), 60),
    ("adam", {"lr": 0.05}, 60), ("amsgrad", {"lr": 0.05}, 60), ("adamw", {"lr": 0.05}, 60),
    ("adamax", {"lr": 0.05}, 60), ("nadam", {"lr": 0.05}, 60), ("radam", {"lr": 0.02}, 60),
    ("adam", {"lr": 0.05}, 7),
]
STARTS = {"rosenbrock": (-1.2, 1), "himmelblau": (0.25, -2.3), "ravine": (-4, 1.5), "bowl": (1, 1)}

for rule, settings, schedule in RUNS:
    for surface, start in STARTS.items():
        place = [torch.tensor(float(c), requires_grad=True) for c in start]
        optimizer = RULES[rule](settings)(place)
        cycle = schedule and OneCycleLR(optimizer, max_lr=settings["lr"], total_steps=schedule)
        points = []
        for step in range(max(STEPS) + 1):
            if step in STEPS:
                points.append([step] + [c.item() for c in place])
            if schedule and step == schedule:
                break
            optimizer.zero_grad()
            SURFACES[surface](*place).backward()
            optimizer.step()
            if schedule and step < schedule - 1:
                cycle.step()
        line = dict(
            rule=rule, settings=settings, schedule=schedule, surface=surface, start=start,
            points=points)
        print(json.dumps(line))
