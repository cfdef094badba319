// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/base/figure.h"

#include <QDialog>
#include <QPointer>
#include <optional>

class QAbstractItemView;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace tagscope::ui {

class PrintSizeForm;

// Asks for the format and the place of what is taken out of the window, and writes it: the bytes are made and written
// on another thread, into a file that is the old one or the whole new one. What goes wrong stands in the dialog, which
// stays open. Deletes itself when it is closed.
class ExportDialog : public QDialog {
    Q_OBJECT

public:
    // Of a table, which is data alone.
    ExportDialog(QAbstractItemView &table, const QString &name);
    ExportDialog(QWidget &widget, const Figure &figure);

Q_SIGNALS:
    void exported(const QString &file);

private:
    ExportDialog(QWidget &shown, QAbstractItemView *table, const Figure &figure);

    // Of the formats box.
    enum Format { Png, Svg, Pdf, Csv };

    void makeRows();
    [[nodiscard]] Format format() const;
    void followFormat();
    void followFile();
    void draw(FigureFormat format);
    void browse();
    void save();
    void write(Encoding encoding);
    void finish(const QString &file, const Result<void> &written);
    void notify(const QString &problem);
    void setBusy(bool isBusy);

    QPointer<QWidget> shown_; // what is exported
    QPointer<QAbstractItemView> table_;
    Figure figure_;
    QComboBox *format_;
    QComboBox *scale_;
    QLabel *scaleName_;
    PrintSizeForm *print_;
    QLineEdit *file_;
    QLabel *message_;
    QPushButton *save_;
};

} // namespace tagscope::ui
