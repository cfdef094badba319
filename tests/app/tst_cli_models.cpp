// SPDX-License-Identifier: GPL-3.0-or-later
// Drives `tagscope-cli models fetch` as a script would, with a list of published files that lie on a server of this
// program. tst_cli_models PROGRAM; exits with the number of failed checks.

#include "core/base/file_hash.h"
#include "tests/app/cli_program.h"
#include "tests/support/test_program.h"
#include "tests/support/web_server.h"

#include <algorithm>
#include <cstdlib>

namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using tagscope::test::CliProgram;
using tagscope::test::contains;
using tagscope::test::WebAnswer;
using tagscope::test::WebRequest;
using tagscope::test::WebServer;
tagscope::test::Checks check;

const std::string kVectors = "fire 1 2 3\nengine 3 2 1\n";
const std::string kNoNetwork = "these are no weights";

json publishedOf(const char *kind, const char *name, const std::string &url, const std::string &content) {
    return {{"kind", kind},     {"name", name},           {"file", std::string(kind) + ".txt"},   {"url", url},
            {"licence", "CC0"}, {"size", content.size()}, {"sha256", tagscope::sha256Of(content)}};
}

void writeManifest(const CliProgram &program, const std::string &vectors, const std::string &network) {
    const json manifest{{"format", "tagscope-model-manifest"},
                        {"version", 1},
                        {"files",
                         {publishedOf("glove", "Small vectors", vectors, kVectors),
                          publishedOf("alexnet", "No network", network, kNoNetwork)}}};
    program.write("manifest.json", manifest.dump());
}

void fetchesOne(const CliProgram &program, const WebServer &server) {
    const json done = program.document("models fetch glove");
    const json &model = done["models"][0];
    check(done["models"].size() == 1 && model["kind"] == "glove" && model["problem"].is_null(), "it is fetched",
          done.dump());
    check(model["address"] == server.address("/vectors"), "its address is told", done.dump());
    check(model["registered"]["metadata"]["words"] == "2", "it is registered", done.dump());
    check(contains(model["check"].get<std::string>(), "SHA-256"), "how it was checked", done.dump());
    const CliProgram::Run again = program("models fetch glove");
    check(again.status == 0 && contains(again.out, "registered already"), "a second time does nothing", again.err);
    check(server.requests().size() == 1, "and asks no server");
}

void fetchesAll(const CliProgram &program) {
    const CliProgram::Run all = program("models fetch all --json --quiet");
    const json done = json::parse(all.out, nullptr, false);
    check(all.status == 1 && done["models"].size() == 2, "what is wrong is a failure, and the rest is done", all.out);
    check(std::ranges::any_of(done["models"],
                              [](const json &m) { return m["kind"] == "alexnet" && !m["problem"].is_null(); }),
          "what is wrong is told", all.out);
    check(contains(all.err, "crnn: The paper's network was not published"), "what cannot be fetched is told", all.err);
    check(!program.has("models/downloads/alexnet/alexnet.txt.part"), "no partial file of a whole download is left");
}

void offline(const CliProgram &program) {
    writeManifest(program, "http://127.0.0.1:1/vectors", "http://127.0.0.1:1/network");
    const CliProgram::Run none = program("models fetch alexnet");
    check(none.status == 1 && contains(none.err, "http://127.0.0.1:1/network") &&
              contains(none.err, "tagscope-cli models import alexnet alexnet.txt"),
          "offline the address and what to do are told", none.err);
}

void otherAddresses(const CliProgram &program, const WebServer &server) {
    fs::remove_all(program.directory() / "models");
    const json done =
        program.document("models fetch glove --from http://127.0.0.1:1/x --from " + server.address("/vectors"));
    check(done["models"][0]["address"] == server.address("/vectors"), "another address serves", done.dump());
    check(program("models fetch all --from " + server.address("/vectors")).status == 2, "not for all at once");
    check(program("models fetch crnn").status == 1, "what was not published");
    check(program("models fetch nobody").status == 2, "a kind that does not exist");
    check(program("models fetch glove --file other.txt").status == 1, "a file that was not published");
}

} // namespace

[[maybe_unused]] static const bool isCliModelsRegistered =
    tagscope::test::registerTest(__FILE__, [](int argc, char **argv) -> int {
        if (argc != 2) {
            std::cout << "usage: tst_cli_models PROGRAM\n";
            return 2;
        }
        const tagscope::test::ScratchDirectory directory("tst_cli_models");
        const WebServer server([](const WebRequest &request) {
            if (request.path == "/vectors")
                return answerWithFile(request, kVectors);
            return request.path == "/network" ? answerWithFile(request, kNoNetwork) : WebAnswer{.status = 404};
        });
        setenv("TAGSCOPE_MODELS", (directory.path() / "models").c_str(), 1);          // NOLINT: one thread
        setenv("TAGSCOPE_MANIFEST", (directory.path() / "manifest.json").c_str(), 1); // NOLINT: one thread
        setenv("no_proxy", "127.0.0.1", 1);                                           // NOLINT: one thread
        const CliProgram program(argv[1], directory.path(), check);
        writeManifest(program, server.address("/vectors"), server.address("/network"));
        fetchesOne(program, server);
        fetchesAll(program);
        otherAddresses(program, server);
        offline(program);
        std::cout << (check.failures() == 0 ? "all checks passed\n"
                                            : std::to_string(check.failures()) + " checks failed\n");
        return check.failures();
    });
