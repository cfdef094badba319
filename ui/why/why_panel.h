// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/clip_analysis.h"
#include "ui/document/shown_clip.h"
#include "ui/document/sources.h"
#include "ui/document/view_state.h"

#include <QWidget>
#include <functional>
#include <memory>

class QComboBox;
class QLabel;
class QSortFilterProxyModel;
class QStackedWidget;
class QToolButton;

namespace tagscope::ui {

class FittedTable;
class EventTableModel;
class WhyChain;

// "Why": what has to be known of the figures, the table of the clip's events, everything behind the chosen one, and the
// clip's notes. The event chosen in the table is the view's, in both directions.
class WhyPanel : public QWidget {
    Q_OBJECT

public:
    WhyPanel(const Sources &sources, ViewState &view, QWidget *parent = nullptr);

    // Who answers for a clip; asked with each clip that is set.
    using FindExplain = std::function<ExplainFunction(const ShownClip &shown)>;
    void setExplain(FindExplain find) { findExplain_ = std::move(find); }
    [[nodiscard]] WhyChain &chain() { return *chain_; }

    // Nothing without an analysis.
    void setClip(const ShownClip &shown);
    // The same clip, of which something else has to be known.
    void setNotice(const ShownClip &shown);

Q_SIGNALS:
    // From a run's activations to those of the project's own models.
    void ownModelsAsked();
    // From the clip as a person changed it to its analysis.
    void analysisAsked();

private:
    enum Order { MostProbableFirst, ClassOrder };

    QWidget *makeBanner();
    QWidget *makeEvents();
    QWidget *makeChain();
    void showNotes(const ClipAnalysis *clip);
    void sort(int order);
    void chooseFromTable();
    void followView();

    ViewState &view_;
    EventTableModel *events_;
    QSortFilterProxyModel *sorted_;
    FittedTable *eventTable_;
    WhyChain *chain_;
    FindExplain findExplain_;
    QComboBox *order_;
    QLabel *notes_;
    QWidget *bannerFrame_;
    QLabel *banner_;
    QToolButton *ownModels_;
    QToolButton *analysed_;
    QWidget *notesFrame_;
    QStackedWidget *pages_; // nothing open; the tables
};

} // namespace tagscope::ui
