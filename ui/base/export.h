// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/figure.h"

class QAbstractItemView;
class QWidget;

namespace tagscope::ui {

// Lets a person take out of the window what a table, list or tree shows: Ctrl+C copies the selected rows, Ctrl+Shift+E
// and the context menu export all of it as CSV. `name`: of the file, without its suffix; not translated.
void offerExport(QAbstractItemView &view, const QString &name);

// The same for a chart or a track: as a picture, as lines, and its values where it has any. A widget that has a context
// menu of its own puts QWidget::actions() into it.
void offerExport(QWidget &widget, const Figure &figure);

// Asks at once.
void askForExport(QAbstractItemView &view, const QString &name);
void askForExport(QWidget &widget, const Figure &figure);

} // namespace tagscope::ui
