#pragma once

#include "core/analysis/clip_analysis.h"
#include "ui/services/view_state.h"

#include <QWidget>
#include <memory>

class QComboBox;
class QLabel;
class QSortFilterProxyModel;
class QStackedWidget;
class QTableView;

namespace tagscope::ui {

class EventTableModel;
class ObjectTableModel;

// "Why": the clip's notes, the table of its events and the table of its objects. The event chosen in the table is the
// view's, in both directions.
class WhyPanel : public QWidget {
    Q_OBJECT

public:
    explicit WhyPanel(ViewState &view, QWidget *parent = nullptr);

    void setClip(const std::shared_ptr<const ClipAnalysis> &clip); // null: nothing

private:
    enum Order { MostProbableFirst, ClassOrder };

    QWidget *makeEvents();
    QWidget *makeObjects();
    void showNotes(const ClipAnalysis *clip);
    void sort(int order);
    void chooseFromTable();
    void followView();

    ViewState &view_;
    EventTableModel *events_;
    QSortFilterProxyModel *sorted_;
    ObjectTableModel *objects_;
    QTableView *eventTable_;
    QTableView *objectTable_;
    QComboBox *order_;
    QLabel *noObjects_;
    QLabel *notes_;
    QWidget *notesFrame_;
    QStackedWidget *pages_; // nothing open; the tables
};

} // namespace tagscope::ui
