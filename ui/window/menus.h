// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/feature.h"

class QMenuBar;

namespace tagscope::ui {

// Makes the menus of the window, each with its entries by their places. A menu is known by its name: file, edit,
// project, clip, play, audit, regions, view, help.
void makeMenus(QMenuBar &bar, std::vector<Entry> entries);

} // namespace tagscope::ui
