#pragma once

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace tagscope::ui {

// What stands in the window while nothing is open: what can be opened, and how.
class StartPage : public QWidget {
    Q_OBJECT

public:
    explicit StartPage(QWidget *parent = nullptr);

    void setRecent(const QStringList &projects, const QStringList &media);

Q_SIGNALS:
    void openAsked();
    void projectAsked();
    void demoAsked();
    void recentProjectAsked(const QString &file);
    void recentAsked(const QString &file);

private:
    void addRecent(const QString &title, const QStringList &files, void (StartPage::*asked)(const QString &));

    QPushButton *open_;
    QVBoxLayout *recent_;
};

} // namespace tagscope::ui
