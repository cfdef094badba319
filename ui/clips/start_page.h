// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <utility>
#include <vector>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace tagscope::ui {

// What stands in the window while nothing is open: what can be opened, and how.
class StartPage : public QWidget {
    Q_OBJECT

public:
    explicit StartPage(QWidget *parent = nullptr);

    void setRecent(const QStringList &projects, const QStringList &media);
    // Of the recent ones: they are not where they were.
    void setMissing(const QStringList &files);
    // Something to know at the start; empty: nothing.
    void setNotice(const QString &text);

Q_SIGNALS:
    void openAsked();
    void projectAsked();
    void newProjectAsked();
    void demoAsked();
    void recentProjectAsked(const QString &file);
    void modelsAsked();
    void recentAsked(const QString &file);

private:
    void addRecent(const QString &title, const QStringList &files, void (StartPage::*asked)(const QString &));

    void show(QPushButton &button, const QString &file, bool isMissing) const;

    QLabel *notice_;
    QVBoxLayout *recent_;
    std::vector<std::pair<QPushButton *, QString>> files_; // the recent ones
};

} // namespace tagscope::ui
