"""Writes the sample of recorded paths: a small network that learns to read digits by SGD and by Adam.

Both runs begin at the same weights. The plane is spanned by the two principal directions of all their
weights; x and y of a point are its coordinates there, and the loss beside them is the network's own, at all
its weights. The landscape is the loss on the plane, which leaves out all other directions.

Needs torch and scikit-learn (its 1797 digits of 8 x 8 pixels). Run in the folder of the samples:
    python3 digits_paths.py
Written with torch 2.15 and scikit-learn 1.9.
"""

import csv

import numpy as np
import torch
from sklearn.datasets import load_digits
from torch.nn.utils import parameters_to_vector, vector_to_parameters

UPDATES, BATCH, SIDE = 300, 64, 81

torch.manual_seed(1)
torch.set_num_threads(1)
digits = load_digits()
inputs = torch.tensor(digits.data / 16, dtype=torch.float64)
targets = torch.tensor(digits.target)
network = torch.nn.Sequential(torch.nn.Linear(64, 12), torch.nn.Tanh(), torch.nn.Linear(12, 10)).double()
start = parameters_to_vector(network.parameters()).detach().clone()


def loss(weights):
    """The mean cross-entropy over all digits."""
    vector_to_parameters(weights, network.parameters())
    with torch.no_grad():
        return torch.nn.functional.cross_entropy(network(inputs), targets).item()


def train(optimizer):
    """The weights before every update and after the last."""
    order = torch.Generator().manual_seed(2)
    path = [start.clone()]
    while len(path) <= UPDATES:
        for batch in torch.randperm(len(inputs), generator=order).split(BATCH):
            optimizer.zero_grad()
            torch.nn.functional.cross_entropy(network(inputs[batch]), targets[batch]).backward()
            optimizer.step()
            path.append(parameters_to_vector(network.parameters()).detach().clone())
    return torch.stack(path[: UPDATES + 1])


paths = {}
for name, make in {
    "digits-sgd": lambda p: torch.optim.SGD(p, lr=0.5),
    "digits-adam": lambda p: torch.optim.Adam(p, lr=0.02),
}.items():
    vector_to_parameters(start.clone(), network.parameters())
    paths[name] = train(make(network.parameters()))

weights = torch.cat(list(paths.values()))
middle = weights.mean(0)
directions = torch.linalg.svd(weights - middle, full_matrices=False).Vh[:2]
# The sign of a principal direction is free: both runs begin on the left, below.
directions *= -torch.sign(directions @ (start - middle))[:, None]
flat = (weights - middle) @ directions.T
share = (flat**2).sum() / ((weights - middle) ** 2).sum()

for name, path in paths.items():
    with open(f"{name}.csv", "w", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["x", "y", "loss", "step"])
        for step, point in enumerate(path):
            x, y = ((point - middle) @ directions.T).tolist()
            rows.writerow([f"{x:.5f}", f"{y:.5f}", f"{loss(point):.5f}", step])

low, high = flat.min(0).values, flat.max(0).values
margin = 0.25 * (high - low)
sides = [(round(a.item(), 1), round(b.item(), 1)) for a, b in zip(low - margin, high + margin)]
xs, ys = (torch.linspace(*side, SIDE, dtype=torch.float64) for side in sides)
heights = [[loss(middle + x * directions[0] + y * directions[1]) for x in xs] for y in ys]
np.save("digits-plane.npy", np.array(heights, dtype=np.float32))
print(f"extent {sides}, {100 * share:.1f} % of the paths' variance, {len(start)} weights")
for name, path in paths.items():
    print(name, loss(path[0]), loss(path[-1]))
