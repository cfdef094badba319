// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stages/clip_mapping.h"

#include "ui/base/shown_table.h"
#include "ui/base/text.h"
#include "ui/tracks/object_table_model.h"

#include <QStringList>
#include <algorithm>
#include <cmath>
#include <utility>

namespace tagscope::ui {

namespace {

// The rows of the clip's objects; empty where one is outside.
Matrix rowsOf(const Matrix &all, const std::vector<MappedObject> &objects, std::size_t columns) {
    if (all.columns != columns)
        return {};
    Matrix rows(objects.size(), columns);
    for (std::size_t i = 0; i < objects.size(); ++i) {
        const auto object = static_cast<std::size_t>(objects[i].index);
        if (objects[i].index < 0 || object >= all.rows)
            return {};
        std::ranges::copy(all.row(object), rows.row(i).begin());
    }
    return rows;
}

} // namespace

double ClipMapping::flow(std::size_t object, std::size_t event) const {
    return share.empty() ? 0.0 : static_cast<double>(share(object, event) * clip->video->objects[object].probability);
}

double ClipMapping::lost(std::size_t object) const {
    double given = 0.0;
    for (std::size_t k = 0; k < events(); ++k)
        given += flow(object, k);
    return std::max(static_cast<double>(clip->video->objects[object].probability) - given, 0.0);
}

ClipMapping mappingOf(std::shared_ptr<const ClipAnalysis> clip, const Matrix *cosine) {
    ClipMapping mapping{std::move(clip), {}, {}};
    if (mapping.objects() == 0)
        return mapping;
    const std::vector<MappedObject> &objects = mapping.clip->video->objects;
    if (cosine != nullptr)
        mapping.cosine = rowsOf(*cosine, objects, mapping.events());
    MappingOptions options = mapping.clip->settings.mapping;
    options.table = rowsOf(options.table, objects, mapping.events());
    const bool isKnown = options.rule == MappingRule::Table ? !options.table.empty() : !mapping.cosine.empty();
    if (!isKnown)
        return mapping;
    if (Result<Matrix> share = mappingShares(mapping.cosine, options))
        mapping.share = std::move(*share);
    return mapping;
}

QByteArray flowCsv(const ClipMapping &mapping) {
    if (mapping.objects() == 0)
        return {};
    const auto number = [](double value) { return QString::number(value, 'g', 9); };
    QByteArray csv = csvLine({QStringLiteral("object"), QStringLiteral("probability"), QStringLiteral("event"),
                              QStringLiteral("cosine"), QStringLiteral("share"), QStringLiteral("flow")});
    for (std::size_t i = 0; i < mapping.objects(); ++i) {
        const MappedObject &object = mapping.clip->video->objects[i];
        for (std::size_t k = 0; k < mapping.events(); ++k) {
            const double cosine = mapping.cosine.empty() ? std::nan("") : static_cast<double>(mapping.cosine(i, k));
            csv +=
                csvLine({nameOfObject(*mapping.clip, object.index), number(static_cast<double>(object.probability)),
                         toText(mapping.clip->settings.events[k].name), std::isnan(cosine) ? QString() : number(cosine),
                         mapping.share.empty() ? QString() : number(static_cast<double>(mapping.share(i, k))),
                         mapping.share.empty() ? QString() : number(mapping.flow(i, k))});
        }
    }
    return csv;
}

} // namespace tagscope::ui
