// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/mnemonics.h"

#include <QAction>
#include <QMenu>
#include <QSet>

namespace tagscope::ui {

namespace {

// Where the letter of the mnemonic stands; -1 where there is none.
qsizetype mnemonicIn(const QString &text) {
    for (qsizetype i = text.indexOf(QLatin1Char('&')); i >= 0; i = text.indexOf(QLatin1Char('&'), i + 2))
        if (i + 1 < text.size() && text[i + 1] != QLatin1Char('&'))
            return i + 1;
    return -1;
}

qsizetype freeLetterIn(const QString &text, const QSet<QChar> &taken) {
    for (const bool isBeginning : {true, false})
        for (qsizetype i = 0; i < text.size(); ++i) {
            const bool beginsWord = i == 0 || !text[i - 1].isLetterOrNumber();
            if (text[i].isLetterOrNumber() && beginsWord == isBeginning && !taken.contains(text[i].toLower()))
                return i;
        }
    return -1;
}

} // namespace

QString withoutMnemonic(QString text) {
    text.replace(QStringLiteral("&&"), QStringLiteral("\n"));
    text.remove(QLatin1Char('&'));
    text.replace(QLatin1Char('\n'), QLatin1Char('&'));
    text.remove(QStringLiteral("…"));
    return text;
}

void makeDistinct(QMenu &menu) {
    QSet<QChar> taken;
    for (QAction *action : menu.actions()) {
        QString text = action->text();
        const qsizetype at = mnemonicIn(text);
        if (at < 0)
            continue;
        if (!taken.contains(text[at].toLower())) {
            taken.insert(text[at].toLower());
            continue;
        }
        text.remove(at - 1, 1);
        const qsizetype other = freeLetterIn(text, taken);
        if (other >= 0) {
            taken.insert(text[other].toLower());
            text.insert(other, QLatin1Char('&'));
        }
        action->setText(text);
    }
}

} // namespace tagscope::ui
