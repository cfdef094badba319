// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTextBrowser>
#include <vector>

namespace tagscope::ui {

// A chapter of the user guide, a Markdown file of resources/guide/LANGUAGE.
struct GuideChapter {
    QString file; // absolute
    QString title;
};

// In the order of their files' names; none where the guide is not installed. `language`: "en" or "de".
[[nodiscard]] std::vector<GuideChapter> guideChapters(const QString &language);

// Shows chapters by their files, with pictures no wider than itself, and one page of the program's own at ownPage().
class GuideBrowser : public QTextBrowser {
    Q_OBJECT

public:
    explicit GuideBrowser(QString ownHtml, QWidget *parent = nullptr);

    [[nodiscard]] static QUrl ownPage();

protected:
    QVariant loadResource(int type, const QUrl &name) override;

private:
    QString ownHtml_;
};

} // namespace tagscope::ui
