"""The same training with NumPy or PyTorch (in double precision, one thread), as somebody who knows
the library would write it. training_speed.py numpy|torch prints JSON as training_speed does; exit
status 77 where the library is missing."""

import json
import sys
import time

ROUNDS, BATCH, CLASSES = 50, 64, 10


def best_seconds(count, run):
    best = float("inf")
    for _ in range(ROUNDS):
        start = time.process_time()
        run(count)
        best = min(best, (time.process_time() - start) / count)
    return best


def with_numpy():
    import numpy as np

    def train_xor(epochs):
        X = np.array([[0.0, 0], [0, 1], [1, 0], [1, 1]])
        T = np.array([[0.0], [1], [1], [0]])
        W1, b1 = np.array([[0.5, -0.4], [0.3, 0.8]]), np.array([0.1, -0.2])
        W2, b2 = np.array([[0.7], [-0.6]]), np.array([0.05])
        errors = []
        for _ in range(epochs):
            H = 1 / (1 + np.exp(-(X @ W1 + b1)))
            Y = 1 / (1 + np.exp(-(H @ W2 + b2)))
            errors.append(0.5 * ((Y - T) ** 2).sum() / 4)
            D2 = (Y - T) * Y * (1 - Y) / 4
            D1 = (D2 @ W2.T) * H * (1 - H)
            W2 -= 2.0 * (H.T @ D2)
            b2 -= 2.0 * D2.sum(axis=0)
            W1 -= 2.0 * (X.T @ D1)
            b1 -= 2.0 * D1.sum(axis=0)

    def network(inputs, hidden):
        random = np.random.default_rng(1)
        X, T = random.random((BATCH, inputs)), np.eye(CLASSES)[np.arange(BATCH) % CLASSES]
        w = [random.normal(0, (2 / inputs) ** 0.5, (inputs, hidden)), np.zeros(hidden),
             random.normal(0, (2 / hidden) ** 0.5, (hidden, CLASSES)), np.zeros(CLASSES)]
        m, v = [np.zeros_like(p) for p in w], [np.zeros_like(p) for p in w]
        t = 0

        def run(count):
            nonlocal t
            for _ in range(count):
                Z = X @ w[0] + w[1]
                H = np.maximum(Z, 0)
                Y = H @ w[2] + w[3]
                P = np.exp(Y - Y.max(axis=1, keepdims=True))
                P /= P.sum(axis=1, keepdims=True)
                D2 = (P - T) / BATCH
                D1 = (D2 @ w[2].T) * (Z > 0)
                t += 1
                for p, g, a, s in zip(w, (X.T @ D1, D1.sum(axis=0), H.T @ D2, D2.sum(axis=0)), m, v):
                    a *= 0.9
                    a += 0.1 * g
                    s *= 0.999
                    s += 0.001 * g * g
                    p -= 0.001 * (a / (1 - 0.9**t)) / (np.sqrt(s / (1 - 0.999**t)) + 1e-7)

        return run

    return train_xor, network


def with_torch():
    import torch

    torch.set_num_threads(1)
    torch.set_default_dtype(torch.float64)
    from torch import nn

    def step_of(model, loss, optimizer, X, T):
        def run(count):
            for _ in range(count):
                optimizer.zero_grad()
                loss(model(X), T).backward()
                optimizer.step()

        return run

    def train_xor(epochs):
        X = torch.tensor([[0.0, 0], [0, 1], [1, 0], [1, 1]])
        T = torch.tensor([[0.0], [1], [1], [0]])
        model = nn.Sequential(nn.Linear(2, 2), nn.Sigmoid(), nn.Linear(2, 1), nn.Sigmoid())
        step_of(model, nn.MSELoss(), torch.optim.SGD(model.parameters(), lr=1.0), X, T)(epochs)

    def network(inputs, hidden):
        model = nn.Sequential(nn.Linear(inputs, hidden), nn.ReLU(), nn.Linear(hidden, CLASSES))
        optimizer = torch.optim.Adam(model.parameters(), lr=0.001, eps=1e-7)
        return step_of(model, nn.CrossEntropyLoss(), optimizer, torch.rand(BATCH, inputs),
                       torch.arange(BATCH) % CLASSES)

    return train_xor, network


try:
    train_xor, network = {"numpy": with_numpy, "torch": with_torch}[sys.argv[1]]()
except ImportError:
    sys.exit(77)
print(json.dumps({"xor": best_seconds(50, train_xor), "digits": best_seconds(25, network(64, 32)),
                  "large": best_seconds(5, network(784, 128))}))
