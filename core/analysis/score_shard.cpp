// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/score_shard.h"

#include "core/base/atomic_file.h"
#include "core/base/foreign_json.h"
#include "core/base/try.h"

#include <nlohmann/json.hpp>

namespace tagscope {
namespace {

using Json = nlohmann::json;

constexpr std::string_view kFormat = "tagscope-video-scores";
constexpr int kShardVersion = 1;

std::string lineOf(const std::string &clip, const std::vector<float> &probabilities) {
    const Json row{{"clip", clip}, {"probabilities", probabilities}};
    return row.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

tl::unexpected<Error> damaged(const std::filesystem::path &file, std::size_t line, const std::string &cause) {
    return fail(Error::Kind::Malformed, {"analysis.damaged_shard", file, line}, cause);
}

} // namespace

Result<ScoreShard> readScoreShard(const std::filesystem::path &file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream)
        return fail(Error::Kind::Unreadable, {"base.cannot_read", file});
    ScoreShard shard;
    std::string line;
    for (std::size_t number = 1; std::getline(stream, line) && !stream.eof(); ++number) {
        try {
            const Json row = foreignJson(line);
            if (number == 1) {
                if (row.at("format") != kFormat || row.at("version") != kShardVersion)
                    return damaged(file, number, "another format or version");
                shard.recipe = row.at("recipe").get<std::string>();
            } else {
                shard.rows.push_back(
                    {row.at("clip").get<std::string>(), row.at("probabilities").get<std::vector<float>>()});
            }
        } catch (const Json::exception &error) {
            return damaged(file, number, error.what());
        }
    }
    if (shard.recipe.empty())
        return damaged(file, 1, "no first line");
    return shard;
}

ScoreShardWriter::ScoreShardWriter(const std::filesystem::path &file)
    : file_(file), stream_(file, std::ios::binary | std::ios::app) {}

Result<ScoreShardWriter> ScoreShardWriter::begin(const std::filesystem::path &file, const ScoreShard &shard) {
    std::string content = Json{{"format", kFormat}, {"version", kShardVersion}, {"recipe", shard.recipe}}.dump() + "\n";
    for (const ScoreShard::Row &row : shard.rows)
        content += lineOf(row.clip, row.probabilities);
    TAGSCOPE_TRY(writeFileAtomically(file, content));
    ScoreShardWriter writer(file);
    if (!writer.stream_)
        return fail(Error::Kind::Unreadable, {"base.cannot_write", file});
    return writer;
}

Result<void> ScoreShardWriter::append(std::span<const ScoredClip> clips) {
    for (const ScoredClip &scored : clips)
        if (!scored.probabilities.empty())
            stream_ << lineOf(scored.clip.name, scored.probabilities);
    if (!stream_.flush())
        return fail(Error::Kind::Unreadable, {"analysis.cannot_write_shard", file_});
    return {};
}

} // namespace tagscope
