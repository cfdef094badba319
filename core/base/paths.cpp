// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/paths.h"

#include <array>
#include <cstdlib>
#include <system_error>

namespace tagscope {
namespace {

namespace fs = std::filesystem;

fs::path fromEnvironment(const char *variable) {
    const char *value = std::getenv(variable); // NOLINT(concurrency-mt-unsafe): nothing here sets the environment
    return value != nullptr ? fs::path(value) : fs::path();
}

fs::path userDirectory(const char *xdgVariable, const char *belowHome) {
    if (const fs::path xdg = fromEnvironment(xdgVariable); xdg.is_absolute())
        return xdg / "tagscope";
    const fs::path home = fromEnvironment("HOME");
    return (home.empty() ? fs::temp_directory_path() : home) / belowHome / "tagscope";
}

Result<fs::path> shippedFile(const fs::path &overriding, std::string_view folder, std::string_view name) {
    const std::array places{overriding, programDirectory() / ".." / "share" / "tagscope" / folder,
                            fs::path(TAGSCOPE_SOURCE_DIR) / folder};
    std::string tried;
    for (const fs::path &place : places) {
        if (place.empty())
            continue;
        const fs::path file = place / name;
        std::error_code error;
        if (fs::exists(file, error))
            return file;
        tried += (tried.empty() ? "" : ", ") + place.string();
    }
    return fail(Error::Kind::Unreadable, {"base.own_file_missing", name, tried});
}

} // namespace

fs::path programDirectory() {
    std::error_code error;
    return fs::read_symlink("/proc/self/exe", error).parent_path();
}

fs::path modelsDirectory() {
    if (fs::path chosen = fromEnvironment("TAGSCOPE_MODELS"); !chosen.empty())
        return chosen;
    return userDirectory("XDG_DATA_HOME", ".local/share") / "models";
}

fs::path cacheDirectory() {
    if (fs::path chosen = fromEnvironment("TAGSCOPE_CACHE"); !chosen.empty())
        return chosen;
    return userDirectory("XDG_CACHE_HOME", ".cache");
}

fs::path logDirectory() {
    return userDirectory("XDG_STATE_HOME", ".local/state") / "log";
}

Result<fs::path> resourceFile(std::string_view name) {
    return shippedFile(fromEnvironment("TAGSCOPE_RESOURCES"), "resources", name);
}

Result<fs::path> shippedModelFile(std::string_view name) {
    return shippedFile({}, "models", name);
}

} // namespace tagscope
