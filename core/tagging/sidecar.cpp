// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tagging/sidecar.h"

#include "core/base/file_names.h"
#include "core/base/foreign_json.h"
#include "core/base/try.h"
#include "core/formats/csv_rows.h"
#include "core/formats/text_content.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>
#include <system_error>
#include <utility>

namespace tagscope {
namespace {

namespace fs = std::filesystem;
using SidecarJson = nlohmann::json;

constexpr std::string_view kFormat = "tagscope-tagger";
constexpr std::size_t kMostClasses = 20000;
constexpr int kHighestRate = 192000;
constexpr double kLongestStep = 600.0; // seconds
// What a stranger's document may ask to be set aside, in numbers: far beyond networks that are made.
constexpr int kMostSamples = 1 << 24; // of a step: 17 min at 16 kHz
constexpr std::int64_t kMostOfMel = std::int64_t{1} << 22;
constexpr std::int64_t kMostOfPatch = std::int64_t{1} << 20; // eight of AST's

// Thrown by the fields' reader, caught in readSidecar().
struct SidecarRefusal {
    Error::Kind kind;
    Message what;
};

// A part of the document, which says where it is when something is wrong.
class Part {
public:
    Part(const SidecarJson &json, std::string place) : json_(json), place_(std::move(place)) {}

    [[nodiscard]] bool has(const char *key) const { return json_.is_object() && json_.contains(key); }
    [[nodiscard]] Part at(const char *key) const {
        if (!has(key))
            throw SidecarRefusal{Error::Kind::Malformed, {"tagging.field_missing", within(key)}};
        return {json_.at(key), within(key)};
    }
    [[nodiscard]] std::string text() const {
        if (!json_.is_string())
            refuse({"tagging.field_not_text", place_});
        return json_.get<std::string>();
    }
    [[nodiscard]] double number(double low, double high) const {
        if (!json_.is_number() || !(json_.get<double>() >= low && json_.get<double>() <= high))
            refuse({"tagging.field_out_of_range", place_});
        return json_.get<double>();
    }
    [[nodiscard]] int integer(int low, int high) const {
        if (!json_.is_number_integer())
            refuse({"tagging.field_not_integer", place_});
        return static_cast<int>(number(low, high));
    }
    [[nodiscard]] bool flag() const {
        if (!json_.is_boolean())
            refuse({"tagging.field_not_flag", place_});
        return json_.get<bool>();
    }
    [[nodiscard]] std::vector<Part> list() const {
        if (!json_.is_array() || json_.size() > kMostClasses)
            refuse({"tagging.field_not_list", place_});
        std::vector<Part> parts;
        for (std::size_t i = 0; i < json_.size(); ++i)
            parts.emplace_back(json_[i], place_ + "[" + std::to_string(i) + "]");
        return parts;
    }
    [[nodiscard]] const SidecarJson &json() const { return json_; }
    [[nodiscard]] const std::string &place() const { return place_; }
    [[noreturn]] static void refuse(Message what, Error::Kind kind = Error::Kind::Malformed) {
        throw SidecarRefusal{kind, std::move(what)};
    }
    // One of the words, else Unsupported.
    [[nodiscard]] std::string oneOf(std::initializer_list<std::string_view> words) const {
        std::string value = text();
        if (std::ranges::find(words, value) == words.end())
            throw SidecarRefusal{Error::Kind::Unsupported, {"tagging.field_unknown", place_, value}};
        return value;
    }

private:
    [[nodiscard]] std::string within(const char *key) const { return place_.empty() ? key : place_ + "." + key; }

    const SidecarJson &json_;
    std::string place_;
};

class SidecarReader {
public:
    SidecarReader(const fs::path &file, const SidecarJson &document)
        : document_(document, ""), folder_(folderOf(file)) {
        sidecar_.file = file;
    }

    TaggerSidecar read() {
        if (document_.at("format").text() != kFormat)
            document_.at("format").refuse({"tagging.other_format", document_.at("format").place()},
                                          Error::Kind::Unsupported);
        if (document_.at("version").integer(0, 1000) != 1)
            document_.at("version").refuse({"tagging.other_version", document_.at("version").place()},
                                           Error::Kind::Unsupported);
        sidecar_.name = document_.at("name").text();
        if (sidecar_.name.empty() || sidecar_.name.size() > kMaxFileNameBytes)
            document_.at("name").refuse({"tagging.field_out_of_range", document_.at("name").place()});
        readAbout();
        const Part audio = document_.at("audio");
        sidecar_.sampleRate = audio.at("sample_rate").integer(1000, kHighestRate);
        if (audio.has("channels") && audio.at("channels").integer(1, 64) != 1)
            audio.at("channels")
                .refuse({"tagging.more_channels", audio.at("channels").place()}, Error::Kind::Unsupported);
        if (audio.has("downmix"))
            static_cast<void>(audio.at("downmix").oneOf({"mean"}));
        readTime();
        for (const Part &entry : document_.at("files").list())
            readNetwork(entry);
        if (sidecar_.networks.empty())
            document_.at("files").refuse({"tagging.no_onnx", document_.at("files").place()}, Error::Kind::Unsupported);
        readClasses();
        readOutput();
        if (std::ranges::any_of(sidecar_.networks, [](const auto &network) { return !network.takesWaveform; }))
            readFrontEnd();
        readCheck();
        return std::move(sidecar_);
    }

private:
    static fs::path folderOf(const fs::path &file) {
        std::error_code error;
        const fs::path kept = companionFolder(file);
        return fs::is_directory(kept, error) ? kept : file.parent_path();
    }

    // A file in the sidecar's folder: a stranger's document is not to lead elsewhere.
    [[nodiscard]] fs::path fileAt(const Part &name) const {
        const Result<fs::path> path = pathInside(folder_.empty() ? fs::path(".") : folder_, name.text());
        if (!path)
            throw SidecarRefusal{path.error().kind, path.error().message};
        return *path;
    }

    void readAbout() {
        if (document_.has("licence")) {
            const Part licence = document_.at("licence");
            sidecar_.licence = licence.json().is_string() ? licence.text()
                               : licence.has("weights")   ? licence.at("weights").text()
                                                          : std::string();
        }
        if (!document_.has("origin"))
            return;
        const Part origin = document_.at("origin");
        if (origin.json().is_string())
            sidecar_.origin = origin.text();
        for (const char *key : {"upstream", "repository"})
            if (sidecar_.origin.empty() && origin.has(key))
                sidecar_.origin = origin.at(key).text();
    }

    void readTime() {
        const Part time = document_.at("time");
        sidecar_.firstStart = Seconds(time.at("first_start").number(-kLongestStep, kLongestStep));
        sidecar_.hop = Seconds(time.at("step").number(1e-3, kLongestStep));
        sidecar_.length = Seconds(time.at("length").number(1e-3, kLongestStep));
        sidecar_.centre =
            time.has("centre") ? Seconds(time.at("centre").number(-kLongestStep, kLongestStep)) : sidecar_.length / 2.0;
        if (document_.has("clip") && document_.at("clip").has("pool"))
            sidecar_.pooling = document_.at("clip").at("pool").oneOf({"max", "mean"});
    }

    void readNetwork(const Part &entry) {
        if (entry.at("kind").text() != "onnx")
            return; // other forms of the same network are for other programs
        TaggerSidecar::Network network;
        network.file = fileAt(entry.at("file"));
        if (entry.has("sha256"))
            network.sha256 = entry.at("sha256").text();
        network.takesWaveform = entry.at("takes").oneOf({"waveform", "patches"}) == "waveform";
        const Part input = entry.at("input");
        const Part output = entry.at("output");
        network.input = input.at("name").text();
        network.output = output.at("name").text();
        if (entry.has("embedding"))
            network.embedding = entry.at("embedding").at("name").text();
        for (const Part &size : input.at("shape").list())
            network.inputShape.push_back(size.json().is_string() ? -1 : size.integer(1, 1 << 24));
        if (network.takesWaveform)
            readSamples(input, network);
        else if (network.inputShape.size() != 4)
            input.at("shape").refuse({"tagging.patches_shape", input.at("shape").place()}, Error::Kind::Unsupported);
        sidecar_.networks.push_back(std::move(network));
    }

    void readSamples(const Part &input, TaggerSidecar::Network &network) const {
        const Part samples = input.at("samples");
        network.first = samples.at("first").integer(1, kMostSamples);
        network.step = samples.at("step").integer(1, kMostSamples);
        const double hop = static_cast<double>(network.step) / sidecar_.sampleRate;
        // A step's worth of samples that is no step's worth of time would draw everything in the wrong place.
        if (std::abs(hop - sidecar_.hop.count()) > 1e-6 * hop + 1e-9)
            samples.at("step").refuse({"tagging.step_unlike_time", samples.at("step").place()},
                                      Error::Kind::Inconsistent);
        if (network.inputShape.empty() || network.inputShape.size() > 3)
            input.at("shape").refuse({"tagging.waveform_shape", input.at("shape").place()}, Error::Kind::Unsupported);
    }

    void readClasses() {
        if (document_.has("classes") && document_.at("classes").json().is_array()) {
            for (const Part &one : document_.at("classes").list())
                sidecar_.classes.push_back(
                    {one.at("name").text(), one.has("mid") ? one.at("mid").text() : std::string()});
        } else {
            const Part listed = document_.at("classes");
            const Result<void> read = readClassFile(fileAt(listed));
            if (!read)
                throw SidecarRefusal{read.error().kind, read.error().message};
        }
        if (sidecar_.classes.empty() || sidecar_.classes.size() > kMostClasses)
            document_.at("classes").refuse({"tagging.no_classes", document_.at("classes").place()});
    }

    // index,mid,display_name with a header, as AudioSet's list is; or a name a line.
    Result<void> readClassFile(const fs::path &file) {
        const ForeignText content = TAGSCOPE_TRY(readForeignText(file));
        const bool isTable = content.text.starts_with("index,mid,display_name");
        if (!isTable) {
            for (const std::string &line : linesOf(content.text))
                if (!line.empty())
                    sidecar_.classes.push_back({line, ""});
            return {};
        }
        bool isHeader = true;
        return forEachCsvRowIn(file, content.text, ',', [&](CsvRow &&row) -> Result<void> {
            if (std::exchange(isHeader, false))
                return {};
            if (row.cells.size() != 3 || row.cells[0] != std::to_string(sidecar_.classes.size()))
                return fail(Error::Kind::Malformed, {"base.in_line", file, row.line, Message("tagging.class_row")});
            sidecar_.classes.push_back({row.cells[2], row.cells[1]});
            return {};
        });
    }

    void readOutput() {
        const Part output = document_.at("output");
        const std::string activation = output.at("activation").text();
        if (activation == "none" || activation.starts_with("logits"))
            sidecar_.areLogits = true;
        else if (!activation.starts_with("sigmoid, inside") && activation != "sigmoid")
            throw SidecarRefusal{Error::Kind::Unsupported, {"tagging.field_unknown", "output.activation", activation}};
        if (static_cast<std::size_t>(output.at("classes").integer(1, static_cast<int>(kMostClasses))) !=
            sidecar_.classes.size())
            throw SidecarRefusal{
                Error::Kind::Inconsistent,
                {"tagging.other_class_count", sidecar_.classes.size(), output.at("classes").json().dump()}};
    }

    void readFrontEnd() {
        const Part part = document_.at("front_end");
        static_cast<void>(part.at("kind").oneOf({"log-mel"}));
        TaggerSidecar::FrontEnd front;
        const Part window = part.at("window");
        front.window = window.at("shape").oneOf({"hann", "hamming"});
        front.isPeriodic = window.at("periodic").flag();
        front.windowSamples = window.at("length").integer(2, 1 << 16);
        front.hopSamples = part.at("hop").integer(1, 1 << 16);
        front.fftSamples = part.at("fft").integer(2, 1 << 16);
        front.isCentred = part.at("centred").flag();
        front.isPower = part.at("spectrum").oneOf({"magnitude", "power"}) == "power";
        for (const char *key : {"pre_emphasis"})
            if (part.has(key) && part.at(key).number(0.0, 1.0) != 0.0)
                part.at(key).refuse({"tagging.not_done", part.at(key).place()}, Error::Kind::Unsupported);
        if (part.has("remove_dc") && part.at("remove_dc").flag())
            part.at("remove_dc").refuse({"tagging.not_done", part.at("remove_dc").place()}, Error::Kind::Unsupported);
        readMel(part.at("mel"), front);
        const Part log = part.at("log");
        const bool isNatural = log.at("base").oneOf({"e", "10"}) == "e";
        const double factor = log.has("factor") ? log.at("factor").number(1e-6, 1e6) : 1.0;
        front.logScale = isNatural ? factor : factor / std::log(10.0);
        front.offset = log.has("offset") ? log.at("offset").number(0.0, 1.0) : 0.0;
        front.floor = log.has("floor") ? log.at("floor").number(0.0, 1.0) : 0.0;
        if (part.has("normalise") && part.at("normalise").at("kind").text() != "none")
            part.at("normalise").refuse({"tagging.not_done", part.at("normalise").place()}, Error::Kind::Unsupported);
        const Part patch = document_.at("patch");
        front.patchFrames = patch.at("frames").integer(1, 1 << 16);
        front.patchHop = patch.at("hop").integer(1, 1 << 16);
        if (std::int64_t{front.patchFrames} * front.bands > kMostOfPatch)
            patch.at("frames").refuse({"tagging.field_out_of_range", patch.at("frames").place()});
        const double hop = static_cast<double>(front.patchHop) * front.hopSamples / sidecar_.sampleRate;
        if (std::abs(hop - sidecar_.hop.count()) > 1e-6)
            patch.at("hop").refuse({"tagging.step_unlike_time", patch.at("hop").place()}, Error::Kind::Inconsistent);
        sidecar_.frontEnd = front;
    }

    void readMel(const Part &mel, TaggerSidecar::FrontEnd &front) const {
        front.bands = mel.at("bands").integer(1, 4096);
        if (std::int64_t{front.bands} * (front.fftSamples / 2 + 1) > kMostOfMel)
            mel.at("bands").refuse({"tagging.field_out_of_range", mel.at("bands").place()});
        front.lowHz = mel.at("fmin").number(0.0, kHighestRate);
        front.highHz = mel.at("fmax").number(0.0, sidecar_.sampleRate / 2.0);
        if (!(front.highHz > front.lowHz))
            mel.at("fmax").refuse({"tagging.field_out_of_range", mel.at("fmax").place()});
        front.formula = mel.at("name").oneOf({"htk", "slaney"});
        front.isLinearInMel = mel.at("triangles_linear_in").oneOf({"mel", "hz"}) == "mel";
        front.isSlaneyNormalised = mel.at("norm").oneOf({"none", "slaney"}) == "slaney";
        if (mel.has("matrix")) {
            front.matrixFile = fileAt(mel.at("matrix").at("file"));
            front.matrixTensor = mel.at("matrix").at("tensor").text();
        }
    }

    void readCheck() {
        if (!document_.has("check"))
            return;
        const Part part = document_.at("check");
        TaggerSidecar::Check check;
        check.file = fileAt(part.at("file"));
        if (part.has("tolerance")) {
            const Part tolerance = part.at("tolerance");
            if (tolerance.has("scores_from_patches"))
                check.fromPatches = tolerance.at("scores_from_patches").number(0.0, 1.0);
            if (tolerance.has("scores_from_waveform"))
                check.fromWaveform = tolerance.at("scores_from_waveform").number(0.0, 1.0);
        }
        sidecar_.check = check;
    }

    Part document_;
    fs::path folder_;
    TaggerSidecar sidecar_;
};

} // namespace

fs::path companionFolder(const fs::path &sidecar) {
    fs::path folder = sidecar;
    return folder.replace_extension(".files");
}

std::vector<fs::path> TaggerSidecar::files() const {
    std::vector<fs::path> all{file};
    const auto add = [&all](const fs::path &path) {
        if (!path.empty() && std::ranges::find(all, path) == all.end())
            all.push_back(path);
    };
    for (const Network &network : networks)
        add(network.file);
    if (frontEnd)
        add(frontEnd->matrixFile);
    if (check)
        add(check->file);
    return all;
}

const TaggerSidecar::Network *TaggerSidecar::preferred() const {
    std::error_code error;
    const Network *found = nullptr;
    for (const Network &network : networks)
        if (fs::exists(network.file, error) && (found == nullptr || (network.takesWaveform && !found->takesWaveform)))
            found = &network;
    return found;
}

Result<TaggerSidecar> readSidecar(const fs::path &file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream || !fs::is_regular_file(file))
        return fail(Error::Kind::Unreadable, {"base.cannot_read", file});
    const SidecarJson document = foreignJsonFrom(stream);
    if (!document.is_object())
        return fail(Error::Kind::Malformed, {"tagging.sidecar_not_json", file});
    try {
        return SidecarReader(file, document).read();
    } catch (const SidecarRefusal &refusal) {
        return fail(refusal.kind, {"base.within", file, refusal.what});
    }
}

bool isSidecar(const fs::path &file) {
    if (file.extension() != ".json")
        return false;
    std::ifstream stream(file, std::ios::binary);
    const SidecarJson document = foreignJsonFrom(stream);
    return document.is_object() && document.contains("format") && document["format"] == kFormat;
}

} // namespace tagscope
