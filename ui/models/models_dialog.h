// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/job.h"
#include "ui/document/model_source.h"

#include <QDialog>
#include <vector>

class QLabel;
class QPushButton;

namespace tagscope::ui {

class ModelCard;

// The parts of the chain and their models, one card each. What is fetched goes on while the dialog is closed. GUI
// thread.
class ModelsDialog : public QDialog {
    Q_OBJECT

public:
    // `source` outlives it.
    explicit ModelsDialog(const ModelSource &source, QWidget *parent = nullptr);

    void list(); // anew

Q_SIGNALS:
    void added(); // another model is registered

private:
    void follow(); // what the cards can do
    void take(const Result<std::vector<ModelEntry>> &entries);

    const ModelSource &source_;
    std::vector<ModelCard *> cards_; // in the order of ModelKind
    QLabel *problem_;
    QPushButton *fetchAll_ = nullptr;
    Job<std::vector<ModelEntry>> listing_;
};

} // namespace tagscope::ui
