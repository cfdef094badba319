// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/paced.h"
#include "ui/document/document.h"
#include "ui/evaluation/evaluation_service.h"

#include <QWidget>
#include <memory>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QScrollArea;
class QTabWidget;
class QTableView;
class QTextBrowser;

namespace tagscope::ui {

class ClassFigure;
class EmptyState;
class FittedTable;
class ReportTableModel;
class TagChangeModel;

// How well the open project's systems do: Table 1, Figure 3, the tags that changed from one system to another, and what
// made the figures. Measures when it is first seen, and whenever something else is asked for. GUI thread.
class EvaluationPanel : public QWidget {
    Q_OBJECT

public:
    // `document` outlives it.
    explicit EvaluationPanel(Document &document, EvaluationService::MakeReport makeReport = tagscope::makeReport,
                             QWidget *parent = nullptr);

    [[nodiscard]] QTableView *table() const;
    [[nodiscard]] QTableView *changes() const;
    [[nodiscard]] ClassFigure *figure() const { return figure_; }
    [[nodiscard]] EvaluationService &service() { return service_; }

    // The point that judges the project's clips, and whether weights or thresholds have been moved since it was stored.
    void setChosen(const QString &point, bool isChanged);
    // Writes the report that is shown; the suffix says as what.
    void save(const QString &file);
    // Asks what of the project is to be written for other programs, and writes it.
    void exportSome(ExportContent content);

public Q_SLOTS:
    void measure();

Q_SIGNALS:
    void clipAsked(const QString &name, int event);
    void tuningAsked();             // there is no point yet
    void said(const QString &text); // what has become of a file, also where the panel is hidden

protected:
    void showEvent(QShowEvent *event) override;

private:
    [[nodiscard]] QWidget *makeControls();
    [[nodiscard]] QWidget *makeButtons();
    [[nodiscard]] QWidget *makeChanges();
    void connectService();
    void followProject();
    void followFigures();
    void followChosen();
    void showAge();
    [[nodiscard]] QString chosenText() const;
    void askForFile(const QString &suffix, const QString &filter);
    void take(const std::shared_ptr<const EvaluationContents> &contents);
    void forget();
    void notify(const QString &text);
    void notifyOfFile(const QString &text); // above the report's warnings, which stay
    void showNothing(QString text, bool canBeTuned);

    Document &document_;
    EvaluationService service_;
    std::shared_ptr<const OpenProject> project_; // null: none
    std::shared_ptr<const Report> report_;       // null: none yet
    bool isDue_ = false;                         // once it is seen
    Paced measuring_;
    QString chosen_;             // empty: none
    bool isChosenMoved_ = false; // weights or thresholds were, and are not saved
    QString measuredAt_;         // the chosen point of the figures that are shown; empty: another was asked for
    bool areFiguresOld_ = false; // scores or points have changed since
    ReportTableModel *tableModel_;
    TagChangeModel *changeModel_;
    FittedTable *table_ = nullptr;
    FittedTable *changes_ = nullptr;
    ClassFigure *figure_;
    QTextBrowser *provenance_;
    QTabWidget *tabs_;
    QComboBox *point_;
    QComboBox *against_;
    QComboBox *split_;
    QComboBox *truth_;
    QProgressBar *progress_;
    QPushButton *cancel_;
    QPushButton *again_;
    QList<QPushButton *> saves_;
    QLabel *summary_;
    QLabel *message_;
    QLabel *age_;
    QScrollArea *messageArea_;
    EmptyState *nothing_; // in the place of figures
};

} // namespace tagscope::ui
