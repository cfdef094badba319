// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/drawn_objects.h"

#include <algorithm>
#include <vector>

namespace tagscope::demo {

std::span<const DrawnObject> drawnObjects() {
    static const std::vector<DrawnObject> all = [] {
        std::vector<DrawnObject> objects;
        for (const std::span<const DrawnObject> some :
             {drawnCars(), drawnTrucks(), drawnBuses(), drawnTrains(), drawnRiders(), drawnThings(), drawnAnimals()})
            objects.insert(objects.end(), some.begin(), some.end());
        std::sort(objects.begin(), objects.end(),
                  [](const DrawnObject &a, const DrawnObject &b) { return a.objectClass < b.objectClass; });
        return objects;
    }();
    return all;
}

const DrawnObject *drawnObject(int objectClass) {
    const std::span<const DrawnObject> all = drawnObjects();
    const auto found = std::lower_bound(all.begin(), all.end(), objectClass, [](const DrawnObject &object, int wanted) {
        return object.objectClass < wanted;
    });
    return found != all.end() && found->objectClass == objectClass ? &*found : nullptr;
}

} // namespace tagscope::demo
