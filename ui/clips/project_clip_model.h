// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/clips/clip_filter.h"
#include "ui/clips/clip_judge.h"
#include "ui/document/clip_progress.h"
#include "ui/document/document.h"

#include <QAbstractTableModel>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

namespace tagscope::ui {

// The clips of the open project that pass the filter, in a chosen order, what is known of each, and how far its
// analysis is. Filters and sorts by itself: a proxy tells of each run of rows that it hides, which takes seconds for
// 50,000. GUI thread.
class ProjectClipModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, Split, Labels, Tags, Disagreed, Margin, HeardLabels, Duration, State, ColumnCount };
    static constexpr int kAsAdded = -1; // in place of a column to sort by

    using QAbstractTableModel::QAbstractTableModel;

    void setProject(std::shared_ptr<const OpenProject> project); // null: none
    void setFilter(const ClipFilter &filter);
    [[nodiscard]] const ClipFilter &filter() const { return filter_; }
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override; // kAsAdded: as they were added

    // Of all clips, in the project's order; those without scores keep what is known of them from elsewhere.
    void setJudgements(const ClipJudge::Judgements &judgements);
    // Do nothing for an id that the project does not have, as all that follow.
    void setSplits(const std::vector<SplitOfClip> &splits);
    void setLabels(const std::vector<std::pair<ClipId, int>> &labels, bool isGiven);
    void setPlaces(const std::vector<FoundMedia> &places);
    void setProgress(ClipId clip, const ClipProgress &progress);
    [[nodiscard]] const ClipProgress &progress(ClipId clip) const; // Untouched for an unknown id

    [[nodiscard]] std::optional<ClipId> clipAt(int row) const;
    [[nodiscard]] std::optional<int> rowOf(ClipId clip) const; // nothing where the filter hides it
    [[nodiscard]] const LabelledClip *find(ClipId clip) const; // null for an unknown id; until the clip changes
    [[nodiscard]] const ClipJudgement *judgement(ClipId clip) const;
    [[nodiscard]] std::size_t allClips() const { return clips_.size(); }
    [[nodiscard]] const std::vector<EventClass> &classes() const;
    [[nodiscard]] std::vector<QString> splits() const; // that occur, ascending

    [[nodiscard]] QString labelsText(ClipId clip) const;
    [[nodiscard]] QString tagsText(ClipId clip) const;  // a sentence; empty where they are not known
    [[nodiscard]] QString stateText(ClipId clip) const; // a sentence or two

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void splitsChanged(); // which there are

private:
    struct Row {
        std::shared_ptr<const LabelledClip> labelled; // as it is now; shared with the project until it is changed
        QString split;
        QString searchText;
        ClipJudgement judgement;
        ClipProgress progress;
    };

    [[nodiscard]] const Row &at(int position) const { return clips_[static_cast<std::size_t>(position)]; }
    [[nodiscard]] Row *rowFor(ClipId clip);
    [[nodiscard]] const Row *rowFor(ClipId clip) const;
    [[nodiscard]] QString eventNames(const std::vector<int> &events) const;
    [[nodiscard]] QString text(const Row &row, int column) const;
    [[nodiscard]] QString toolTip(const Row &row, int column) const;
    [[nodiscard]] QString disagreementText(const ClipJudgement &judgement, bool isLong) const;
    [[nodiscard]] QString heardText(const Row &row) const;
    [[nodiscard]] QString stateText(const Row &row) const;
    [[nodiscard]] QString outcomeText(const Row &row) const;
    [[nodiscard]] bool dependsOn(Column column) const; // what is shown, and in which order

    void order();
    void showRows(std::vector<int> rows);
    [[nodiscard]] std::vector<int> passing() const;
    // What the filter and the order look at has changed.
    void arrangeAnew();

    std::shared_ptr<const OpenProject> project_;
    std::vector<Row> clips_;                    // in the project's order
    std::unordered_map<ClipId, int> positions_; // in clips_
    ClipFilter filter_;
    int sortColumn_ = kAsAdded;
    Qt::SortOrder sortOrder_ = Qt::AscendingOrder;
    std::vector<int> ordered_; // positions of all clips, in order
    std::vector<int> rows_;    // of those that are shown
    std::vector<int> rowsOf_;  // by position; -1: hidden
};

} // namespace tagscope::ui
