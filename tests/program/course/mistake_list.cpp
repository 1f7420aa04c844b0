#include "course/mistake_list.hpp"

#include "common/system/user_error.hpp"

#include <boost/algorithm/string/predicate.hpp>
#include <boost/algorithm/string/split.hpp>
#include <boost/algorithm/string/trim.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <optional>
#include <set>
#include <sstream>

namespace workbook {
namespace {

bool is_identifier(const std::string& text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), [](unsigned char c) {
        return std::isalnum(c) != 0 || c == '_';
    });
}

/// What follows the mark and its blank.
std::string code_after(const std::string& line, std::size_t mark)
{
    return line.substr(std::min(mark + 1, line.size()));
}

/// The first line of an entry: "function.id: text", of a tie "function.id = other: text".
struct Head {
    std::string function;
    std::string id;
    std::string other;
    std::string text;
};

/// Its parts; nothing when the line is not of that form.
std::optional<Head> head_of(const std::string& line)
{
    const auto colon = line.find(": ");
    const std::string name = line.substr(0, colon == std::string::npos ? line.size() - 1 : colon);
    if (colon == std::string::npos && line.back() != ':') {
        return std::nullopt;
    }
    Head head{"", "", "",
              colon == std::string::npos ? "" : boost::trim_copy(line.substr(colon + 1))};
    std::string id = name.substr(std::min(name.find('.'), name.size()));
    head.function = name.substr(0, name.size() - id.size());
    if (const auto equals = id.find(" = "); equals != std::string::npos) {
        head.other = id.substr(equals + 3);
        id.resize(equals);
        if (!is_identifier(head.other)) {
            return std::nullopt;
        }
    }
    head.id = id.substr(std::min<std::size_t>(1, id.size()));
    return is_identifier(head.function) && is_identifier(head.id) ? std::optional(head)
                                                                  : std::nullopt;
}

/// Reads line by line; what a line means depends on its first character.
class Reader {
public:
    explicit Reader(const std::string& file) { list_.file = file; }

    MistakeList read(const std::string& text)
    {
        std::istringstream lines(text);
        for (std::string line; std::getline(lines, line);) {
            ++number_;
            boost::trim_right(line);
            take(line);
        }
        finish_entry();
        return std::move(list_);
    }

private:
    [[noreturn]] void fail(std::size_t line, const std::string& what,
                           const std::string& advice = "") const
    {
        throw UserError(fmt::format("{}:{}: {}", list_.file, line, what), advice);
    }

    void take(const std::string& line)
    {
        if (line.empty() || boost::starts_with(line, "//")) {
            last_ = Last::nothing;
            return;
        }
        if (begins_with_mark(line, "-") || begins_with_mark(line, "-*")) {
            take_before(line);
        } else if (begins_with_mark(line, "+")) {
            take_after(line);
        } else if (begins_with_mark(line, "=")) {
            take_body(line);
        } else if (boost::starts_with(line, "with ")) {
            take_bases(line);
        } else if (line.front() == ' ') {
            take_more_of_the_message(line);
        } else {
            finish_entry();
            take_head(line);
        }
    }

    static bool begins_with_mark(const std::string& line, const std::string& mark)
    {
        return line == mark || boost::starts_with(line, mark + " ");
    }

    void take_head(const std::string& line)
    {
        const std::optional<Head> head = head_of(line);
        if (!head) {
            fail(number_, fmt::format("\"{}\" is neither a mistake nor a part of one", line),
                 "a mistake begins with \"function.id: message\"; its edits with - and +, the "
                 "other lines of its message with blanks");
        }
        last_ = Last::message;
        if (!head->other.empty()) {
            list_.ties.push_back({head->function, head->id, head->other, head->text, number_});
            in_tie_ = true;
            return;
        }
        ListedMistake mistake;
        mistake.function = head->function;
        mistake.id = head->id;
        mistake.message = head->text;
        mistake.line = number_;
        if (mistake.id == "truth") {
            fail(number_, "\"truth\" is what ties call the right answer; choose another id");
        }
        if (!known_.insert(mistake.full_id()).second) {
            fail(number_, fmt::format("two mistakes are called {}", mistake.full_id()));
        }
        list_.mistakes.push_back(std::move(mistake));
        in_mistake_ = true;
    }

    void take_more_of_the_message(const std::string& line)
    {
        if (last_ != Last::message) {
            fail(number_, "an indented line goes on with a message, and here is none before it",
                 "code begins with -, + or = at the margin");
        }
        std::string& message = in_tie_ ? list_.ties.back().why : list_.mistakes.back().message;
        message += (message.empty() ? "" : " ") + boost::trim_copy(line);
    }

    void take_bases(const std::string& line)
    {
        ListedMistake& mistake = current("with");
        boost::split(mistake.bases, line.substr(5), boost::is_any_of(","));
        for (std::string& base : mistake.bases) {
            boost::trim(base);
            if (base == mistake.full_id() || known_.count(base) == 0) {
                fail(number_, fmt::format("there is no mistake {} above this one", base));
            }
            if (!boost::starts_with(base, mistake.function + ".")) {
                fail(number_, fmt::format("{} is a mistake of another function", base));
            }
        }
        last_ = Last::bases;
    }

    void take_before(const std::string& line)
    {
        ListedMistake& mistake = current("-");
        const bool everywhere = begins_with_mark(line, "-*");
        const std::string code = code_after(line, everywhere ? 2 : 1);
        if (last_ == Last::before) {
            mistake.edits.back().before += "\n" + code;
            return;
        }
        require_after();
        mistake.edits.push_back({code, "", everywhere, number_, 0});
        last_ = Last::before;
    }

    void take_after(const std::string& line)
    {
        ListedMistake& mistake = current("+");
        if (last_ == Last::after) {
            mistake.edits.back().after += "\n" + code_after(line, 1);
            return;
        }
        if (last_ != Last::before) {
            fail(number_, "what this line puts in stands for nothing: there is no - line above it",
                 "- says what stands in the solution, + what stands there instead");
        }
        mistake.edits.back().after = code_after(line, 1);
        mistake.edits.back().after_line = number_;
        last_ = Last::after;
    }

    void take_body(const std::string& line)
    {
        ListedMistake& mistake = current("=");
        if (last_ == Last::body) {
            mistake.body += "\n" + code_after(line, 1);
            return;
        }
        if (!mistake.body.empty()) {
            fail(number_, fmt::format("{} has a body already", mistake.full_id()));
        }
        mistake.body = code_after(line, 1);
        mistake.body_line = number_;
        last_ = Last::body;
    }

    ListedMistake& current(const char* kind)
    {
        if (!in_mistake_) {
            fail(number_, fmt::format("a line that begins with {} belongs to a mistake, and here "
                                      "is none before it",
                                      kind));
        }
        return list_.mistakes.back();
    }

    void require_after() const
    {
        const auto& edits = list_.mistakes.back().edits;
        if (!edits.empty() && edits.back().after_line == 0) {
            fail(edits.back().line, "nothing says what stands there instead",
                 "a + line follows the - lines; an empty one takes the code away");
        }
    }

    void finish_entry()
    {
        if (in_tie_) {
            require_tie(list_.ties.back());
        }
        if (in_mistake_) {
            const ListedMistake& mistake = list_.mistakes.back();
            require_after();
            if (mistake.message.empty()) {
                fail(mistake.line, fmt::format("{} has no message", mistake.full_id()),
                     "say what it is and what would be right");
            }
            if (mistake.edits.empty() && mistake.body.empty() && mistake.bases.size() < 2) {
                fail(mistake.line, fmt::format("{} changes nothing", mistake.full_id()),
                     "- and + lines edit the solution, = lines are a whole body");
            }
            if (!mistake.body.empty() && !(mistake.edits.empty() && mistake.bases.empty())) {
                fail(mistake.body_line,
                     fmt::format("{} has a whole body and edits too", mistake.full_id()));
            }
        }
        in_mistake_ = in_tie_ = false;
        last_ = Last::nothing;
    }

    void require_tie(const ListedTie& tie) const
    {
        for (const std::string& id : {tie.first, tie.second}) {
            if (id != "truth" && known_.count(tie.function + "." + id) == 0) {
                fail(tie.line, fmt::format("there is no mistake {}.{} above", tie.function, id));
            }
        }
        if (tie.why.empty()) {
            fail(tie.line, "say why nothing can tell them apart");
        }
    }

    enum class Last { nothing, message, bases, before, after, body };

    MistakeList list_;
    std::set<std::string> known_; ///< full ids of the mistakes so far
    std::size_t number_ = 0;      ///< of the line
    Last last_ = Last::nothing;
    bool in_mistake_ = false;
    bool in_tie_ = false;
};

} // namespace

MistakeList read_mistake_list(const std::string& text, const std::string& file)
{
    return Reader(file).read(text);
}

} // namespace workbook
