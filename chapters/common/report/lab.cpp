#include "common/report/lab.hpp"

#include "common/plot/gnuplot.hpp"
#include "common/plot/graphviz.hpp"
#include "common/system/colour.hpp"
#include "common/system/files.hpp"
#include "common/system/keep_memory.hpp"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <set>
#include <stdexcept>

#include <CLI/CLI.hpp>
#include <fmt/color.h>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

namespace workbook {

namespace {

using Json = nlohmann::ordered_json;

void check_name(const std::string& what, const std::string& name, std::set<std::string>& taken)
{
    if (name.empty() ||
        name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") != std::string::npos)
        throw std::invalid_argument(
            fmt::format("{} \"{}\": a name has small letters, digits and underscores", what, name));
    if (!taken.insert(name).second)
        throw std::invalid_argument(fmt::format("there are two {}s called {}", what, name));
}

Json description(const FigureMeta& meta)
{
    return {{"name", meta.name},
            {"caption", meta.caption},
            {"alt", meta.alt},
            {"source", meta.source},
            {"animated", meta.animated}};
}

std::string explained(const UserError& error)
{
    return error.advice.empty() ? error.what() : fmt::format("{}: {}", error.what(), error.advice);
}

} // namespace

struct Lab::State {
    // What was asked for.
    std::string out;
    std::vector<std::string> only;
    bool list = false;
    bool figures = true;
    bool tables = true;

    // What has happened so far.
    bool idle = false; // --help, bad usage, or nothing can be written: bodies are not run
    int status = 0;
    bool in_section = false;
    std::vector<std::shared_ptr<TableData>> open_tables;
    std::set<std::string> table_names, value_names, figure_names;
    Json values = Json::object();
    Json listed = Json::array();
    std::set<std::string> needed_steps, complaints;
    std::size_t left_out = 0, written_tables = 0, written_figures = 0;

    bool to_files() const { return !out.empty(); }

    void say(std::FILE* stream, const fmt::text_style& style, const std::string& text) const
    {
        if (wants_color(::fileno(stream)))
            fmt::print(stream, style, "{}", text);
        else
            fmt::print(stream, "{}", text);
        std::fputc('\n', stream);
    }

    void fail(const std::string& message, int with = 1)
    {
        status = std::max(status, with);
        if (!complaints.insert(message).second)
            return; // said once, e.g. that gnuplot is missing
        std::fflush(stdout);
        say(stderr, fg(fmt::terminal_color::red), message);
    }

    void write(const std::string& path, const std::string& content)
    {
        write_file(std::filesystem::path(out) / path, content);
    }

    // Prints the open tables, or writes them to files: no more rows will come.
    void close_tables()
    {
        const auto closing = std::move(open_tables);
        open_tables.clear();
        for (const auto& table : closing) {
            if (to_files()) {
                write("tables/" + table->name + ".md", markdown(*table));
                ++written_tables;
            } else if (!table->rows.empty()) { // no row: the step that fills it is not written
                print_table(*table);
            }
        }
    }

    void print_table(const TableData& table) const
    {
        fmt::print("\n");
        std::string text = aligned(table);
        const std::size_t end_of_head = text.find('\n');
        say(stdout, fmt::emphasis::bold, text.substr(0, end_of_head));
        fmt::print("{}", text.substr(end_of_head + 1));
    }

    // Runs a body and returns the step that it lacks, or "".
    std::string run(const std::string& what, const std::function<void()>& body)
    {
        try {
            body();
        } catch (const Todo& missing) {
            needed_steps.insert(missing.step);
            ++left_out;
            return missing.step;
        } catch (const CannotWrite& error) {
            fail(explained(error));
            idle = true; // there is no point in going on
        } catch (const UserError& error) {
            fail(explained(error));
        } catch (const std::exception& error) {
            fail(fmt::format("{} failed: {}", what, error.what()));
        } catch (...) {
            fail(fmt::format("{} failed with an exception that is no std::exception", what));
        }
        return "";
    }
};

Lab::Lab(int argc, const char* const* argv) : state_(std::make_unique<State>())
{
    keep_freed_memory();
    State& state = *state_;
    CLI::App app{"Prints the chapter's tables; with --out, draws its figures."};
    bool no_figures = false;
    bool no_tables = false;
    app.add_option("--out", state.out, "Write tables, values and figures below this folder")
        ->type_name("DIR");
    app.add_option("--only", state.only, "Draw only these figures")->type_name("NAME");
    app.add_flag("--list", state.list, "Print what figures there are, as JSON");
    app.add_flag("--no-figures", no_figures, "Draw no figure");
    app.add_flag("--no-tables", no_tables, "Print and write no table");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& parsed) {
        state.idle = true;
        if (app.exit(parsed) != 0)
            state.status = 2;
        return;
    }
    state.figures = !no_figures && state.to_files() && !state.list;
    state.tables = !no_tables && !state.list;
    if (!state.only.empty() && !state.to_files() && !state.list) {
        state.fail("--only draws figures, and needs --out DIR to put them in", 2);
        state.idle = true;
    }
}

Lab::~Lab() = default;

void Lab::section(const std::string& title, const std::function<void()>& body)
{
    State& state = *state_;
    if (state.idle || !state.tables)
        return;
    if (!state.to_files()) {
        fmt::print("\n");
        state.say(stdout, fmt::emphasis::bold | fg(fmt::terminal_color::blue), title);
    }
    const std::string what = fmt::format("section \"{}\"", title);
    state.in_section = true;
    const std::string needs = state.run(what, [&] {
        body();
        state.close_tables();
    });
    state.in_section = false;
    if (!state.to_files())
        state.run(what, [&] { state.close_tables(); }); // as far as they were filled
    state.open_tables.clear();
    if (!needs.empty())
        state.say(stdout, fg(fmt::terminal_color::yellow),
                  state.to_files() ? fmt::format("{} needs step {}", what, needs)
                                   : fmt::format("  needs step {}", needs));
}

Table Lab::table(const std::string& name, const std::vector<Column>& columns)
{
    if (!state_->in_section)
        throw std::logic_error(fmt::format("table {} stands outside of a section", name));
    check_name("table", name, state_->table_names);
    state_->close_tables();
    state_->open_tables.push_back(std::make_shared<TableData>(name, columns));
    return Table{state_->open_tables.back()};
}

void Lab::value(const std::string& name, double number, const std::string& format)
{
    if (!state_->in_section)
        throw std::logic_error(fmt::format("value {} stands outside of a section", name));
    check_name("value", name, state_->value_names);
    const std::string text = format_number(number, format);
    state_->values[name] = text;
    if (!state_->to_files()) {
        state_->close_tables();
        fmt::print("  {} = {}\n", name, text);
    }
}

void Lab::whole_value(const std::string& name, long long number)
{
    if (!state_->in_section)
        throw std::logic_error(fmt::format("value {} stands outside of a section", name));
    check_name("value", name, state_->value_names);
    state_->values[name] = std::to_string(number);
    if (!state_->to_files()) {
        state_->close_tables();
        fmt::print("  {} = {}\n", name, number);
    }
}

void Lab::print(const std::string& text)
{
    if (!state_->in_section)
        throw std::logic_error("print stands outside of a section");
    if (state_->to_files())
        return;
    state_->close_tables();
    fmt::print("{}\n", text);
}

void Lab::figure(const FigureMeta& meta, const std::function<void(Figure&)>& body)
{
    draw(meta, "figure", [&] {
        Figure figure;
        body(figure);
        if (figure.drawing().animated() != meta.animated)
            throw std::logic_error(meta.animated
                                       ? "its metadata says that it is animated, but it is not"
                                       : "it is animated: say .animated = true in its metadata");
        if (!figure.depends_on_medium())
            return render(figure.drawing());
        return render(figure.drawing(), [&](Medium medium) {
            Figure other(medium);
            body(other);
            return other.drawing();
        });
    });
}

void Lab::graph(const FigureMeta& meta, const std::function<void(Graph&)>& body)
{
    draw(meta, "graph", [&] {
        Graph graph;
        body(graph);
        return render(graph.network());
    });
}

void Lab::draw(const FigureMeta& meta, const char* kind, const std::function<Files()>& drawn)
{
    State& state = *state_;
    if (state.idle)
        return;
    const std::string what = fmt::format("{} {}", kind, meta.name);
    bool valid = false;
    state.run(what, [&] {
        check_name("figure", meta.name, state.figure_names);
        if (meta.caption.empty() || meta.alt.empty())
            throw std::invalid_argument("a figure has a caption and a text for those who cannot "
                                        "see it (alt)");
        valid = true;
    });
    if (!valid)
        return;
    Json json = description(meta);
    state.listed.push_back(json);
    const bool chosen = state.only.empty() || std::find(state.only.begin(), state.only.end(),
                                                        meta.name) != state.only.end();
    if (!state.figures || !chosen)
        return;

    Files files;
    const std::string needs = state.run(what, [&] { files = drawn(); });
    state.run(what, [&] {
        // Files left by an earlier run must not be taken for this one's.
        for (const char* extension : {"svg", "phone.svg", "paper.svg", "png", "gif", "csv", "json"})
            if (!files.contains(extension)) {
                std::error_code ignored;
                std::filesystem::remove(std::filesystem::path(state.out) / "figures" /
                                            (meta.name + "." + extension),
                                        ignored);
            }
        if (files.empty() && needs.empty())
            return;
        json["files"] = Json::array();
        for (const auto& [extension, content] : files) {
            const std::string name = meta.name + "." + extension;
            state.write("figures/" + name, content);
            json["files"].push_back(name);
        }
        if (!needs.empty())
            json["needs"] = needs;
        else
            ++state.written_figures;
        state.write("figures/" + meta.name + ".json", json.dump(2) + "\n");
    });
    if (!needs.empty())
        state.say(stdout, fg(fmt::terminal_color::yellow),
                  fmt::format("{} needs step {}", what, needs));
}

int Lab::finish()
{
    State& state = *state_;
    if (state.idle)
        return state.status;
    std::string unknown;
    for (const std::string& name : state.only)
        if (!state.figure_names.contains(name))
            unknown += (unknown.empty() ? "" : ", ") + name;
    if (!unknown.empty())
        state.fail(fmt::format("no such figure: {}\nthere are: {}", unknown,
                               fmt::join(state.figure_names, ", ")),
                   2);
    if (state.list) {
        fmt::print("{}\n", state.listed.dump(2));
        return state.status;
    }
    if (state.to_files() && state.tables)
        state.run("values", [&] { state.write("values.json", state.values.dump(2) + "\n"); });
    if (!state.to_files() && !state.listed.empty())
        fmt::print("\n{} figure{}: --out DIR draws {}\n", state.listed.size(),
                   state.listed.size() == 1 ? "" : "s", state.listed.size() == 1 ? "it" : "them");
    if (state.to_files() && !state.idle)
        fmt::print("{}: {} tables, {} values, {} figures\n", state.out, state.written_tables,
                   state.values.size(), state.written_figures);
    if (state.left_out > 0)
        state.say(stdout, fg(fmt::terminal_color::yellow),
                  fmt::format("left out: {} part{} of this chapter; to be written: step{} {}",
                              state.left_out, state.left_out == 1 ? "" : "s",
                              state.needed_steps.size() == 1 ? "" : "s",
                              fmt::join(state.needed_steps, ", ")));
    if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0)
        state.fail("not all could be written to standard output: is the disk full?", 1);
    return state.status;
}

} // namespace workbook
