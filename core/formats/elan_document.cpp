// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/elan_document.h"

#include "core/base/try.h"
#include "core/formats/label_cells.h"
#include "core/formats/region_format.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <cstdint>
#include <map>
#include <pugixml.hpp>
#include <set>
#include <sstream>
#include <string_view>

namespace tagscope {
namespace {

// Byte by byte; the letters that a path may have stay.
std::string urlOfPath(const std::string &path) {
    constexpr const char *kDigits = "0123456789ABCDEF";
    std::string url;
    for (const char c : path) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte > 0x20 && byte < 0x7F && std::string_view("%#?<>\"\\^`{|}").find(c) == std::string_view::npos)
            url.push_back(c);
        else
            (((url += '%') += kDigits[byte >> 4U]) += kDigits[byte & 15U]);
    }
    return url;
}

int digitOf(char c) {
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                  : -1;
}

std::string pathOfUrl(std::string_view url) {
    for (const std::string_view scheme : {"file://", "file:"})
        if (url.starts_with(scheme)) {
            url.remove_prefix(scheme.size());
            break;
        }
    std::string path;
    for (std::size_t at = 0; at < url.size(); ++at) {
        const bool isCoded =
            url[at] == '%' && at + 2 < url.size() && digitOf(url[at + 1]) >= 0 && digitOf(url[at + 2]) >= 0;
        path.push_back(isCoded ? static_cast<char>(digitOf(url[at + 1]) * 16 + digitOf(url[at + 2])) : url[at]);
        at += isCoded ? 2 : 0;
    }
    return path;
}

std::string mimeTypeOf(const std::filesystem::path &media) {
    static const std::map<std::string, std::string> kTypes{
        {".wav", "audio/x-wav"},      {".mp3", "audio/mpeg"},      {".flac", "audio/flac"},     {".ogg", "audio/ogg"},
        {".oga", "audio/ogg"},        {".opus", "audio/ogg"},      {".m4a", "audio/mp4"},       {".aac", "audio/aac"},
        {".mp4", "video/mp4"},        {".m4v", "video/mp4"},       {".mov", "video/quicktime"}, {".webm", "video/webm"},
        {".mkv", "video/x-matroska"}, {".avi", "video/x-msvideo"}, {".ts", "video/mp2t"}};
    std::string extension = media.extension().string();
    std::ranges::transform(extension, extension.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    const auto type = kTypes.find(extension);
    return type == kTypes.end() ? "unknown" : type->second;
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
    constexpr double kStepSeconds = 0.001;
    const auto read = [](const std::filesystem::path &file, const RegionReading &reading) -> Result<ReadRegions> {
        ElanReading found = TAGSCOPE_TRY(readElan(file));
        const std::string media =
            pathOfUrl(found.document.mediaUrl.empty() ? found.document.mediaPath : found.document.mediaUrl);
        for (ElanTier &tier : found.document.tiers)
            for (TimedLabel &label : tier.labels)
                label.file = media;
        ReadRegions regions = labelsOfTiers(found.document.tiers, reading);
        regions.times = media.empty() ? ReadRegions::Times::Name : ReadRegions::Times::Recording;
        regions.leftOut.insert(regions.leftOut.end(), found.leftOut.begin(), found.leftOut.end());
        if (found.spread > 0)
            regions.notes.push_back({"formats.annotations_spread", found.spread});
        return regions;
    };
    const auto write = [](RegionFormat::Regions regions, const RegionsContext &context) {
        const RegionsOfClip &clip = regions.front();
        ElanDocument document;
        document.author = context.annotator.empty() ? "tagscope" : context.annotator;
        document.date = context.date;
        if (!clip.media.empty()) {
            document.mediaUrl = "file://" + urlOfPath(clip.media.generic_string());
            const std::filesystem::path relative = clip.media.lexically_relative(context.directory);
            if (!relative.empty() && !context.directory.empty())
                document.mediaPath =
                    urlOfPath((relative.begin()->string() == ".." ? "" : "./") + relative.generic_string());
            document.mimeType = mimeTypeOf(clip.media);
        }
        std::vector<TimedLabel> labels = clip.labels;
        for (TimedLabel &label : labels) { // the linked recording's times
            label.onset += clip.media.empty() ? Seconds(0) : clip.start;
            label.offset += clip.media.empty() ? Seconds(0) : clip.start;
        }
        for (LabelTier &tier : tiersOf(labels, context.events, kStepSeconds))
            document.tiers.push_back({std::move(tier.name), std::move(tier.labels)});
        return elanText(document);
    };
    return {.id = "elan",
            .title = "ELAN",
            .suffixes = {".eaf"},
            .isKnownBySuffix = true,
            .read = read,
            .write = write,
            .holds = {.isRecordingTime = true, .step = kStepSeconds}};
}

} // namespace tagscope
