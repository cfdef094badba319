// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/playback/sound_menu.h"

#include "ui/playback/device_output.h"
#include "ui/playback/sound_thread.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>
#include <algorithm>
#include <vector>

namespace tagscope::ui {
namespace {

class SoundMenu {
    Q_DECLARE_TR_FUNCTIONS(SoundMenu)
};

void fillDevices(QMenu &menu) {
    menu.clear();
    if (!hasSoundServer()) {
        menu.addAction(SoundMenu::tr("There is no sound device"))->setEnabled(false);
        return;
    }
    auto *group = new QActionGroup(&menu);
    const QByteArray chosen = SoundThread::instance().chosen();
    const auto add = [&menu, group, &chosen](QString name, const QByteArray &id) {
        QAction *entry = menu.addAction(name.replace(QLatin1Char('&'), QStringLiteral("&&")));
        entry->setCheckable(true);
        entry->setChecked(id == chosen);
        group->addAction(entry);
        QObject::connect(entry, &QAction::triggered, &menu, [id] { SoundThread::instance().choose(id); });
    };
    add(SoundMenu::tr("The system's default"), {});
    menu.addSeparator();
    const std::vector<SoundDevice> devices = SoundThread::instance().devices();
    for (const SoundDevice &device : devices)
        add(device.name, device.id);
    if (!chosen.isEmpty() && std::ranges::find(devices, chosen, &SoundDevice::id) == devices.end())
        add(SoundMenu::tr("%1 (not there: the default is used)").arg(QString::fromUtf8(chosen)), chosen);
}

} // namespace

void offerSoundDevices(QMenu &menu) {
    QObject::connect(&menu, &QMenu::aboutToShow, &menu, [&menu] { fillDevices(menu); });
    menu.addAction(SoundMenu::tr("The system's default"))->setEnabled(false); // until it is opened
}

} // namespace tagscope::ui
