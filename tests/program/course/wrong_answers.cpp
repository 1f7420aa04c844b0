#include "course/wrong_answers.hpp"

#include "common/system/text.hpp"
#include "common/system/user_error.hpp"
#include "course/markers.hpp"
#include "course/tokens.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <sstream>

namespace workbook {
namespace {

/// A stretch of a body and where its author wrote it.
struct Piece {
    std::string text;
    std::string file;
    std::size_t line; ///< of its first character, from 1
};

using Pieces = std::vector<Piece>;

/// An edit and the stretch of the body that it replaces.
struct Replacement {
    std::size_t begin;
    std::size_t end;
    const Edit* edit;
};

/// The lines of a text from `first` to before `last`, counted from 0.
std::string lines_between(const std::string& text, std::size_t first, std::size_t last)
{
    std::istringstream lines(text);
    std::string result;
    std::size_t number = 0;
    for (std::string line; number < last && std::getline(lines, line); ++number) {
        if (number >= first) {
            result += line + "\n";
        }
    }
    return result;
}

std::size_t line_at(const Piece& piece, std::size_t place)
{
    return piece.line +
           static_cast<std::size_t>(
               std::count(piece.text.begin(), piece.text.begin() + static_cast<long>(place), '\n'));
}

bool same_code(const std::vector<Token>& a, const std::vector<Token>& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const Token& x, const Token& y) { return x.text == y.text; });
}

/// Carries out the mistakes of one list, in their order.
class Expansion {
public:
    Expansion(const NamedText& list, const NamedText& solution)
        : list_(read_mistake_list(list.text, list.name)), solution_(solution)
    {
        for (const Region& region : regions_of(solution.text)) {
            regions_.emplace(region.function, region);
        }
    }

    const MistakeList& list() const { return list_; }
    const Region& region(const std::string& function) const { return regions_.at(function); }

    Pieces body_of(const ListedMistake& mistake)
    {
        Plan plan = plan_of(mistake);
        plans_[mistake.full_id()] = plan;
        return carried_out(mistake, plan);
    }

private:
    /// What a body begins as, and the edits that are made in it.
    struct Plan {
        Piece start;
        std::vector<Edit> edits;
        bool own_body = false;
    };

    [[noreturn]] void fail(std::size_t line, const std::string& what,
                           const std::string& advice = "") const
    {
        throw UserError(fmt::format("{}:{}: {}", list_.file, line, what), advice);
    }

    Plan plan_of(const ListedMistake& mistake) const
    {
        const auto region = regions_.find(mistake.function);
        if (region == regions_.end()) {
            fail(mistake.line,
                 fmt::format("{} has no marked function {}", solution_.name, mistake.function));
        }
        const auto [first, last] = std::pair(region->second.first_line, region->second.last_line);
        Plan plan{{lines_between(solution_.text, first, last), solution_.name, first + 1}, {}};
        if (!mistake.body.empty()) {
            plan.start = {mistake.body + "\n", list_.file, mistake.body_line};
            plan.own_body = true;
        }
        for (const std::string& id : mistake.bases) {
            const Plan& base = plans_.at(id);
            if (base.own_body && plan.own_body) {
                fail(mistake.line, "two of the mistakes that it begins with have a whole body");
            }
            if (base.own_body) {
                plan.start = base.start;
                plan.own_body = true;
            }
            add_edits(plan, base.edits);
        }
        add_edits(plan, mistake.edits);
        return plan;
    }

    /// Two mistakes may well share an edit.
    static void add_edits(Plan& plan, const std::vector<Edit>& edits)
    {
        for (const Edit& edit : edits) {
            const bool there =
                std::any_of(plan.edits.begin(), plan.edits.end(), [&](const Edit& e) {
                    return e.before == edit.before && e.after == edit.after;
                });
            if (!there) {
                plan.edits.push_back(edit);
            }
        }
    }

    std::vector<Replacement> replacements(const ListedMistake& mistake, const Plan& plan) const
    {
        const std::vector<Token> tokens = tokens_of(plan.start.text);
        std::vector<Replacement> found;
        for (const Edit& edit : plan.edits) {
            const std::vector<Token> before = tokens_of(edit.before);
            const auto places = places_of(before, tokens);
            if (before.empty()) {
                fail(edit.line, "this line says nothing of what stands there");
            }
            if (places.empty()) {
                fail(edit.line,
                     fmt::format("this does not stand in {} ({}:{})", mistake.function,
                                 plan.start.file, plan.start.line),
                     "the solution has changed, or the edit was never right: write what stands "
                     "there now");
            }
            if (places.size() > 1 && !edit.everywhere) {
                fail(edit.line,
                     fmt::format("this stands in {} {} times ({}:{})", mistake.function,
                                 places.size(), plan.start.file, plan.start.line),
                     "write more of what stands around it, or -* to change it everywhere");
            }
            if (same_code(before, tokens_of(edit.after))) {
                fail(edit.line, "this is what stands there already");
            }
            for (const std::size_t place : places) {
                found.push_back(
                    {tokens[place].begin, tokens[place + before.size() - 1].end(), &edit});
            }
        }
        std::sort(found.begin(), found.end(),
                  [](const auto& a, const auto& b) { return a.begin < b.begin; });
        for (std::size_t i = 1; i < found.size(); ++i) {
            if (found[i].begin < found[i - 1].end) {
                fail(found[i].edit->line, fmt::format("this overlaps with what line {} changes",
                                                      found[i - 1].edit->line));
            }
        }
        return found;
    }

    Pieces carried_out(const ListedMistake& mistake, const Plan& plan) const
    {
        Pieces pieces;
        std::size_t rest = 0;
        for (const auto& [begin, end, edit] : replacements(mistake, plan)) {
            pieces.push_back({plan.start.text.substr(rest, begin - rest), plan.start.file,
                              line_at(plan.start, rest)});
            pieces.push_back({edit->after, list_.file, edit->after_line});
            rest = end;
        }
        pieces.push_back(
            {plan.start.text.substr(rest), plan.start.file, line_at(plan.start, rest)});
        return pieces;
    }

    MistakeList list_;
    const NamedText& solution_;
    std::map<std::string, Region> regions_;
    std::map<std::string, Plan> plans_; ///< by full id
};

std::string text_of(const Pieces& pieces)
{
    std::string text;
    for (const Piece& piece : pieces) {
        text += piece.text;
    }
    return text;
}

/// The body with a #line before each piece, so that messages and debuggers lead to the edit.
std::string text_with_origins(const Pieces& pieces)
{
    std::string text;
    for (const Piece& piece : pieces) {
        if (piece.text.find_first_not_of(" \n") != std::string::npos) {
            text += fmt::format("\n#line {} \"{}\"\n{}", piece.line, piece.file, piece.text);
        }
    }
    return text + "\n";
}

/// From the return type to the closing bracket of the parameters.
std::string signature(const std::string& solution, const Region& region)
{
    const std::string text = lines_between(solution, region.definition_line, region.first_line);
    return text.substr(0, text.find("\n{"));
}

/// What stands in a body before the marker: the checks of the arguments, which students are given.
Piece checks_before(const NamedText& solution, const Region& region)
{
    const std::size_t first =
        region.definition_line + lines_of(signature(solution.text, region)).size() + 1;
    return {lines_between(solution.text, first, region.first_line - 1), solution.name, first + 1};
}

/// What a body may use: the solution without its marked functions and without comments.
std::string given_code(const std::string& solution)
{
    std::vector<std::string> lines = lines_of(solution);
    for (const Region& region : regions_of(solution)) {
        for (std::size_t i = region.definition_line; i < lines.size(); ++i) {
            const bool last = lines[i] == "}";
            lines[i].clear();
            if (last) {
                break;
            }
        }
    }
    std::string code;
    for (const std::string& line : lines) {
        const auto first = line.find_first_not_of(' ');
        if (first != std::string::npos && line.compare(first, 2, "//") != 0) {
            code += line + "\n";
        }
    }
    return code;
}

/// "double sigmoid(…)" → "double sigmoid_as_sign(…)".
std::string renamed(std::string signature, const std::string& function, const std::string& name)
{
    return signature.replace(signature.find(function + "("), function.size(), name);
}

std::string quoted(const std::string& text)
{
    std::string result = "\"";
    for (const char c : text) {
        result += c == '"' || c == '\\' ? std::string{'\\', c} : std::string{c};
    }
    return result + "\"";
}

constexpr const char* frame = R"({origin}#include "judging/judge/mistakes.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

// Not every mistake needs all that the right answer needs.
#pragma GCC diagnostic ignored "-Wunused-function"
#pragma GCC diagnostic ignored "-Wunused-parameter"
#pragma GCC diagnostic ignored "-Wunused-variable"
#pragma GCC diagnostic ignored "-Wunused-but-set-variable"

{given}
namespace {chapter}::mistakes {{
{functions}
}} // namespace {chapter}::mistakes

namespace judging {{

std::span<const Mistake> all_mistakes()
{{
    using namespace {chapter};
    static const std::vector<Mistake> mistakes{{
{mistakes}    }};
    return mistakes;
}}

std::span<const Tie> all_ties()
{{
    static const std::vector<Tie> ties{{
{ties}    }};
    return ties;
}}

}} // namespace judging
)";

} // namespace

std::vector<WrongAnswer> wrong_answers(const NamedText& list, const NamedText& solution)
{
    Expansion expansion(list, solution);
    std::vector<WrongAnswer> answers;
    for (const ListedMistake& mistake : expansion.list().mistakes) {
        answers.push_back(
            {mistake.function, mistake.id, mistake.message, text_of(expansion.body_of(mistake))});
    }
    return answers;
}

std::string mistakes_source(const NamedText& list, const NamedText& solution,
                            const std::string& chapter, Origin origin)
{
    Expansion expansion(list, solution);
    std::string functions;
    std::string mistakes;
    for (const ListedMistake& mistake : expansion.list().mistakes) {
        Pieces body = expansion.body_of(mistake);
        body.insert(body.begin(), checks_before(solution, expansion.region(mistake.function)));
        const std::string name = fmt::format("{}_as_{}", mistake.function, mistake.id);
        functions +=
            fmt::format("\nstatic {}\n{{{}}}\n",
                        renamed(signature(solution.text, expansion.region(mistake.function)),
                                mistake.function, name),
                        origin == Origin::shown ? text_with_origins(body) : "\n" + text_of(body));
        mistakes += fmt::format("        mistake(&{0}::{1}, &mistakes::{2}, {3}, {4}, {5}),\n",
                                chapter, mistake.function, name, quoted(mistake.function),
                                quoted(mistake.id), quoted(mistake.message));
    }
    std::string ties;
    for (const ListedTie& tie : expansion.list().ties) {
        ties += fmt::format("        {{{}, {}, {}, {}}},\n", quoted(tie.function),
                            quoted(tie.first), quoted(tie.second), quoted(tie.why));
    }
    return fmt::format(
        frame,
        fmt::arg("origin", origin == Origin::hidden ? "// Wrong answers, each with its message.\n"
                                                    : fmt::format("// Made from {} and {}.\n",
                                                                  list.name, solution.name)),
        fmt::arg("given", given_code(solution.text)), fmt::arg("chapter", chapter),
        fmt::arg("functions", functions), fmt::arg("mistakes", mistakes), fmt::arg("ties", ties));
}

} // namespace workbook
