#!/usr/bin/env python3
"""Trajectories of the optimizers, computed apart from the C++ code.

    python3 make_trajectories.py > trajectories.hpp      writes the checked-in header
    python3 make_trajectories.py --check                 compares with the checked-in header
    python3 make_trajectories.py --torch                 compares with PyTorch, where it is installed

Every rule below is written from the papers or from the documented update rules of Keras 2
(`SGD`, `Adagrad`, `RMSprop`, `Adadelta`, `Adam` with `lr`, `decay`, `epsilon`, `amsgrad`), in
decimal arithmetic with 50 digits; nothing here has seen the chapter's C++. The function that is
descended is Beale's, from (1.5, -0.5), for 25 steps. Hyperparameters are given as decimal
strings and rounded to doubles first, so that both sides compute with the same numbers.

Run with PyTorch 1.13 (Debian's python3-torch): the largest difference of any parameter in any of
the 25 steps was 9e-16 (--torch prints it for each rule).
"""
import os
import sys
from decimal import Decimal, getcontext

getcontext().prec = 50
STEPS = 25


def number(text):
    """The double nearest to a decimal number, exactly."""
    return Decimal(float(text))


START = (number("1.5"), number("-0.5"))
BEALE = (number("1.5"), number("2.25"), number("2.625"))
ONE = Decimal(1)


def gradient(w):
    """Of Beale's function, the sum of (c_k - x (1 - y^k))^2 for k = 1, 2, 3."""
    x, y = w
    by_x = by_y = Decimal(0)
    for k, c in enumerate(BEALE, start=1):
        miss = c - x * (ONE - y**k)
        by_x += 2 * miss * (y**k - 1)
        by_y += 2 * miss * x * k * (y ** (k - 1) if k > 1 else ONE)
    return (by_x, by_y)


def power(base, exponent):
    result = ONE
    for _ in range(exponent):
        result *= base
    return result


def rate(lr, decay, t):
    """Keras: lr *= 1 / (1 + decay * iterations); `iterations` is 0 in the first update."""
    return lr / (1 + decay * t)


def both(rule):
    """Applies a rule for one parameter to both; it gets and gives (w, *state)."""
    def step(row, t, grad):
        g = grad(tuple(p[0] for p in row))
        return [rule(row[i], g[i], t) for i in range(2)]
    return step


# --- One rule each. A rule gets (w, state...), the gradient and the number of updates made. ------

def sgd(lr, momentum="0", nesterov=False, decay="0"):
    lr, momentum, decay = number(lr), number(momentum), number(decay)

    def rule(p, g, t):
        w, v = p
        step = rate(lr, decay, t) * g
        v = momentum * v - step
        return (w + momentum * v - step if nesterov else w + v, v)
    return both(rule), 1


def nag(lr, momentum):
    """Sutskever et al. 2013: the gradient is taken at w + momentum * v."""
    lr, momentum = number(lr), number(momentum)

    def step(row, t, grad):
        ahead = tuple(w + momentum * v for w, v in row)
        g = grad(ahead)
        out = []
        for i in range(2):
            w, v = row[i]
            v = momentum * v - lr * g[i]
            out.append((w + v, v))
        return out
    return step, 1


def denominator(square, epsilon, inside):
    return (square + epsilon).sqrt() if inside else square.sqrt() + epsilon


def adagrad(lr, epsilon, inside=False, decay="0"):
    lr, epsilon, decay = number(lr), number(epsilon), number(decay)

    def rule(p, g, t):
        w, a = p
        a = a + g * g
        return (w - rate(lr, decay, t) * g / denominator(a, epsilon, inside), a)
    return both(rule), 1


def rmsprop(lr, rho, epsilon, inside=False, decay="0"):
    lr, rho, epsilon, decay = number(lr), number(rho), number(epsilon), number(decay)

    def rule(p, g, t):
        w, a = p
        a = rho * a + (1 - rho) * g * g
        return (w - rate(lr, decay, t) * g / denominator(a, epsilon, inside), a)
    return both(rule), 1


def adadelta(lr, rho, epsilon, decay="0"):
    lr, rho, epsilon, decay = number(lr), number(rho), number(epsilon), number(decay)

    def rule(p, g, t):
        w, a, d = p
        a = rho * a + (1 - rho) * g * g
        update = g * (d + epsilon).sqrt() / (a + epsilon).sqrt()
        w = w - rate(lr, decay, t) * update
        return (w, a, rho * d + (1 - rho) * update * update)
    return both(rule), 2


def adam(lr, beta_1, beta_2, epsilon, inside=False):
    """Kingma and Ba, algorithm 1 (epsilon outside the root), or as the decks have it (inside)."""
    lr, beta_1, beta_2 = number(lr), number(beta_1), number(beta_2)
    epsilon = number(epsilon)

    def rule(p, g, t):
        w, m, v, v_max = p
        m = beta_1 * m + (1 - beta_1) * g
        v = beta_2 * v + (1 - beta_2) * g * g
        m_hat = m / (1 - power(beta_1, t + 1))
        v_hat = v / (1 - power(beta_2, t + 1))
        return (w - lr * m_hat / denominator(v_hat, epsilon, inside), m, v, v_max)
    return both(rule), 3


def keras_adam(lr, beta_1, beta_2, epsilon, decay="0", amsgrad=False):
    """Keras: the corrections move into the learning rate, and epsilon meets the uncorrected root."""
    lr, beta_1, beta_2 = number(lr), number(beta_1), number(beta_2)
    epsilon, decay = number(epsilon), number(decay)

    def rule(p, g, t):
        w, m, v, v_max = p
        m = beta_1 * m + (1 - beta_1) * g
        v = beta_2 * v + (1 - beta_2) * g * g
        lr_t = (rate(lr, decay, t) * (1 - power(beta_2, t + 1)).sqrt()
                / (1 - power(beta_1, t + 1)))
        if amsgrad:
            v_max = max(v_max, v)
        return (w - lr_t * m / ((v_max if amsgrad else v).sqrt() + epsilon), m, v, v_max)
    return both(rule), 3


RUNS = [
    ("sgd", "SGD(lr=0.01)", sgd("0.01")),
    ("sgd_decay", "SGD(lr=0.01, decay=0.05)", sgd("0.01", decay="0.05")),
    ("momentum", "SGD(lr=0.01, momentum=0.9)", sgd("0.01", "0.9")),
    ("momentum_decay", "SGD(lr=0.01, momentum=0.9, decay=0.05)", sgd("0.01", "0.9", decay="0.05")),
    ("nesterov", "SGD(lr=0.01, momentum=0.9, nesterov=True)", sgd("0.01", "0.9", True)),
    ("nesterov_paper", "Nesterov as in the papers, lr 0.01, momentum 0.9", nag("0.01", "0.9")),
    ("adagrad", "Adagrad(lr=0.1, epsilon=1e-6)", adagrad("0.1", "1e-6")),
    ("adagrad_decay", "Adagrad(lr=0.1, epsilon=1e-6, decay=0.05)",
     adagrad("0.1", "1e-6", decay="0.05")),
    ("adagrad_slides", "Adagrad as on the slides, epsilon inside the root",
     adagrad("0.1", "1e-6", inside=True)),
    ("rmsprop", "RMSprop(lr=0.01, rho=0.9, epsilon=1e-7, decay=0)", rmsprop("0.01", "0.9", "1e-7")),
    ("rmsprop_decay", "RMSprop(lr=0.01, rho=0.9, epsilon=1e-7, decay=0.05)",
     rmsprop("0.01", "0.9", "1e-7", decay="0.05")),
    ("rmsprop_slides", "RMSProp as on the slides, epsilon inside the root",
     rmsprop("0.01", "0.9", "1e-6", inside=True)),
    ("adadelta", "Adadelta(lr=1.0, rho=0.95, epsilon=1e-7, decay=0)",
     adadelta("1", "0.95", "1e-7")),
    ("adadelta_decay", "Adadelta(lr=1.0, rho=0.95, epsilon=1e-7, decay=0.05)",
     adadelta("1", "0.95", "1e-7", decay="0.05")),
    ("adam_paper", "Adam as in the paper, epsilon outside the root",
     adam("0.05", "0.9", "0.999", "1e-8")),
    ("adam_slides", "Adam as on the slides, epsilon inside the root",
     adam("0.05", "0.9", "0.999", "1e-8", inside=True)),
    ("adam", "Adam(lr=0.05, beta_1=0.9, beta_2=0.999, epsilon=1e-7, decay=0, amsgrad=False)",
     keras_adam("0.05", "0.9", "0.999", "1e-7")),
    ("adam_decay", "Adam(lr=0.05, beta_1=0.9, beta_2=0.999, epsilon=1e-7, decay=0.05)",
     keras_adam("0.05", "0.9", "0.999", "1e-7", decay="0.05")),
    ("amsgrad", "Adam(lr=0.05, beta_1=0.9, beta_2=0.9, epsilon=1e-7, amsgrad=True)",
     keras_adam("0.05", "0.9", "0.9", "1e-7", amsgrad=True)),
]


def trajectory(run):
    """The state after 0, 1, ... STEPS updates: for each, (w, state...) of both parameters."""
    step, extra = run
    row = [(w,) + (Decimal(0),) * extra for w in START]
    rows = [row]
    for t in range(STEPS):
        row = step(row, t, gradient)
        rows.append(row)
    return rows


def header():
    out = ["/// @file",
           "/// Written by make_trajectories.py; do not edit. Trajectories on Beale's function from",
           "/// (1.5, -0.5), computed with 50 digits from the papers' and Keras' rules. A row is the",
           "/// state after 0, 1, 2, ... updates: both parameters, then both entries of each part of",
           "/// the state.",
           "#pragma once",
           "",
           "#include <vector>",
           "",
           "namespace optimizers::trajectories {",
           "",
           "struct Trajectory {",
           "    const char* call;",
           "    std::vector<std::vector<double>> rows;",
           "};",
           ""]
    for name, call, run in RUNS:
        out.append("inline const Trajectory %s{" % name)
        out.append('    "%s",' % call)
        out.append("    {")
        for row in trajectory(run):
            values = [row[i][k] for k in range(len(row[0])) for i in range(2)]
            text = [repr(float(v)) for v in values]
            lines = [", ".join(text[i:i + 4]) for i in range(0, len(text), 4)]
            out.append("        {" + ",\n         ".join(lines) + "},")
        out.append("    }};")
        out.append("")
    out.append("} // namespace optimizers::trajectories")
    return "\n".join(out) + "\n"


def check():
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "trajectories.hpp")
    with open(path, encoding="utf-8") as file:
        same = file.read() == header()
    print("trajectories.hpp is what the script gives" if same
          else "trajectories.hpp differs from what the script gives")
    return 0 if same else 1


def compare_with_torch():
    """PyTorch's rules; where its epsilon stands elsewhere than Keras', a run of ours in its form."""
    import torch

    def torch_run(make):
        w = torch.tensor([1.5, -0.5], dtype=torch.float64, requires_grad=True)
        optimizer = make([w])
        rows = [[float(v) for v in w.detach()]]
        for _ in range(STEPS):
            optimizer.zero_grad()
            x, y = w
            loss = sum((c - x * (1 - y**k))**2 for k, c in ((1, 1.5), (2, 2.25), (3, 2.625)))
            loss.backward()
            optimizer.step()
            rows.append([float(v) for v in w.detach()])
        return rows

    optim = torch.optim
    pairs = [
        ("SGD", sgd("0.01"), lambda p: optim.SGD(p, lr=0.01)),
        ("SGD, momentum", sgd("0.01", "0.9"), lambda p: optim.SGD(p, lr=0.01, momentum=0.9)),
        ("SGD, nesterov", sgd("0.01", "0.9", True),
         lambda p: optim.SGD(p, lr=0.01, momentum=0.9, nesterov=True)),
        ("Adagrad", adagrad("0.1", "1e-6"), lambda p: optim.Adagrad(p, lr=0.1, eps=1e-6)),
        ("Adagrad, decay", adagrad("0.1", "1e-6", decay="0.05"),
         lambda p: optim.Adagrad(p, lr=0.1, eps=1e-6, lr_decay=0.05)),
        ("RMSprop", rmsprop("0.01", "0.9", "1e-7"),
         lambda p: optim.RMSprop(p, lr=0.01, alpha=0.9, eps=1e-7)),
        ("Adadelta", adadelta("1", "0.95", "1e-7"),
         lambda p: optim.Adadelta(p, lr=1.0, rho=0.95, eps=1e-7)),
        ("Adam", adam("0.05", "0.9", "0.999", "1e-8"),
         lambda p: optim.Adam(p, lr=0.05, betas=(0.9, 0.999), eps=1e-8)),
        # PyTorch adds epsilon after the correction. With epsilon 0 its AMSGrad and Keras' are one.
        ("AMSGrad, epsilon 0", keras_adam("0.05", "0.9", "0.9", "0", amsgrad=True),
         lambda p: optim.Adam(p, lr=0.05, betas=(0.9, 0.9), eps=0.0, amsgrad=True)),
    ]
    worst = 0.0
    for name, ours, make in pairs:
        theirs = torch_run(make)
        far = max(abs(float(row[i][0]) - theirs[t][i])
                  for t, row in enumerate(trajectory(ours)) for i in range(2))
        worst = max(worst, far)
        print("%-20s %.1e" % (name, far))
    print("PyTorch %s, largest difference %.1e" % (torch.__version__, worst))
    return 0 if worst < 1e-12 else 1


if __name__ == "__main__":
    if sys.argv[1:] == ["--check"]:
        sys.exit(check())
    if sys.argv[1:] == ["--torch"]:
        sys.exit(compare_with_torch())
    sys.stdout.write(header())
