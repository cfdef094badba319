// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/elan_document.h"

#include "core/base/try.h"
#include "core/formats/label_cells.h"
#include "core/formats/region_format.h"
#include "core/formats/text_content.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <pugixml.hpp>
#include <set>
#include <sstream>

namespace tagscope {
namespace {

using Slots = std::map<std::string, std::optional<std::int64_t>>; // times in milliseconds, by id

tl::unexpected<Error> malformed(const std::filesystem::path &file, const Message &what) {
    return fail(Error::Kind::Malformed, {"base.within", file, what});
}

Slots slotsIn(const pugi::xml_node &root) {
    Slots slots;
    for (const pugi::xml_node &slot : root.child("TIME_ORDER").children("TIME_SLOT")) {
        const std::optional<double> value = numberOf(slot.attribute("TIME_VALUE").value());
        const bool isTime = value && *value >= 0.0 && *value < 1e15; // 30,000 years
        slots[slot.attribute("TIME_SLOT_ID").value()] =
            isTime ? std::optional(static_cast<std::int64_t>(*value)) : std::nullopt;
    }
    return slots;
}

Result<TimedLabel> labelOf(const std::filesystem::path &file, const pugi::xml_node &annotation, const Slots &slots) {
    const std::string id = annotation.attribute("ANNOTATION_ID").value();
    const auto timeOf = [&slots](const char *slot) -> std::optional<std::int64_t> {
        const auto at = slots.find(slot);
        return at == slots.end() ? std::nullopt : at->second;
    };
    const std::optional<std::int64_t> from = timeOf(annotation.attribute("TIME_SLOT_REF1").value());
    const std::optional<std::int64_t> to = timeOf(annotation.attribute("TIME_SLOT_REF2").value());
    if (!from || !to)
        return malformed(file, {"formats.annotation_without_time", id});
    if (*to < *from)
        return malformed(file, {"formats.annotation_out_of_order", id});
    return TimedLabel{Seconds(static_cast<double>(*from) / 1000),
                      Seconds(static_cast<double>(*to) / 1000),
                      annotation.child_value("ANNOTATION_VALUE"),
                      {},
                      {}};
}

std::int64_t milliseconds(Seconds time) {
    return std::llround(time.count() * 1000);
}

Result<void> requireApart(const ElanTier &tier) {
    std::vector<TimedLabel> labels = tier.labels;
    std::sort(labels.begin(), labels.end(), [](const TimedLabel &a, const TimedLabel &b) { return a.onset < b.onset; });
    std::int64_t last = 0;
    for (const TimedLabel &label : labels) {
        if (milliseconds(label.onset) < last || milliseconds(label.offset) <= milliseconds(label.onset))
            return fail(Error::Kind::Inconsistent,
                        {"formats.not_for_elan", label.label, shortestText(label.onset.count()), tier.name});
        last = milliseconds(label.offset);
    }
    return {};
}

// A slot for each time that occurs, in their order.
std::map<std::int64_t, std::string> slotsOf(const ElanDocument &document) {
    std::set<std::int64_t> times;
    for (const ElanTier &tier : document.tiers)
        for (const TimedLabel &label : tier.labels) {
            times.insert(milliseconds(label.onset));
            times.insert(milliseconds(label.offset));
        }
    std::map<std::int64_t, std::string> slots;
    for (const std::int64_t time : times)
        slots.emplace(time, "ts" + std::to_string(slots.size() + 1));
    return slots;
}

void addHeader(pugi::xml_node &root, const ElanDocument &document) {
    pugi::xml_node header = root.append_child("HEADER");
    header.append_attribute("MEDIA_FILE") = "";
    header.append_attribute("TIME_UNITS") = "milliseconds";
    if (document.mediaUrl.empty())
        return;
    pugi::xml_node media = header.append_child("MEDIA_DESCRIPTOR");
    media.append_attribute("MEDIA_URL") = document.mediaUrl.c_str();
    media.append_attribute("MIME_TYPE") = document.mimeType.c_str();
    if (!document.mediaPath.empty())
        media.append_attribute("RELATIVE_MEDIA_URL") = document.mediaPath.c_str();
}

} // namespace

Result<ElanDocument> readElan(const std::filesystem::path &file) {
    const std::string text = TAGSCOPE_TRY(readText(file));
    pugi::xml_document xml;
    const pugi::xml_parse_result parsed =
        xml.load_buffer(text.data(), text.size(), pugi::parse_default, pugi::encoding_utf8);
    if (!parsed)
        return malformed(file, {"formats.not_xml", parsed.description(), parsed.offset});
    const pugi::xml_node root = xml.child("ANNOTATION_DOCUMENT");
    if (!root)
        return malformed(file, "formats.not_elan");
    ElanDocument document;
    document.author = root.attribute("AUTHOR").value();
    document.date = root.attribute("DATE").value();
    const pugi::xml_node media = root.child("HEADER").child("MEDIA_DESCRIPTOR");
    document.mediaUrl = media.attribute("MEDIA_URL").value();
    document.mediaPath = media.attribute("RELATIVE_MEDIA_URL").value();
    document.mimeType = media.attribute("MIME_TYPE").value();
    const Slots slots = slotsIn(root);
    for (const pugi::xml_node &node : root.children("TIER")) {
        ElanTier tier{node.attribute("TIER_ID").value(), {}};
        for (const pugi::xml_node &annotation : node.children("ANNOTATION")) {
            const pugi::xml_node alignable = annotation.child("ALIGNABLE_ANNOTATION");
            if (!alignable)
                continue;
            TimedLabel label = TAGSCOPE_TRY(labelOf(file, alignable, slots));
            tier.labels.push_back(std::move(label));
        }
        document.tiers.push_back(std::move(tier));
    }
    return document;
}

Result<std::string> elanText(const ElanDocument &document) {
    constexpr const char *kSchema = "http://www.mpi.nl/tools/elan/EAFv3.0.xsd";
    for (const ElanTier &tier : document.tiers)
        TAGSCOPE_TRY(requireApart(tier));
    pugi::xml_document xml;
    pugi::xml_node declaration = xml.append_child(pugi::node_declaration);
    declaration.append_attribute("version") = "1.0";
    declaration.append_attribute("encoding") = "UTF-8";
    pugi::xml_node root = xml.append_child("ANNOTATION_DOCUMENT");
    root.append_attribute("AUTHOR") = document.author.c_str();
    root.append_attribute("DATE") = document.date.c_str();
    root.append_attribute("FORMAT") = "3.0";
    root.append_attribute("VERSION") = "3.0";
    root.append_attribute("xmlns:xsi") = "http://www.w3.org/2001/XMLSchema-instance";
    root.append_attribute("xsi:noNamespaceSchemaLocation") = kSchema;
    addHeader(root, document);

    const std::map<std::int64_t, std::string> slots = slotsOf(document);
    pugi::xml_node order = root.append_child("TIME_ORDER");
    for (const auto &[time, id] : slots) {
        pugi::xml_node slot = order.append_child("TIME_SLOT");
        slot.append_attribute("TIME_SLOT_ID") = id.c_str();
        slot.append_attribute("TIME_VALUE") = static_cast<long long>(time);
    }
    std::size_t number = 0;
    for (const ElanTier &tier : document.tiers) {
        pugi::xml_node node = root.append_child("TIER");
        node.append_attribute("LINGUISTIC_TYPE_REF") = "default-lt";
        node.append_attribute("TIER_ID") = tier.name.c_str();
        for (const TimedLabel &label : tier.labels) {
            pugi::xml_node annotation = node.append_child("ANNOTATION").append_child("ALIGNABLE_ANNOTATION");
            annotation.append_attribute("ANNOTATION_ID") = ("a" + std::to_string(++number)).c_str();
            annotation.append_attribute("TIME_SLOT_REF1") = slots.at(milliseconds(label.onset)).c_str();
            annotation.append_attribute("TIME_SLOT_REF2") = slots.at(milliseconds(label.offset)).c_str();
            annotation.append_child("ANNOTATION_VALUE").text() = label.label.c_str();
        }
    }
    pugi::xml_node type = root.append_child("LINGUISTIC_TYPE");
    type.append_attribute("GRAPHIC_REFERENCES") = "false";
    type.append_attribute("LINGUISTIC_TYPE_ID") = "default-lt";
    type.append_attribute("TIME_ALIGNABLE") = "true";
    std::ostringstream stream;
    xml.save(stream, "  ", pugi::format_default, pugi::encoding_utf8);
    return stream.str();
}

RegionFormat elanRegions() {
    const auto read = [](const std::filesystem::path &file) {
        return readElan(file).map([](const ElanDocument &document) { return labelsOfTiers(document.tiers); });
    };
    const auto write = [](RegionFormat::Regions regions, const RegionsContext &context) {
        const RegionsOfClip &clip = regions.front();
        ElanDocument document;
        document.author = context.annotator.empty() ? "tagscope" : context.annotator;
        document.date = context.date;
        if (!clip.media.empty()) {
            document.mediaUrl = "file://" + clip.media.string();
            document.mediaPath = "./" + clip.media.filename().string();
            document.mimeType = clip.media.extension() == ".wav" ? "audio/x-wav" : "video/mp4";
        }
        for (const std::string &event : context.events) {
            ElanTier tier{event, {}};
            std::ranges::copy_if(clip.labels, std::back_inserter(tier.labels),
                                 [&event](const TimedLabel &label) { return label.label == event; });
            if (!tier.labels.empty())
                document.tiers.push_back(std::move(tier));
        }
        return elanText(document);
    };
    return {"elan", "ELAN", RegionFormat::Layout::FileForEachClip, {".eaf"}, true, read, write};
}

} // namespace tagscope
