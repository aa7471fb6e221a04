"""Exponential and logarithm of whole rows, in vectors; compiled, imported lazily.

numba calls the C library for each number; these are its single-precision polynomials (Cephes 2.8,
expf and logf, S. Moshier), exact to 2e-7 of the result, and the same bytes on every system.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit, uint64

# Contraction lets a product and a sum become one instruction. The order of sums stays, so a build
# on one kind of processor gives the same bytes every time.
compiled: Any = njit(
    nogil=True,
    cache=True,
    fastmath={"contract"},
    error_model="numpy",
    boundscheck=False,
    no_cfunc_wrapper=True,
)
# Nobody calls these from Python: the doors for it would cost time to compile.
inlined: Any = njit(
    fastmath={"contract"},
    error_model="numpy",
    boundscheck=False,
    forceinline=True,
    no_cpython_wrapper=True,
    no_cfunc_wrapper=True,
)

_f = np.float32
_LOG2_E, _LN2_HIGH, _LN2_LOW = _f(1.44269504088896341), _f(0.693359375), _f(-2.12194440e-4)
_LEAST_EXPONENT = _f(-87.0)  # smaller results are held at e^-87
_E0, _E1, _E2 = _f(1.9875691500e-4), _f(1.3981999507e-3), _f(8.3334519073e-3)
_E3, _E4, _E5 = _f(4.1665795894e-2), _f(1.6666665459e-1), _f(5.0000001201e-1)
_L0, _L1, _L2 = _f(7.0376836292e-2), _f(-1.1514610310e-1), _f(1.1676998740e-1)
_L3, _L4, _L5 = _f(-1.2420140846e-1), _f(1.4249322787e-1), _f(-1.6668057665e-1)
_L6, _L7, _L8 = _f(2.0000714765e-1), _f(-2.4999993993e-1), _f(3.3333331174e-1)
_ONE, _HALF = _f(1.0), _f(0.5)
_ROOT_HALF_BITS = np.int32(0x3F3504F3)
_BIAS, _MANTISSA = np.int32(127), np.int32(23)


@inlined
def exp_of(values, bits, out):  # type: ignore[no-untyped-def]
    """E to the values, at most 88, of a row; bits : int32 of the same size, to work in."""
    power = bits.view(np.float32)
    for c in range(uint64(out.size)):
        value = max(values[c], _LEAST_EXPONENT)
        whole = np.floor(value * _LOG2_E + _HALF)
        bits[c] = np.int32(np.int32(np.int32(whole) + _BIAS) << _MANTISSA)
        rest = value - whole * _LN2_HIGH
        rest -= whole * _LN2_LOW
        y = ((((_E0 * rest + _E1) * rest + _E2) * rest + _E3) * rest + _E4) * rest + _E5
        out[c] = y * rest * rest + rest + _ONE
    for c in range(uint64(out.size)):
        out[c] *= power[c]


@inlined
def log_of(values, bits):  # type: ignore[no-untyped-def]
    """Natural logarithm of a row of positive numbers, in place; bits : as in `exp_of`."""
    seen = values.view(np.int32)
    for c in range(uint64(values.size)):
        bits[c] = np.int32(np.int32(seen[c] - _ROOT_HALF_BITS) >> _MANTISSA)
        seen[c] = np.int32(seen[c] - np.int32(bits[c] << _MANTISSA))
    for c in range(uint64(values.size)):
        power, f = np.float32(bits[c]), values[c] - _ONE
        y = ((((((_L0 * f + _L1) * f + _L2) * f + _L3) * f + _L4) * f + _L5) * f + _L6) * f + _L7
        y = (y * f + _L8) * f * f * f
        y += power * _LN2_LOW
        y -= _HALF * f * f
        values[c] = f + y + power * _LN2_HIGH
