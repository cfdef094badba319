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

    void setRecent(const QStringList &files);

Q_SIGNALS:
    void openAsked();
    void recentAsked(const QString &file);

private:
    QPushButton *open_;
    QVBoxLayout *recent_;
};

} // namespace tagscope::ui
