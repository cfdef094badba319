// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/document.h"
#include "ui/tracks/region_changes.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace tagscope::ui {

class AuditRecords;
class FittedTable;
class RegionListModel;

// The marked regions of the whole project, of whoever marked them or wherever they came from: filtered, sorted, gone
// to, changed as numbers, and deleted. The window can be used meanwhile. Follows the records. GUI thread.
class RegionListDialog : public QDialog {
    Q_OBJECT

public:
    // Both outlive it.
    RegionListDialog(Document &document, const AuditRecords &records, QWidget *parent);

Q_SIGNALS:
    void regionAsked(const MarkedRegion &region); // its clip is to be shown, and it
    void changeAsked(const RegionChange &change, const QString &text);

private:
    QWidget *makeFilters();
    QWidget *makeButtons();
    void followProject();
    void follow(const std::vector<ClipId> &clips);
    [[nodiscard]] std::vector<MarkedRegion> chosen() const;
    void goToChosen();
    void editChosen();
    void removeChosen();
    void showState();

    Document &document_;
    const AuditRecords &records_;
    RegionListModel *model_;
    QLineEdit *search_;
    QComboBox *event_;
    QLabel *count_;
    QStringList events_;
    FittedTable *table_ = nullptr;
    QPushButton *go_ = nullptr;
    QPushButton *edit_ = nullptr;
    QPushButton *remove_ = nullptr;
};

} // namespace tagscope::ui
