"""The tree over a session's records and the receipt that people write down."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trainer.assessment.merkle import inclusion_path, leaf_hash, root, verify_inclusion
from trainer.assessment.receipt import receipt_code, same_receipt

# The published vectors of the Certificate Transparency project (merkle_tree_test.cc).
LEAVES = tuple(
    bytes.fromhex(leaf)
    for leaf in (
        *("", "00", "10", "2021", "3031", "40414243"),
        *("5051525354555657", "606162636465666768696a6b6c6d6e6f"),
    )
)
ROOTS = (
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
)
PATHS = {
    (0, 1): (),
    (0, 8): (
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ),
    (5, 8): (
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ),
    (2, 3): ("fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",),
    (1, 5): (
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ),
}
FORESTS = st.lists(st.binary(max_size=8), min_size=1, max_size=40)


def test_the_published_roots_come_out() -> None:
    assert [root(LEAVES[: count + 1]).hex() for count in range(8)] == list(ROOTS)
    assert root(()).hex().startswith("e3b0c44298fc1c14")


def test_the_published_paths_come_out() -> None:
    for (index, count), path in PATHS.items():
        assert [one.hex() for one in inclusion_path(LEAVES[:count], index)] == list(path)


@settings(max_examples=40)
@given(FORESTS, st.data())
def test_every_leaf_proves_itself_and_nothing_else_does(
    leaves: list[bytes], data: st.DataObject
) -> None:
    index, top = data.draw(st.integers(0, len(leaves) - 1)), root(leaves)
    path = inclusion_path(leaves, index)
    assert verify_inclusion(leaves[index], index, len(leaves), path, top)
    assert not verify_inclusion(leaves[index] + b"!", index, len(leaves), path, top)
    assert not verify_inclusion(leaves[index], index, len(leaves), (*path, top), top)
    assert not verify_inclusion(leaves[index], len(leaves), len(leaves), path, top)
    if path:
        assert not verify_inclusion(leaves[index], index, len(leaves), path[1:], top)


def test_a_node_cannot_pass_for_a_leaf() -> None:
    left, right = leaf_hash(b"a"), leaf_hash(b"b")
    assert root([b"a", b"b"]) != root([left + right])


def test_another_order_is_another_root() -> None:
    assert root([b"a", b"b", b"c"]) != root([b"b", b"a", b"c"])


def test_no_path_leads_from_a_leaf_that_is_not_there() -> None:
    with pytest.raises(ValueError, match="leaf 3 of 3"):
        inclusion_path([b"a", b"b", b"c"], 3)


def test_a_receipt_is_sixteen_letters_that_a_person_can_type_back() -> None:
    code = receipt_code(bytes(range(32)))
    assert code == "AAAQ-EAYE-AUDA-OCAJ"
    assert same_receipt(" aaaq eaye auda ocaj", code)
    assert not same_receipt("AAAQ-EAYE-AUDA-OCAI", code)
    with pytest.raises(ValueError, match="9 bytes"):
        receipt_code(bytes(9))
