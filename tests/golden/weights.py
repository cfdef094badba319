#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the weight files of tests/golden/weights with PyTorch (the committed ones: 1.13, Debian 12).

Run with Debian's python3-torch: /usr/bin/python3 tests/golden/weights.py
The values follow from the formulas below and are repeated in tests/core/network/tst_tensor_file.cpp. The files differ
from run to run where PyTorch names blocks after memory addresses (the older format).
"""
import collections
import io
import pathlib
import pickle
import struct
import zipfile

import torch

FOLDER = pathlib.Path(__file__).parent / "weights"


def tensors(kind):
    """One tensor of each type, and views: transposed, sliced, repeated, empty, without dimensions, a Parameter."""
    weight = torch.arange(6.0).reshape(2, 3) * 0.5 - 1
    grid = torch.arange(20.0).reshape(4, 5)
    entries = kind()
    entries["weight"] = weight
    entries["transposed"] = weight.t()
    entries["slice"] = grid[1:3, 1::2]
    entries["repeated"] = torch.tensor([2.0]).expand(3)
    entries["half"] = torch.arange(4).half() - 1.5
    entries["bfloat16"] = torch.arange(4).bfloat16() * 256
    entries["double"] = torch.tensor([0.1, -1e30], dtype=torch.float64)
    entries["long"] = torch.tensor([-2, 2**40])
    entries["int"] = torch.tensor([-3, 70000], dtype=torch.int32)
    entries["short"] = torch.tensor([-4, 300], dtype=torch.int16)
    entries["char"] = torch.tensor([-5, 127], dtype=torch.int8)
    entries["byte"] = torch.tensor([6, 255], dtype=torch.uint8)
    entries["bool"] = torch.tensor([True, False])
    entries["empty"] = torch.empty(0, 3)
    entries["scalar"] = torch.tensor(7.25)
    entries["parameter"] = torch.nn.Parameter(torch.tensor([8.0, 9.0]))
    return entries


def network():
    torch.manual_seed(0)
    layer = torch.nn.Sequential(torch.nn.Linear(2, 1), torch.nn.BatchNorm1d(1))
    with torch.no_grad():
        layer[0].weight.copy_(torch.tensor([[0.25, -0.75]]))
    return layer


def save_by_pytorch():
    torch.save(tensors(collections.OrderedDict), FOLDER / "zip_ordered.pth")
    torch.save(tensors(dict), FOLDER / "zip_plain.pth")
    torch.save(tensors(dict), FOLDER / "zip_protocol4.pth", pickle_protocol=4)
    torch.save(tensors(collections.OrderedDict), FOLDER / "legacy_ordered.pth", _use_new_zipfile_serialization=False)
    torch.save(tensors(dict), FOLDER / "legacy_plain.pth", _use_new_zipfile_serialization=False)

    layer = network()  # its state dict has a _metadata attribute
    optimizer = torch.optim.SGD(layer.parameters(), lr=0.1, momentum=0.9)
    layer(torch.ones(2, 2)).sum().backward()
    optimizer.step()
    with torch.no_grad():
        layer[0].weight.copy_(torch.tensor([[0.25, -0.75]]))
    checkpoint = {"epoch": 3, "arch": "alexnet", "state_dict": layer.state_dict(), "best": torch.tensor(0.5),
                  "optimizer": optimizer.state_dict()}
    torch.save(checkpoint, FOLDER / "zip_checkpoint.pth")
    torch.save(checkpoint, FOLDER / "legacy_checkpoint.pth", _use_new_zipfile_serialization=False)
    torch.save({"state_dict": layer.state_dict(), "model": layer.state_dict()}, FOLDER / "ambiguous.pth")
    averaged = {name: tensor + 1 for name, tensor in layer.state_dict().items()}
    torch.save({"epoch": 3, "state_dict_ema": averaged, "state_dict": layer.state_dict()}, FOLDER / "averaged.pth")
    torch.save(layer, FOLDER / "whole_network.pth")
    torch.jit.script(torch.nn.ReLU()).save(str(FOLDER / "torchscript.pt"))


class Legacy2017:
    """The older format as Python 2 wrote it in 2017, which no PyTorch of today does: str as SHORT_BINSTRING, an
    OrderedDict from pairs, Parameter called by name, _rebuild_tensor, and a block of which only a part is used."""

    @staticmethod
    def text(word):
        return b"U" + bytes([len(word)]) + word.encode()

    @classmethod
    def tensor(cls, key, count, part, offset, shape, strides):
        view = b"N" if part is None else cls.text("7") + b"K%cK%c\x87" % part
        storage = b"(" + cls.text("storage") + b"ctorch.cuda\nFloatStorage\n" + cls.text(key) + cls.text("cuda:0")
        storage += b"K%c" % count + view + b"tQ"
        numbers = [b"(" + b"".join(b"K%c" % n for n in numbers) + b"t" for numbers in (shape, strides)]
        size = b"ctorch\nSize\n" + numbers[0] + b"\x85R"
        return b"ctorch._utils\n_rebuild_tensor\n(" + storage + b"K%c" % offset + size + numbers[1] + b"tR"

    @classmethod
    def file(cls):
        whole = cls.tensor("5", 4, None, 0, (2, 2), (2, 1))
        part = cls.tensor("6", 8, (3, 4), 1, (3,), (1,))  # elements 4, 5, 6
        parameter = b"ctorch.nn.parameter\nParameter\n" + part + b"\x85R(\x88\x89Ntb"
        pairs = b"](](" + cls.text("a") + whole + b"e](" + cls.text("b") + parameter + b"ee"
        state = b"\x80\x02ccollections\nOrderedDict\n" + pairs + b"\x85R."
        machine = {"protocol_version": 1001, "little_endian": True}
        head = b"".join(pickle.dumps(o, 2) for o in (0x1950A86A20F9469CFC6C, 1001, machine))
        keys = b"\x80\x02](" + cls.text("5") + cls.text("6") + b"e."
        return (head + state + keys + struct.pack("<q4f", 4, 1, 2, 3, 4)
                + struct.pack("<q8f", 8, *range(10, 18)))


def save_changed_zips():
    """Copies of a good file with one thing wrong in each."""
    good = io.BytesIO()
    torch.save({"a": torch.arange(3.0)}, good)
    members = [(m.filename, zipfile.ZipFile(good).read(m)) for m in zipfile.ZipFile(good).infolist()]
    folder = members[0][0].split("/")[0]

    def save(name, changed, **options):
        with zipfile.ZipFile(FOLDER / name, "w", **options) as archive:
            for member, content in changed:
                archive.writestr(zipfile.ZipInfo(member), content, **({"compress_type": options["compression"]}
                                                                      if options else {}))

    def replaced(ending, content):
        return [(n, content if n.endswith(ending) else c) for n, c in members]

    save("little_endian.pth", members + [(folder + "/byteorder", b"little")])
    save("big_endian.pth", members + [(folder + "/byteorder", b"big")])
    save("compressed.pth", replaced("data/0", bytes(10_000_000)), compression=zipfile.ZIP_DEFLATED)
    save("no_block.pth", [m for m in members if not m[0].endswith("data/0")])
    save("short_block.pth", replaced("data/0", bytes(8)))
    save("twice.pth", members + [m for m in members if m[0].endswith("data/0")])
    save("os_system.pth", replaced("data.pkl", b"\x80\x02cos\nsystem\nX\x04\x00\x00\x00true\x85R."))
    save("other.zip", [("readme.txt", b"no weights")])


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    save_by_pytorch()
    (FOLDER / "legacy_2017.pth").write_bytes(Legacy2017.file())
    save_changed_zips()
