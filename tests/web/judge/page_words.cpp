// What a page says of a student's file, in the words of the terminal: the program's own sources
// (tests/program/explain), asked in JSON. The page lays out what comes back.
#include "common/system/json.hpp"
#include "common/system/text.hpp"
#include "explain/around.hpp"
#include "explain/diagnostics.hpp"
#include "explain/left_out.hpp"
#include "explain/step_words.hpp"
#include "explain/verdict_json.hpp"

#include <array>

#define PAGE(name) clang::import_module("workbook"), clang::import_name(name)
extern "C" {
/// Writes Unicode's category of a character, two letters.
[[PAGE("category_of")]] void page_category_of(std::uint32_t point, char* to);
/// Writes what Unicode says that a letter stands for; returns its size.
[[PAGE("plain_form")]] int page_plain_form(const char* letter, int size, char* to, int room);
}

namespace workbook {

std::string shown_name(const std::string& file)
{
    return file;
}

std::string category_of(char32_t point)
{
    std::string category(2, ' ');
    page_category_of(static_cast<std::uint32_t>(point), category.data());
    return category;
}

std::string plain_form(const std::string& letter)
{
    std::array<char, 256> room{};
    const int size = page_plain_form(letter.data(), static_cast<int>(letter.size()), room.data(),
                                     static_cast<int>(room.size()));
    return {room.data(), static_cast<std::size_t>(size)};
}

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(LeftOut, function, step, message)

namespace {

using json = nlohmann::json;
using StepOf = std::map<std::string, std::string>;

constexpr std::size_t longest = 2000;

/// A student's file with what the compiler said of it.
struct Compiled {
    explicit Compiled(const json& request)
        : file(request.at("file")), text(request.at("text")), said(request.at("said"))
    {
    }

    std::string file;
    std::string text;
    std::string said;
};

/// An editor's mark at a line.
json mark(const Compiled& from, std::size_t line, const char* severity, const std::string& message)
{
    const std::size_t begin = line_at(from.text, line).find_first_not_of(" \t");
    return {{"line", line},
            {"column", begin == std::string::npos ? 1 : begin + 1},
            {"severity", severity},
            {"message", message}};
}

void mark_errors(json& marks, const Compiled& failed)
{
    for (const ErrorInLine& each : errors_in_lines(failed.said, failed.file, failed.text)) {
        if (each.line != 0) {
            marks.push_back(mark(failed, each.line, "error", each.message));
        }
    }
}

void say(json& said, const Said& part)
{
    // Lines keep their ends; a line that somebody's code printed may hold anything.
    const bool is_whole = part.kind == Said::Kind::lines || part.kind == Said::Kind::text;
    said.push_back({{"kind", to_string(part.kind)},
                    {"label", part.label},
                    {"text", is_whole ? part.text : harmless(part.text, longest)}});
}

/// Why there is nothing to judge.
json explain_failure(const json& request)
{
    const Compiled failed(request);
    json said = json::array();
    json marks = json::array();
    say(said, {Said::Kind::verdict, "", words_for(Status::not_built)});
    if (is_said_by_linker(failed.said)) {
        say(said,
            {Said::Kind::lines, "",
             explain_link_error(failed.said, failed.file, failed.text, request.at("chapter"))});
    } else {
        say(said,
            {Said::Kind::lines, "", explain_compile_error(failed.said, failed.file, failed.text)});
        mark_errors(marks, failed);
    }
    return {{"status", to_string(Status::not_built)}, {"said", said}, {"marks", marks}};
}

/// The file without the functions that do not compile, or null if there is no such way.
json leave_out(const json& request)
{
    const Compiled failed(request);
    Mended mended{failed.text, request.at("left_out").get<std::vector<LeftOut>>()};
    const bool is_mended =
        !is_said_by_linker(failed.said) &&
        leave_out_broken(mended, errors_in_lines(failed.said, failed.file, failed.text),
                         request.at("step_of").get<StepOf>());
    return is_mended ? json{{"text", mended.text}, {"left_out", mended.left_out}} : json();
}

/// What is said of a verdict. `failed` is the file as it is written, if functions were left out.
json explain_verdict(const json& request)
{
    const Compiled built(request);
    Verdict verdict;
    verdict.step.number = request.at("verdict").at("step");
    verdict.step.name = request.at("verdict").at("name");
    read_verdict(request.at("verdict"), request.at("step_of").get<StepOf>(), verdict);
    for (std::size_t i = 0; i < verdict.findings.size(); ++i) {
        verdict.findings[i].line = request.at("lines").at(i);
    }
    std::string text = built.text;
    json marks = json::array();
    if (auto left_out = request.at("left_out").get<std::vector<LeftOut>>(); !left_out.empty()) {
        const Compiled failed(request.at("failed"));
        text = failed.text;
        mark_errors(marks, failed);
        explain_first(left_out, errors_in_lines(failed.said, failed.file, failed.text).front(),
                      explain_compile_error(failed.said, failed.file, failed.text));
        say_left_out(verdict, left_out);
    }
    const std::vector<Warning> warnings = warnings_about(built.said, built.file, built.text);
    for (const Warning& each : warnings) {
        marks.push_back(mark(built, each.line, "warning", each.message));
    }
    json said = json::array();
    for (const Said& part : said_of(verdict, built.file, text, warnings)) {
        say(said, part);
    }
    if (verdict.status == Status::right && !summary(verdict).empty()) {
        say(said, {Said::Kind::text, "", summary(verdict)});
    }
    return {{"status", to_string(verdict.status)}, {"said", said}, {"marks", marks}};
}

std::string& exchanged()
{
    static std::string bytes;
    return bytes;
}

/// Puts the answer to the request in the place of it; returns its size.
int answer(json (*to)(const json& request))
{
    exchanged() = to_text(to(parse_json(exchanged())));
    return static_cast<int>(exchanged().size());
}

} // namespace
} // namespace workbook

// A page writes its request to words_room(), asks, and reads the answer at words_answer().
extern "C" {

[[clang::export_name("words_room")]] char* words_room(int size)
{
    workbook::exchanged().assign(static_cast<std::size_t>(size), '\0');
    return workbook::exchanged().data();
}

[[clang::export_name("words_answer")]] const char* words_answer()
{
    return workbook::exchanged().data();
}

[[clang::export_name("explain_failure")]] int explain_failure()
{
    return workbook::answer(workbook::explain_failure);
}

[[clang::export_name("leave_out")]] int leave_out()
{
    return workbook::answer(workbook::leave_out);
}

[[clang::export_name("explain_verdict")]] int explain_verdict()
{
    return workbook::answer(workbook::explain_verdict);
}
}
