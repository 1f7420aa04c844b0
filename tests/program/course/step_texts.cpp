#include "course/step_texts.hpp"

#include "common/system/files.hpp"
#include "common/system/pattern.hpp"
#include "common/system/text.hpp"
#include "course/tokens.hpp"

#include <boost/algorithm/string/erase.hpp>
#include <boost/algorithm/string/predicate.hpp>
#include <boost/algorithm/string/replace.hpp>

#include <algorithm>
#include <string_view>
#include <vector>

namespace workbook {

namespace fs = std::filesystem;

namespace {

/// What stands in the brackets behind a word among these tokens, without its quotes; "" if nothing
/// does.
std::string argument_of(const std::vector<Token>& tokens, std::string_view word)
{
    for (std::size_t i = 0; i + 2 < tokens.size(); ++i) {
        if (tokens[i].text == word && tokens[i + 1].text == "(") {
            return boost::erase_all_copy(std::string(tokens[i + 2].text), "\"");
        }
    }
    return "";
}

/// Adds the steps that a file's test cases are decorated as.
void add_steps(const std::string& source, std::map<std::string, StepText>& steps)
{
    const std::vector<Token> tokens = tokens_of(source);
    const auto is_case = [](const Token& token) { return token.text == "BOOST_AUTO_TEST_CASE"; };
    for (auto at = std::find_if(tokens.begin(), tokens.end(), is_case); at != tokens.end();
         at = std::find_if(at + 1, tokens.end(), is_case)) {
        // The decoration ends with a bracket that an opening brace follows; a hint that is put
        // together by {} may hold such a brace, but not behind a bracket.
        auto end = at + 1;
        while (end != tokens.end() && !(end->text == "{" && (end - 1)->text == ")")) {
            ++end;
        }
        const std::vector<Token> head(at, end);
        const std::string number = argument_of(head, "label");
        if (number.empty() || head.size() < 3) {
            continue;
        }
        StepText& step = steps[number];
        const std::string called = argument_of(head, "called");
        const std::string points = argument_of(head, "points");
        step.name =
            called.empty() ? boost::replace_all_copy(std::string(head[2].text), "_", " ") : called;
        step.points = points.empty() ? 1 : std::stoi(points);
        for (const Token& token : head) {
            step.text += std::string(token.text) + " ";
        }
    }
}

/// Adds each "/// Step 1.1: …" with the declaration below it.
void add_interface(const std::string& header, std::map<std::string, StepText>& steps)
{
    static const Pattern begins(R"(^/// Step ([0-9]+\.[0-9]+)\b)");
    std::map<std::string, StepText>::iterator step = steps.end();
    for (const std::string& line : lines_of(header)) {
        if (const auto match = begins.first_in(line)) {
            step = steps.find((*match)[1]);
        }
        if (step != steps.end()) {
            step->second.text += "\n" + line;
        }
        if (!boost::starts_with(line, "///") && boost::ends_with(line, ";")) {
            step = steps.end();
        }
    }
}

} // namespace

std::map<std::string, StepText> step_texts(const fs::path& root, const Chapter& chapter)
{
    std::map<std::string, StepText> steps;
    for (const auto& entry : fs::directory_iterator(root / "tests" / chapter.folder)) {
        if (entry.path().extension() == ".cpp" &&
            !boost::starts_with(entry.path().filename().string(), "hidden")) {
            add_steps(read_file(entry.path()), steps);
        }
    }
    add_interface(read_file(root / "chapters" / chapter.folder / (chapter.name + ".hpp")), steps);
    return steps;
}

} // namespace workbook
