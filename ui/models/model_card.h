// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/job.h"
#include "ui/document/model_source.h"

#include <QFrame>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;

namespace tagscope::ui {

// One part of the chain: what is registered for it, what was published, and how to have it. GUI thread. Destroying it
// stops what it fetches, which can be continued.
class ModelCard : public QFrame {
    Q_OBJECT

public:
    // `source` outlives it.
    ModelCard(const ModelSource &source, ModelKind kind, QWidget *parent = nullptr);

    void setEntry(const ModelEntry &entry);
    [[nodiscard]] bool isWorking() const { return job_.isRunning(); }
    // Nothing is registered, and the published file that is chosen could be fetched.
    [[nodiscard]] bool isFetchable() const;
    void fetch();

Q_SIGNALS:
    void added(); // another model is registered
    void changed();

private:
    void layOut();
    void connectAll();
    void showEntry();
    void showPublished();
    void showWork();
    void choose();
    void take(const Result<AddedModel> &added);
    [[nodiscard]] const PublishedFile *published() const; // that is chosen; null where there is none
    [[nodiscard]] QString registeredText() const;

    const ModelSource &source_;
    ModelEntry entry_;
    bool isKnown_ = false; // what is registered
    QLabel *state_;
    QLabel *place_;
    QComboBox *choices_;
    QLabel *facts_;
    QPushButton *choose_;
    QPushButton *fetch_;
    QPushButton *copy_;
    QPushButton *cancel_;
    QProgressBar *bar_;
    QLabel *stage_;
    QLabel *message_;
    Job<AddedModel> job_; // last, so that its work ends before what it uses
};

} // namespace tagscope::ui
