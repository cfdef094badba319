#pragma once

#include "ui/services/clip_progress.h"
#include "ui/services/project_session.h"

#include <QAbstractListModel>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

namespace tagscope::ui {

// The clips of the open project that pass the filter, in a chosen order, and how far each one's analysis is. Filters
// and sorts by itself: a proxy tells of each run of rows that it hides, which takes seconds for 50,000. GUI thread.
class ProjectClipModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum class Order { AsAdded, Name, Split, Labels, State };
    Q_ENUM(Order)

    enum Role { StateRole = Qt::UserRole };

    struct Filter {
        std::optional<QString> split; // nothing: all
        QString text;                 // words that are all in the name, the split or the labels; case does not matter
    };

    using QAbstractListModel::QAbstractListModel;

    void setProject(std::shared_ptr<const OpenProject> project); // null: none
    void setFilter(const Filter &filter);
    void setOrder(Order order);

    // Does nothing for an id that the project does not have.
    void setProgress(ClipId clip, const ClipProgress &progress);
    [[nodiscard]] const ClipProgress &progress(ClipId clip) const; // Untouched for an unknown id

    [[nodiscard]] std::optional<ClipId> clipAt(int row) const;
    [[nodiscard]] std::optional<int> rowOf(ClipId clip) const; // nothing where the filter hides it
    [[nodiscard]] const LabelledClip *find(ClipId clip) const; // null for an unknown id
    [[nodiscard]] std::size_t allClips() const { return progress_.size(); }

    [[nodiscard]] QString labelsText(ClipId clip) const;
    [[nodiscard]] QString stateText(ClipId clip) const; // a sentence or two

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] const LabelledClip &clip(int position) const;
    [[nodiscard]] bool passes(int position, const QStringList &words) const;
    [[nodiscard]] QString eventNames(const std::vector<int> &events) const;
    void sort(std::vector<int> &positions) const;
    void rebuild();

    std::shared_ptr<const OpenProject> project_;
    std::unordered_map<ClipId, int> positions_; // in the project's list of clips
    std::vector<ClipProgress> progress_;        // by position
    Filter filter_;
    Order order_ = Order::AsAdded;
    std::vector<int> rows_;   // positions of the clips that are shown
    std::vector<int> rowsOf_; // by position; -1: hidden
};

} // namespace tagscope::ui
