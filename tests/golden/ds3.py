#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes tests/golden/ds3.csv: optimal objectives of DS3 and of the k-median problem for matrices made by a formula.

/usr/bin/python3 tests/golden/ds3.py      (made with SciPy 1.10.1)

q = infinity and lambda_max: linear programs, by HiGHS. q = 2: the dual (maximise sum nu subject to
||(nu - d_i)+||_2 <= lambda) by SLSQP, made exactly feasible; the test's primal closes the gap from the other side.
The k-median optimum: by trying all choices. tst_ds3.cpp makes the same matrices.
"""
import itertools
import pathlib

import numpy as np
from scipy.optimize import linprog, minimize
from scipy.sparse import coo_matrix


class Generator:
    """Knuth's MMIX generator; uniform in [0, 1) from the upper 24 bits, so that float holds it exactly."""

    def __init__(self, seed):
        self.state = seed

    def uniform(self):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 40) / 2**24


def distances(points):
    """Manhattan distances: exact in float for coordinates that are multiples of 2^-10."""
    return np.abs(points[:, None, :] - points[None, :, :]).sum(2)


def grid(value):
    return np.floor(value * 1024) / 1024


def matrix(name):
    g = Generator({"random": 1, "clustered": 2, "duplicated": 3, "walk": 4, "constant": 5}[name])
    if name == "random":  # asymmetric, no metric, a diagonal that is not zero
        return np.array([[g.uniform() for _ in range(14)] for _ in range(14)])
    if name == "clustered":
        return distances(np.array([[grid(g.uniform()) + 4 * (i % 3), grid(g.uniform()) + 4 * (i % 2)]
                                   for i in range(24)]))
    if name == "duplicated":
        points = [[grid(4 * g.uniform()), grid(4 * g.uniform())] for _ in range(9)]
        return distances(np.array([points[i // 2] for i in range(18)]))
    if name == "walk":
        points, at = [], [0.0, 0.0, 0.0]
        for _ in range(30):
            at = [x + grid(g.uniform()) - 0.5 for x in at]
            points.append(at)
        return distances(np.array(points))
    return np.full((8, 8), 0.75)


def infinity_optimum(d, lam):
    n = len(d)
    cost = np.concatenate([d.ravel(), np.full(n, lam)])
    equal = coo_matrix((np.ones(n * n), (np.tile(np.arange(n), n), np.arange(n * n))), (n, n * n + n))
    row, col = np.repeat(np.arange(n), n), np.arange(n * n)
    less = coo_matrix((np.concatenate([np.ones(n * n), -np.ones(n * n)]),
                       (np.concatenate([col, col]), np.concatenate([col, n * n + row]))), (n * n, n * n + n))
    result = linprog(cost, A_ub=less, b_ub=np.zeros(n * n), A_eq=equal, b_eq=np.ones(n), method="highs")
    assert result.status == 0
    return result.fun


def two_optimum(d, lam):
    best, nu = -np.inf, d.min(0) + lam / len(d)

    def squares(v):
        return (np.maximum(v - d, 0) ** 2).sum(1)

    for _ in range(5):
        nu = minimize(lambda v: -v.sum(), nu, jac=lambda v: -np.ones(len(d)), method="SLSQP",
                      constraints={"type": "ineq", "fun": lambda v: (lam**2 - squares(v)) / lam**2,
                                   "jac": lambda v: -2 * np.maximum(v - d, 0) / lam**2},
                      options={"maxiter": 2000, "ftol": 1e-14}).x
        low, high = -1.0, 1.0
        for _ in range(100):
            middle = (low + high) / 2
            low, high = (middle, high) if np.sqrt(squares(nu - middle).max()) > lam else (low, middle)
        best = max(best, (nu - high).sum())
    return best


def lambda_maximum(d):
    """min sum p over p >= 0 with sum_j min(p_j, v_ij) >= 0 for all i, v_i = d_i - d_medoid: a single row is optimal
    exactly where the dual nu = d_medoid + p, whose value is lambda + sum d_medoid, is feasible."""
    n = len(d)
    v = d - d[d.sum(1).argmin()]
    col = np.arange(n * n)  # variables: p (n), then m (n x n) with m_ij <= p_j, m_ij <= v_ij, sum_j m_ij >= 0
    less = coo_matrix((np.concatenate([np.ones(n * n), -np.ones(n * n)]),
                       (np.concatenate([col, col]), np.concatenate([n + col, np.tile(np.arange(n), n)]))),
                      (n * n, n + n * n))
    total = coo_matrix((-np.ones(n * n), (np.repeat(np.arange(n), n), n + col)), (n, n + n * n))
    result = linprog(np.concatenate([np.ones(n), np.zeros(n * n)]), A_ub=np.vstack([less.toarray(), total.toarray()]),
                     b_ub=np.zeros(n * n + n), bounds=[(0, None)] * n + [(None, x) for x in v.ravel()], method="highs")
    assert result.status == 0
    return result.fun


def median_optimum(d, k):
    return min(d[list(c)].min(0).sum() for c in itertools.combinations(range(len(d)), k))


def main():
    lines = ["matrix,kind,parameter,value"]
    for name in ("random", "clustered", "duplicated", "walk", "constant"):
        d = matrix(name).astype(np.float32).astype(float)
        for lam in (0.3, 1.0, 4.0):
            lines.append(f"{name},infinity,{lam},{infinity_optimum(d, lam):.12g}")
            lines.append(f"{name},two,{lam},{two_optimum(d, lam):.12g}")
        lines.append(f"{name},lambda_maximum,0,{lambda_maximum(d):.12g}")
        for k in (1, 2, 4):
            lines.append(f"{name},median,{k},{median_optimum(d, k):.12g}")
    pathlib.Path(__file__).with_name("ds3.csv").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
