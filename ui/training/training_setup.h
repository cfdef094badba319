// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/project_contents.h"
#include "ui/training/training_service.h"

#include <QWidget>
#include <map>
#include <optional>
#include <vector>

class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace tagscope::ui {

class TrainingSettingsForm;

// What a run is made of - its name, its clips, its settings - and the buttons that start and steer it. Says beside them
// what stands in the way. GUI thread.
class TrainingSetup : public QWidget {
    Q_OBJECT

public:
    // `service` outlives it.
    TrainingSetup(TrainingService &service, CheckTrainingFunction check, QWidget *parent = nullptr);

    // A project was opened, or none is.
    void setProject(const ProjectContents *contents);
    void setReadiness(const std::vector<SplitReadiness> &splits);
    void setReadinessError(const Error &error);
    // The last run ended.
    void setOutcome(const Result<TrainingOutcome> &outcome);
    void showNews(const TrainingNews &news);
    void showPreparation(double fraction, const QString &stage);

    // The run and its settings, where it is known: to go on with it.
    void offerRun(const QString &name);

    [[nodiscard]] TrainingRequest request() const;

Q_SIGNALS:
    void startAsked();

private:
    [[nodiscard]] QWidget *makeButtons();
    void suggestName();
    void followName();
    void followState();
    void forgetOutcome();
    void judge(); // whether a run can start
    [[nodiscard]] QString obstacle() const;
    [[nodiscard]] QString outlookText() const;

    TrainingService &service_;
    CheckTrainingFunction check_;
    bool hasProject_ = false;
    bool hasSuggested_ = false; // the recipe for the project's size
    QString outcome_;           // of the last run, said until something is changed for the next
    std::map<QString, std::optional<TrainingSettings>> runs_; // that there are, with theirs where they are known
    std::vector<SplitReadiness> splits_;
    QLineEdit *name_;
    QLabel *data_;
    TrainingSettingsForm *form_;
    QLabel *message_; // what is under way, or stands in the way
    QProgressBar *progress_;
    QPushButton *start_;
    QPushButton *pause_; // or resume
    QPushButton *stop_;
};

} // namespace tagscope::ui
