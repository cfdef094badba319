// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/keys_dialog.h"

#include "ui/base/export.h"
#include "ui/base/key_faces.h"
#include "ui/base/track_gestures.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QPointer>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

namespace tagscope::ui {

KeysDialog::KeysDialog(QMainWindow &window)
    : QDialog(&window), window_(window), model_(new KeyListModel(this)), sorted_(new QSortFilterProxyModel(this)),
      search_(new QLineEdit), table_(new QTableView), name_(new QLabel), keys_(new QKeySequenceEdit),
      assign_(new QPushButton(tr("&Assign"))), clear_(new QPushButton(tr("&No key"))),
      reset_(new QPushButton(tr("&Default key"))), resetAll_(new QPushButton(tr("&Reset all keys"))),
      message_(new QLabel) {
    setObjectName(QStringLiteral("keys"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Keys"));
    search_->setObjectName(QStringLiteral("search"));
    search_->setPlaceholderText(tr("Search for an action, or for a key such as Ctrl+O"));
    search_->setAccessibleName(tr("Search keys"));
    search_->setClearButtonEnabled(true);
    sorted_->setSourceModel(model_);
    sorted_->setFilterKeyColumn(-1); // all
    sorted_->setFilterCaseSensitivity(Qt::CaseInsensitive);
    sorted_->setSortLocaleAware(true);
    table_->setObjectName(QStringLiteral("keyTable"));
    table_->setAccessibleName(tr("Keys"));
    table_->setModel(sorted_);
    table_->setSortingEnabled(true);
    table_->sortByColumn(KeyListModel::Place, Qt::AscendingOrder);
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setSelectionMode(QAbstractItemView::SingleSelection);
    table_->setAlternatingRowColors(true);
    table_->setShowGrid(false);
    table_->setTabKeyNavigation(false);
    table_->verticalHeader()->hide();
    table_->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 4 / 3);
    table_->horizontalHeader()->setStretchLastSection(true);
    offerExport(*table_, QStringLiteral("keys"));

    auto *gestures = new QLabel(trackGestures());
    gestures->setTextFormat(Qt::RichText);
    gestures->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto *rows = new QVBoxLayout(this);
    rows->addWidget(search_);
    rows->addWidget(table_, 1);
    rows->addWidget(makeEditor());
    rows->addWidget(gestures);
    rows->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(search_, &QLineEdit::textChanged, this, &KeysDialog::search);
    connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this, &KeysDialog::choose);
    const int line = fontMetrics().height();
    resize(40 * line, 40 * line);
    read();
    table_->resizeColumnsToContents();
    choose();
    search_->setFocus();
}

QWidget *KeysDialog::makeEditor() {
    keys_->setObjectName(QStringLiteral("newKeys"));
    keys_->setAccessibleName(tr("New keys"));
    assign_->setObjectName(QStringLiteral("assign"));
    clear_->setObjectName(QStringLiteral("noKey"));
    reset_->setObjectName(QStringLiteral("reset"));
    resetAll_->setObjectName(QStringLiteral("resetAll"));
    message_->setObjectName(QStringLiteral("message"));
    message_->setWordWrap(true);
    message_->setTextFormat(Qt::PlainText);
    message_->setMinimumHeight(fontMetrics().lineSpacing());
    for (QPushButton *button : {assign_, clear_, reset_, resetAll_})
        button->setAutoDefault(false); // Enter in the search presses none of them
    auto *line = new QHBoxLayout;
    line->addWidget(keys_, 1);
    line->addWidget(assign_);
    line->addWidget(clear_);
    line->addWidget(reset_);
    line->addWidget(resetAll_);
    auto *part = new QWidget;
    auto *rows = new QVBoxLayout(part);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(name_);
    rows->addLayout(line);
    rows->addWidget(message_);
    connect(keys_, &QKeySequenceEdit::keySequenceChanged, this, &KeysDialog::offer);
    connect(assign_, &QPushButton::clicked, this, &KeysDialog::assign);
    connect(clear_, &QPushButton::clicked, this, [this] {
        keys_->clear();
        assign();
    });
    connect(reset_, &QPushButton::clicked, this, &KeysDialog::resetChosen);
    connect(resetAll_, &QPushButton::clicked, this, &KeysDialog::resetAll);
    return part;
}

void KeysDialog::read() {
    model_->setEntries(keyEntries(window_));
}

void KeysDialog::search(const QString &text) {
    sorted_->setFilterFixedString(text);
}

const KeyEntry *KeysDialog::chosen() const {
    const QModelIndexList rows = table_->selectionModel()->selectedRows();
    if (rows.isEmpty())
        return nullptr;
    return &model_->entries()[static_cast<std::size_t>(sorted_->mapToSource(rows.front()).row())];
}

// One stroke: who types more means to correct the first.
QKeySequence KeysDialog::typed() const {
    const QKeySequence keys = keys_->keySequence();
    return keys.isEmpty() ? keys : QKeySequence(keys[static_cast<uint>(keys.count() - 1)]);
}

void KeysDialog::choose() {
    const KeyEntry *entry = chosen();
    const bool isChosen = entry != nullptr;
    name_->setText(isChosen ? tr("New keys of “%1”:").arg(entry->text) : tr("Choose a row to change its keys."));
    keys_->setEnabled(isChosen);
    clear_->setEnabled(isChosen && !entry->keys.isEmpty());
    reset_->setEnabled(isChosen && entry->isChanged());
    const QSignalBlocker quiet(keys_);
    keys_->clear();
    offer();
}

void KeysDialog::offer() {
    const KeyEntry *entry = chosen();
    const QKeySequence keys = typed();
    assign_->setEnabled(entry != nullptr && !keys.isEmpty());
    message_->clear();
    if (!assign_->isEnabled())
        return;
    QStringList others;
    for (const KeyEntry &other : conflictsWith(model_->entries(), *entry, keys))
        others << tr("“%1”").arg(other.text);
    if (!others.isEmpty())
        message_->setText(tr("⚠ %1 is now the key of %2, which would lose it.")
                              .arg(KeyFaces::instance().text(keys), others.join(QStringLiteral(", "))));
}

void KeysDialog::assign() {
    const KeyEntry *entry = chosen();
    if (entry == nullptr)
        return;
    const QKeySequence keys = typed();
    give(*entry, keys.isEmpty() ? QList<QKeySequence>() : QList<QKeySequence>{keys});
}

void KeysDialog::resetChosen() {
    if (const KeyEntry *entry = chosen())
        give(*entry, entry->own);
}

// Whose keys they were loses them: keys that two entries react to would start neither.
void KeysDialog::give(KeyEntry entry, const QList<QKeySequence> &keys) {
    for (const QKeySequence &key : keys)
        for (const KeyEntry &other : conflictsWith(model_->entries(), entry, key)) {
            QList<QKeySequence> left = other.keys;
            left.removeAll(key);
            chooseKeys(window_, other.id, left);
        }
    chooseKeys(window_, entry.id, keys);
    read();
    choose();
}

void KeysDialog::resetAll() {
    resetAllKeys(window_);
    read();
    choose();
}

void showKeys(QMainWindow *window) {
    static QPointer<KeysDialog> open;
    if (open && open->parent() == window) {
        open->raise();
        open->activateWindow();
        return;
    }
    open = new KeysDialog(*window);
    open->show();
}

} // namespace tagscope::ui
