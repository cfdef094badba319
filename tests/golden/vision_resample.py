#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes tests/golden/vision_resample.csv: pixels of Pillow's bicubic resize and torchvision's centre crop.

/usr/bin/python3 tests/golden/vision_resample.py      (made with Pillow 9.4.0, torchvision 0.14.1)

Pictures by a formula that tst_picture_features.cpp repeats: width,height,channel,row,column,value for a lattice of pixels.
"""
import pathlib

import numpy as np
from PIL import Image
from torchvision.transforms import CenterCrop, Compose, InterpolationMode, Resize


def picture(width, height):
    y, x, c = np.mgrid[0:height, 0:width, 0:3]
    smooth = 128 + (x * (c + 3) + y * 2) % 97
    edges = ((x // 7 + y // 5 + c) % 2) * 255
    return Image.fromarray(np.where((x + y) % 3 == 0, edges, smooth).astype(np.uint8))


def main():
    transform = Compose([Resize(341, InterpolationMode.BICUBIC), CenterCrop(299)])
    lines = ["width,height,channel,row,column,value"]
    for width, height in ((640, 360), (360, 641), (299, 299), (50, 37), (341, 341)):
        pixels = np.asarray(transform(picture(width, height)))
        assert pixels.shape == (299, 299, 3)
        for channel in range(3):
            for row in (0, 1, 37, 149, 251, 298):
                for column in (0, 2, 73, 149, 211, 298):
                    lines.append(f"{width},{height},{channel},{row},{column},{pixels[row, column, channel]}")
    pathlib.Path(__file__).with_name("vision_resample.csv").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
