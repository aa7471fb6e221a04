"""The current of one volt on the electrode: where it heats, and what the generator feels."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import sparse
from scipy.sparse.linalg import splu

from trainer.therapy.lesion_grid import FloatArray, LesionGrid, Mask


@dataclass(frozen=True, slots=True, eq=False)
class Current:
    """Of one volt: heat_w per cell, shape (nz, nr), and the ohms between electrode and far wall."""

    heat_w: FloatArray
    ohm: float


def conductances(
    grid: LesionGrid, conductivity: FloatArray
) -> tuple[FloatArray, FloatArray, FloatArray, FloatArray]:
    """Conductance between cells: along r (nz, nr - 1), along z (nz - 1, nr), and to the far walls.

    The far walls are the last r face (nz,) and both z ends (2, nr). conductivity : per cell; two
    cells in series conduct as their halves do.
    """
    r_half, z_half = np.diff(grid.r_face_m) / 2.0, np.diff(grid.z_face_m)[:, None] / 2.0
    with np.errstate(divide="ignore"):
        across, along = r_half / conductivity, z_half / conductivity
    wall, ring = grid.wall_m2, grid.ring_face_m2
    radial = wall[:, 1:-1] / (across[:, :-1] + across[:, 1:])
    axial = ring[1:] / (along[:-1] + along[1:])
    ends = np.stack([ring[0] / along[0], ring[-1] / along[-1]])
    return radial, axial, wall[:, -1] / across[:, -1], ends


def laplacian(grid: LesionGrid, conductivity: FloatArray) -> sparse.csc_matrix:
    """The matrix of what leaves each cell, far walls held at zero; (n, n) of n = nz nr cells."""
    nz, nr = grid.shape
    radial, axial, wall, ends = conductances(grid, conductivity)
    index = np.arange(nz * nr).reshape(nz, nr)
    first = np.concatenate([index[:, :-1].ravel(), index[:-1].ravel()])
    second = np.concatenate([index[:, 1:].ravel(), index[1:].ravel()])
    link = np.concatenate([radial.ravel(), axial.ravel()])
    far = np.zeros((nz, nr))
    far[:, -1] += wall
    far[0] += ends[0]
    far[-1] += ends[1]
    diagonal = far.ravel()
    np.add.at(diagonal, first, link)
    np.add.at(diagonal, second, link)
    rows = np.concatenate([first, second, index.ravel()])
    columns = np.concatenate([second, first, index.ravel()])
    values = np.concatenate([-link, -link, diagonal])
    return sparse.csc_matrix((values, (rows, columns)), shape=(nz * nr, nz * nr))


def current_of_one_volt(
    grid: LesionGrid, sigma_s_m: FloatArray, electrode: Mask, insulated: Mask
) -> Current:
    """Solve for the potential with the electrode at 1 V and the far wall at 0.

    sigma_s_m : of tissue, per cell. electrode, insulated : masks per cell.
    """
    carrying = np.where(insulated, 1e-9, np.where(electrode, 1e6, sigma_s_m))
    matrix = laplacian(grid, carrying)
    held = electrode.ravel()
    free = ~held
    potential = held.astype(np.float64)
    inner = matrix[free][:, free]
    potential[free] = splu(inner.tocsc()).solve(-matrix[free][:, held] @ potential[held])
    heat = _heat(grid, carrying, potential.reshape(grid.shape), electrode)
    return Current(heat, 1.0 / float(heat.sum()))


def _heat(
    grid: LesionGrid, carrying: FloatArray, potential: FloatArray, electrode: Mask
) -> FloatArray:
    """Joule heat per cell; of a link to the electrode all of it is the tissue's."""
    radial, axial, wall, ends = conductances(grid, carrying)
    heat = np.zeros(grid.shape)
    tissue = ~electrode
    for link, low, high in (
        (radial, np.s_[:, :-1], np.s_[:, 1:]),
        (axial, np.s_[:-1, :], np.s_[1:, :]),
    ):
        power = link * (potential[high] - potential[low]) ** 2
        share = tissue[low] + tissue[high].astype(np.float64)
        power = power / np.maximum(share, 1.0)
        heat[low] += power * tissue[low]
        heat[high] += power * tissue[high]
    heat[:, -1] += wall * potential[:, -1] ** 2
    heat[0] += ends[0] * potential[0] ** 2
    heat[-1] += ends[1] * potential[-1] ** 2
    return heat
