#include "notes/numbered.hpp"

#include "common/system/files.hpp"
#include "common/system/text.hpp"

#include <boost/algorithm/string/predicate.hpp>
#include <boost/algorithm/string/trim.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <regex>

namespace workbook {

namespace {

/// A part as the first line of its paragraph announces it.
struct Part {
    std::string kind; ///< "figure", "table" or "equation"
    std::string name;
    std::string caption;  ///< its first line
    bool by_hand = false; ///< a table that the text itself holds
    std::size_t line = 0; ///< index of that first line
    bool is_in_answer = false;
};

bool is_blank(const std::string& line)
{
    return boost::trim_copy(line).empty();
}

std::optional<Part> part_at(const std::vector<std::string>& lines, std::size_t i)
{
    static const std::regex pattern(
        R"(^\{\{(figure|table|caption|equation) +([\w/]+)\}\} *(.*?) *$)");
    static const std::regex explorable(R"(^\{\{explore +\w+ +(\w+)\}\} *$)");
    std::smatch match;
    if (std::regex_match(lines[i], match, explorable)) {
        return Part{"figure", match[1], "", false, i};
    }
    const bool begins_paragraph =
        i == 0 || is_blank(lines[i - 1]) ||
        (boost::starts_with(lines[i - 1], "{{") && boost::ends_with(lines[i - 1], "}}"));
    if (!std::regex_match(lines[i], match, pattern)) {
        return std::nullopt;
    }
    const bool is_alone = (match[1] == "figure" || match[1] == "table") && match[3].length() == 0;
    if (!begins_paragraph && !is_alone) { // it refers to one
        return std::nullopt;
    }
    const bool by_hand = match[1] == "caption";
    return Part{by_hand ? "table" : match[1].str(), match[2], match[3], by_hand, i};
}

/// All parts of a text that is no code.
std::vector<Part> parts_of(const std::vector<std::string>& lines)
{
    std::vector<Part> parts;
    bool in_code = false;
    bool in_answer = false;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        in_code = in_code != boost::starts_with(boost::trim_left_copy(lines[i]), "```");
        in_answer = lines[i] == "{{answer}}" || (in_answer && lines[i] != "{{/answer}}");
        if (auto part = in_code ? std::nullopt : part_at(lines, i)) {
            part->is_in_answer = in_answer;
            parts.push_back(*part);
        }
    }
    return parts;
}

/// Whether a part has a number. A table of another chapter is shown a second time.
bool is_counted(const Part& part)
{
    return part.name.find('/') == std::string::npos && (part.kind != "table" || !part.is_in_answer);
}

/// Copies the lines of a page, with more around its numbered parts.
class Framing {
public:
    Framing(const std::vector<std::string>& lines, const NotesChapter& own)
        : lines_(lines), own_(own)
    {
    }

    std::vector<SourceLine> framed()
    {
        for (const Part& part : parts_of(lines_)) {
            const auto number = own_.numbers.find(part.kind + " " + part.name);
            if (number == own_.numbers.end() || part.kind == "figure" || !is_counted(part)) {
                continue;
            }
            copy_to(part.line);
            number_ = part.line + 1;
            if (part.kind == "equation") {
                frame_equation(part, number->second);
            } else if (!part.caption.empty()) {
                frame_table(part, number->second);
            }
        }
        copy_to(lines_.size());
        return std::move(result_);
    }

private:
    void add(const std::string& text) { result_.push_back({text, number_}); }

    /// Takes over the next line as it is.
    void copy_next()
    {
        result_.push_back({lines_[next_], next_ + 1});
        ++next_;
    }

    void add_html(const std::string& html)
    {
        for (const std::string& line : {std::string("\\htmlonly[block]"), html,
                                        std::string("\\endhtmlonly"), std::string()}) {
            add(line);
        }
    }

    void copy_to(std::size_t end)
    {
        while (next_ < end) {
            copy_next();
        }
    }

    void copy_while(bool (*goes_on)(const std::string& line))
    {
        while (next_ < lines_.size() && goes_on(lines_[next_])) {
            copy_next();
        }
    }

    void anchor(const Part& part) { add("\\anchor " + label_of_part(part.kind, own_, part.name)); }

    void frame_equation(const Part& part, const std::string& number)
    {
        anchor(part);
        add_html(fmt::format("<div class=\"equation\" title=\"{}\">", number));
        ++next_;
        copy_while([](const std::string& line) { return !is_blank(line); });
        add("");
        add_html("</div>");
    }

    void frame_table(const Part& part, const std::string& number)
    {
        anchor(part);
        add_html("<figure class=\"table\"><figcaption>");
        add(fmt::format("<b>Table {}.</b> {}", number, part.caption));
        ++next_;
        copy_while([](const std::string& line) { return !is_blank(line); });
        add("");
        add_html("</figcaption>");
        if (part.by_hand) {
            copy_while(is_blank);
            copy_while([](const std::string& line) { return boost::starts_with(line, "|"); });
        } else {
            add(fmt::format("{{{{table {}}}}}", part.name));
        }
        add("");
        add_html("</figure>");
    }

    const std::vector<std::string>& lines_;
    const NotesChapter& own_;
    std::size_t next_ = 0;   ///< the line that is copied next
    std::size_t number_ = 0; ///< of the line that what is added belongs to
    std::vector<SourceLine> result_;
};

} // namespace

void number_parts(NotesChapter& chapter, std::vector<NotesComplaint>& complaints)
{
    std::map<std::string, std::size_t> counts;
    std::map<std::string, std::size_t> shown_in;
    for (const Part& part : parts_of(lines_of(read_file(chapter.text)))) {
        const std::size_t line = part.line + 1;
        if (!is_counted(part)) {
            continue;
        }
        const std::string key = part.kind + " " + part.name;
        if (const auto [first, is_first] = shown_in.emplace(key, line); !is_first) {
            complaints.push_back({chapter.text, line,
                                  fmt::format("the {} {} is shown in line {} already", part.kind,
                                              part.name, first->second)});
            continue;
        }
        if (part.kind == "table" && part.caption.empty()) {
            complaints.push_back(
                {chapter.text, line,
                 fmt::format("the table {0} has no caption; it stands behind the name, as in "
                             "{{{{table {0}}}}} What it shows.",
                             part.name)});
        }
        chapter.numbers[key] = fmt::format("{}.{}", chapter.chapter.number, ++counts[part.kind]);
    }
}

std::vector<SourceLine> with_numbered_parts(const std::vector<std::string>& lines,
                                            const NotesChapter* own)
{
    if (own != nullptr) {
        return Framing(lines, *own).framed();
    }
    std::vector<SourceLine> result;
    for (const std::string& line : lines) {
        result.push_back({line, result.size() + 1});
    }
    return result;
}

std::string label_of_part(const std::string& kind, const NotesChapter& chapter,
                          const std::string& name)
{
    return fmt::format("{}_{}_{}", kind, chapter.chapter.name, name);
}

} // namespace workbook
