// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace tagscope::ui {

// The files of a kind that were opened last, newest first, in the user's settings. GUI thread.
class RecentFiles {
public:
    static constexpr qsizetype kKept = 10;

    [[nodiscard]] static RecentFiles media();
    [[nodiscard]] static RecentFiles projects();

    [[nodiscard]] QStringList files() const;
    void add(const QStringList &files) const;
    void clear() const;

private:
    explicit RecentFiles(QString key) : key_(std::move(key)) {}

    QString key_;
};

} // namespace tagscope::ui
