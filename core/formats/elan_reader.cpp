// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/elan_document.h"

#include "core/base/try.h"
#include "core/formats/label_cells.h"
#include "core/formats/text_content.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <pugixml.hpp>
#include <unordered_map>
#include <utility>

namespace tagscope {
namespace {

using Milliseconds = double;

tl::unexpected<Error> notElan(const std::filesystem::path &file, const Message &what) {
    return fail(Error::Kind::Malformed, {"base.within", file, what});
}

Milliseconds unitOf(const pugi::xml_node &header) {
    const std::string_view unit = header.attribute("TIME_UNITS").value();
    return unit == "PAL-frames" ? 40.0 : unit == "NTSC-frames" ? 1001.0 / 30.0 : 1.0;
}

// An annotation while its times are being found.
struct ElanAnnotation {
    std::string id;
    std::string text;
    std::string slots[2]; // empty for one that refers to another
    std::string parent;
    std::string previous; // of the same parent, which then share its time
    std::optional<std::pair<Milliseconds, Milliseconds>> times;
    bool isSpread = false;
};

class ElanReader {
public:
    explicit ElanReader(const pugi::xml_node &root) : root_(root) {
        const pugi::xml_node header = root.child("HEADER");
        const Milliseconds unit = unitOf(header);
        const Milliseconds origin =
            numberOf(header.child("MEDIA_DESCRIPTOR").attribute("TIME_ORIGIN").value()).value_or(0.0);
        for (const pugi::xml_node &slot : root.child("TIME_ORDER").children("TIME_SLOT")) {
            const std::optional<double> value = numberOf(slot.attribute("TIME_VALUE").value());
            if (value && *value >= 0.0 && *value < 1e15) // 30,000 years
                slots_[slot.attribute("TIME_SLOT_ID").value()] = *value * unit + origin;
        }
        for (const pugi::xml_node &vocabulary : root.children("CONTROLLED_VOCABULARY")) {
            for (const pugi::xml_node &entry : vocabulary.children("CV_ENTRY_ML"))
                entries_[entry.attribute("CVE_ID").value()] = entry.child_value("CVE_VALUE");
        }
    }

    void read(ElanReading &reading) {
        std::vector<std::pair<std::string, std::vector<ElanAnnotation>>> tiers;
        for (const pugi::xml_node &node : root_.children("TIER"))
            tiers.emplace_back(node.attribute("TIER_ID").value(), annotationsIn(node));
        for (auto &[name, annotations] : tiers)
            placeAligned(annotations);
        for (auto &[name, annotations] : tiers)
            for (ElanAnnotation &annotation : annotations)
                byId_.emplace(annotation.id, &annotation);
        for (auto &[name, annotations] : tiers)
            for (ElanAnnotation &annotation : annotations)
                if (!annotation.previous.empty())
                    next_[annotation.previous] = &annotation;
        for (auto &[name, annotations] : tiers)
            for (ElanAnnotation &annotation : annotations)
                placeReferring(annotation, 0);
        for (auto &[name, annotations] : tiers)
            reading.document.tiers.push_back(tierOf(name, annotations, reading));
    }

private:
    static constexpr int kDeepest = 64; // of annotations that refer to annotations

    [[nodiscard]] std::vector<ElanAnnotation> annotationsIn(const pugi::xml_node &tier) const {
        std::vector<ElanAnnotation> annotations;
        for (const pugi::xml_node &node : tier.children("ANNOTATION")) {
            const pugi::xml_node alignable = node.child("ALIGNABLE_ANNOTATION");
            const pugi::xml_node one = alignable ? alignable : node.child("REF_ANNOTATION");
            if (!one)
                continue;
            ElanAnnotation annotation;
            annotation.id = one.attribute("ANNOTATION_ID").value();
            annotation.text = one.child_value("ANNOTATION_VALUE");
            if (const auto entry = entries_.find(one.attribute("CVE_REF").value());
                annotation.text.empty() && entry != entries_.end())
                annotation.text = entry->second;
            annotation.slots[0] = one.attribute("TIME_SLOT_REF1").value();
            annotation.slots[1] = one.attribute("TIME_SLOT_REF2").value();
            annotation.parent = one.attribute("ANNOTATION_REF").value();
            annotation.previous = one.attribute("PREVIOUS_ANNOTATION").value();
            annotations.push_back(std::move(annotation));
        }
        return annotations;
    }

    [[nodiscard]] std::optional<Milliseconds> timeOfSlot(const std::string &slot) const {
        const auto at = slots_.find(slot);
        return at == slots_.end() ? std::nullopt : std::optional(at->second);
    }

    // Chains of annotations that share slots without a time lie between two that have one.
    void placeAligned(std::vector<ElanAnnotation> &annotations) {
        for (std::size_t first = 0; first < annotations.size();) {
            std::size_t last = first;
            while (last + 1 < annotations.size() && !timeOfSlot(annotations[last].slots[1]) &&
                   !annotations[last].slots[1].empty() && annotations[last + 1].slots[0] == annotations[last].slots[1])
                ++last;
            const std::optional<Milliseconds> from = timeOfSlot(annotations[first].slots[0]);
            const std::optional<Milliseconds> to = timeOfSlot(annotations[last].slots[1]);
            const double count = static_cast<double>(last - first + 1);
            for (std::size_t i = first; from && to && i <= last; ++i) {
                const auto edge = [&](std::size_t at) {
                    return *from + (*to - *from) * static_cast<double>(at - first) / count;
                };
                annotations[i].times = {edge(i), edge(i + 1)};
                annotations[i].isSpread = last > first;
            }
            first = last + 1;
        }
    }

    void placeReferring(ElanAnnotation &annotation, int depth) {
        if (annotation.times || annotation.parent.empty() || depth > kDeepest)
            return;
        const auto parent = byId_.find(annotation.parent);
        if (parent == byId_.end())
            return;
        placeReferring(*parent->second, depth + 1);
        if (!parent->second->times)
            return;
        const auto [from, to] = *parent->second->times;
        double before = 0.0;
        double after = 0.0;
        for (const ElanAnnotation *one = &annotation; !one->previous.empty() && before < kMostParts; ++before) {
            const auto previous = byId_.find(one->previous);
            if (previous == byId_.end())
                break;
            one = previous->second;
        }
        for (auto one = next_.find(annotation.id); one != next_.end() && after < kMostParts;
             one = next_.find(one->second->id))
            ++after;
        const double part = (to - from) / (before + 1.0 + after);
        annotation.times = {from + before * part, from + (before + 1.0) * part};
        annotation.isSpread = before + after > 0.0;
    }

    static ElanTier tierOf(const std::string &name, const std::vector<ElanAnnotation> &annotations,
                           ElanReading &reading) {
        ElanTier tier{name, {}};
        for (const ElanAnnotation &annotation : annotations) {
            if (!annotation.times) {
                reading.leftOut.push_back({0, {"formats.annotation_without_time", annotation.id}});
            } else if (annotation.times->second < annotation.times->first) {
                reading.leftOut.push_back({0, {"formats.annotation_out_of_order", annotation.id}});
            } else {
                const auto seconds = [](Milliseconds time) { return Seconds(std::round(time) / 1000); };
                tier.labels.push_back(
                    {seconds(annotation.times->first), seconds(annotation.times->second), annotation.text, {}, {}});
                reading.spread += annotation.isSpread ? 1U : 0U;
            }
        }
        return tier;
    }

    static constexpr double kMostParts = 10000.0; // of an annotation; a circle ends here

    const pugi::xml_node &root_;
    std::map<std::string, Milliseconds> slots_; // those with a time
    std::map<std::string, std::string> entries_;
    std::unordered_map<std::string, ElanAnnotation *> byId_;
    std::unordered_map<std::string, ElanAnnotation *> next_; // by the id of the one before
};

} // namespace

Result<ElanReading> readElan(const std::filesystem::path &file) {
    const std::string text = TAGSCOPE_TRY(readText(file));
    pugi::xml_document xml;
    const pugi::xml_parse_result parsed =
        xml.load_buffer(text.data(), text.size(), pugi::parse_default, pugi::encoding_utf8);
    if (!parsed)
        return notElan(file, {"formats.not_xml", parsed.description(), parsed.offset});
    const pugi::xml_node root = xml.child("ANNOTATION_DOCUMENT");
    if (!root)
        return notElan(file, "formats.not_elan");
    ElanReading reading;
    ElanDocument &document = reading.document;
    document.author = root.attribute("AUTHOR").value();
    document.date = root.attribute("DATE").value();
    const pugi::xml_node media = root.child("HEADER").child("MEDIA_DESCRIPTOR");
    document.mediaUrl = media.attribute("MEDIA_URL").value();
    document.mediaPath = media.attribute("RELATIVE_MEDIA_URL").value();
    document.mimeType = media.attribute("MIME_TYPE").value();
    ElanReader(root).read(reading);
    const bool isEmpty = std::ranges::all_of(document.tiers, [](const ElanTier &tier) { return tier.labels.empty(); });
    if (isEmpty && !reading.leftOut.empty())
        return notElan(file, reading.leftOut.front().reason);
    return reading;
}

} // namespace tagscope
