// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/menus.h"

#include "ui/base/mnemonics.h"

#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>
#include <algorithm>
#include <map>
#include <utility>

namespace tagscope::ui {

namespace {

constexpr int kPlacesOfGroup = 100;

class Menus {
    Q_DECLARE_TR_FUNCTIONS(Menus)
};

void fill(QMenu &menu, std::vector<Entry> entries) {
    std::ranges::stable_sort(entries, {}, &Entry::place);
    for (std::size_t k = 0; k < entries.size(); ++k) {
        if (k > 0 && entries[k].place / kPlacesOfGroup != entries[k - 1].place / kPlacesOfGroup)
            menu.addSeparator();
        menu.addAction(entries[k].action);
    }
    makeDistinct(menu);
}

} // namespace

void makeMenus(QMenuBar &bar, std::vector<Entry> entries) {
    std::map<QString, std::vector<Entry>> ofMenu;
    for (Entry &entry : entries)
        ofMenu[entry.menu].push_back(std::move(entry));
    const std::vector<std::pair<QString, QString>> menus{
        {QStringLiteral("file"), Menus::tr("&File")},       {QStringLiteral("edit"), Menus::tr("&Edit")},
        {QStringLiteral("project"), Menus::tr("&Project")}, {QStringLiteral("clip"), Menus::tr("&Clip")},
        {QStringLiteral("play"), Menus::tr("Pla&y")},       {QStringLiteral("audit"), Menus::tr("A&udit")},
        {QStringLiteral("regions"), Menus::tr("&Regions")}, {QStringLiteral("view"), Menus::tr("&View")},
        {QStringLiteral("help"), Menus::tr("&Help")}};
    for (const auto &[name, title] : menus) {
        QMenu *menu = bar.addMenu(title);
        menu->setObjectName(name);
        fill(*menu, std::move(ofMenu[name]));
        ofMenu.erase(name);
    }
    Q_ASSERT(ofMenu.empty()); // no entry names a menu that is none
}

} // namespace tagscope::ui
