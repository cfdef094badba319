// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/audit_task.h"

#include "core/base/foreign_json.h"
#include "core/base/try.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

namespace tagscope {
namespace {

constexpr int kTaskVersion = 1;

using json = nlohmann::ordered_json;

tl::unexpected<Error> damagedTask(const Project &project) {
    return fail(Error::Kind::Malformed, {"audit.damaged_task", project.file()});
}

json toJson(const AuditTask &task, const Project &project, const std::map<ClipId, std::string> &names) {
    json stages = json::array();
    for (const AuditStage stage : task.stages)
        stages.push_back(nameOf(stage));
    json pages = json::array();
    for (const TaskPage &page : task.pages) {
        json events = json::array();
        for (const int event : page.events)
            events.push_back({{"event", project.classes().at(static_cast<std::size_t>(event)).name}});
        pages.push_back({{"clip", names.at(page.clip)}, {"events", std::move(events)}});
    }
    return {{"version", kTaskVersion},
            {"plan", task.plan},
            {"annotator", task.annotator},
            {"stages", std::move(stages)},
            {"may_add_events", task.mayAddEvents},
            {"pages", std::move(pages)}};
}

// By the names of clips and events, so that both may be renumbered.
std::optional<TaskPage> pageIn(const nlohmann::json &entry, const std::map<std::string, ClipId> &clips,
                               const std::vector<EventClass> &classes) {
    TaskPage page;
    const auto clip = clips.find(entry.at("clip").get<std::string>());
    if (clip == clips.end())
        return std::nullopt;
    page.clip = clip->second;
    for (const nlohmann::json &asked : entry.at("events")) {
        const auto event = std::ranges::find(classes, asked.at("event").get<std::string>(), &EventClass::name);
        if (event == classes.end())
            return std::nullopt;
        page.events.push_back(static_cast<int>(event - classes.begin()));
    }
    return page;
}

std::optional<AuditTask> taskIn(const nlohmann::json &document, const std::map<std::string, ClipId> &clips,
                                const std::vector<EventClass> &classes) {
    AuditTask task;
    if (document.at("version") != kTaskVersion)
        return std::nullopt;
    task.plan = document.at("plan").get<std::string>();
    task.annotator = document.at("annotator").get<std::string>();
    task.mayAddEvents = document.at("may_add_events").get<bool>();
    for (const nlohmann::json &name : document.at("stages")) {
        const std::optional<AuditStage> stage = stageNamed(name.get<std::string>());
        if (!stage || *stage == AuditStage::Adjudicated)
            return std::nullopt;
        task.stages.push_back(*stage);
    }
    for (const nlohmann::json &entry : document.at("pages")) {
        std::optional<TaskPage> page = pageIn(entry, clips, classes);
        if (!page)
            return std::nullopt;
        task.pages.push_back(std::move(*page));
    }
    return task.annotator.empty() || task.stages.empty() ? std::nullopt : std::optional(std::move(task));
}

// In the order of their names, so that the numbers of clips tell nothing of the order in which they are asked.
Result<std::vector<Clip>> clipsOfTask(const Project &project, const AuditTask &task) {
    std::set<ClipId> asked;
    for (const TaskPage &page : task.pages)
        asked.insert(page.clip);
    std::vector<Clip> clips = TAGSCOPE_TRY(project.clips());
    std::erase_if(clips, [&asked](const Clip &clip) { return !asked.contains(clip.id); });
    std::ranges::sort(clips, {}, &Clip::name);
    return clips;
}

Result<void> fillTask(Project &made, const Project &project, const AuditTask &task, const std::vector<Clip> &clips) {
    std::vector<NewClip> added;
    std::map<ClipId, std::string> names;
    std::set<std::filesystem::path> media;
    for (const Clip &clip : clips) {
        added.push_back({clip.name, clip.media, clip.start, clip.duration, {}});
        names.emplace(clip.id, clip.name);
        media.insert(clip.media);
    }
    TAGSCOPE_TRY(made.addClips(added));
    const std::map<std::filesystem::path, std::string> hashes = TAGSCOPE_TRY(project.mediaHashes());
    for (const auto &[file, sha256] : hashes)
        if (media.contains(file))
            TAGSCOPE_TRY(made.setMediaHash(file, sha256));
    // By this the clips of a demo, which have no recordings, are made anew.
    const std::optional<std::string> demo = TAGSCOPE_TRY(project.setting("demo"));
    if (demo)
        TAGSCOPE_TRY(made.setSetting("demo", *demo));
    return made.setSetting(kTaskKey, toJson(task, project, names).dump());
}

} // namespace

Result<std::optional<AuditTask>> taskOf(const Project &project) {
    const std::optional<std::string> stored = TAGSCOPE_TRY(project.setting(kTaskKey));
    if (!stored)
        return std::nullopt;
    std::map<std::string, ClipId> ids;
    const std::vector<Clip> clips = TAGSCOPE_TRY(project.clips());
    for (const Clip &clip : clips)
        ids.emplace(clip.name, clip.id);
    try {
        std::optional<AuditTask> task = taskIn(foreignJson(*stored), ids, project.classes());
        if (task)
            return task;
    } catch (const nlohmann::json::exception &) { // said below
    }
    return damagedTask(project);
}

Result<void> writeTask(const Project &project, const AuditTask &task, const std::filesystem::path &file) {
    const std::vector<Clip> clips = TAGSCOPE_TRY(clipsOfTask(project, task));
    std::vector<EventClass> classes = project.classes();
    for (EventClass &event : classes) { // what was tuned says how far each branch is believed
        event.videoWeight = EventClass().videoWeight;
        event.threshold = EventClass().threshold;
    }
    Project made = TAGSCOPE_TRY(Project::create(file, classes, project.clipDuration()));
    return made.atomically([&] { return fillTask(made, project, task, clips); });
}

std::string taskFileName(const std::string &annotator) {
    std::string name = annotator;
    for (char &letter : name)
        if (std::string_view("/\\:*?\"<>| ").find(letter) != std::string_view::npos ||
            static_cast<unsigned char>(letter) < 0x20)
            letter = '_';
    if (name.starts_with('.'))
        name.front() = '_';
    return name + ".task.tagscope";
}

} // namespace tagscope
