// SPDX-License-Identifier: GPL-3.0-or-later
#include "man_page.h"

namespace tagscope::cli {
namespace {

// What troff would take for its own is written so that it is read as it stands. Hyphens stay ASCII, to be searched for
// and copied.
std::string escaped(const std::string &text) {
    std::string out;
    bool isLineStart = true;
    for (const char letter : text) {
        if (isLineStart && (letter == '.' || letter == '\''))
            out += "\\&";
        isLineStart = letter == '\n';
        if (letter == '\\')
            out += "\\e";
        else if (letter == '-')
            out += "\\-";
        else
            out += letter;
    }
    return out;
}

// Lines that --help breaks or indents by hand are broken here too.
std::string paragraph(const std::string &text) {
    std::string out;
    for (const char letter : escaped(text))
        out += letter == '\n' ? std::string("\n.br\n") : std::string(1, letter);
    return out + "\n";
}

bool isListed(const CLI::Option *option) {
    return !option->get_group().empty();
}

void addOption(std::string &page, const CLI::Option &option, bool isPositional) {
    const CLI::Formatter words;
    page += ".TP\n.B " + escaped(words.make_option_name(&option, isPositional));
    if (const std::string value = words.make_option_opts(&option); !value.empty())
        page += "\\fR" + escaped(value) + "\\fP";
    page += "\n" + paragraph(words.make_option_desc(&option));
}

void addOptions(std::string &page, const CLI::App &command) {
    for (const CLI::Option *option : command.get_options())
        if (isListed(option) && option->get_positional() && !option->get_description().empty())
            addOption(page, *option, true);
    for (const CLI::Option *option : command.get_options())
        if (isListed(option) && option->nonpositional() && option != command.get_help_ptr())
            addOption(page, *option, false);
}

std::string usageOf(const std::string &path, const CLI::App &command) {
    const CLI::Formatter words;
    std::string usage = path;
    for (const CLI::Option *option : command.get_options())
        if (isListed(option) && option->get_positional())
            usage += " " + words.make_option_usage(option);
    return usage;
}

// A footer that a command has from its parent is said once, by hand.
void addCommands(std::string &page, const CLI::App &parent, const std::string &path) {
    for (const CLI::App *command : parent.get_subcommands([](const CLI::App *) { return true; })) {
        if (command->get_group().empty())
            continue;
        const std::string own = path.empty() ? command->get_name() : path + " " + command->get_name();
        page += ".SS \"" + escaped(usageOf(own, *command)) + "\"\n" + paragraph(command->get_description());
        if (command->get_footer() != parent.get_footer())
            page += ".PP\n" + paragraph(command->get_footer());
        addOptions(page, *command);
        addCommands(page, *command, own);
    }
}

} // namespace

std::string manSections(const CLI::App &program) {
    std::string page = ".SH OPTIONS OF ALL COMMANDS\n";
    addOptions(page, program);
    page += ".SH COMMANDS AND THEIR OPTIONS\n";
    addCommands(page, program, {});
    return page;
}

} // namespace tagscope::cli
