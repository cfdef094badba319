#pragma once

#include <QStringList>

namespace tagscope::ui {

// The files that were opened last, newest first, in the user's settings. GUI thread.
class RecentMedia {
public:
    static constexpr qsizetype kKept = 10;

    [[nodiscard]] static QStringList files();
    static void add(const QStringList &files);
    static void clear();
};

} // namespace tagscope::ui
