#include "course/student_code.hpp"

#include "common/system/text.hpp"
#include "course/tokens.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

namespace workbook {
namespace {

template <std::size_t N>
bool is_one_of(const std::string& word, const std::array<std::string_view, N>& list)
{
    return std::find(list.begin(), list.end(), word) != list.end();
}

/// Replaces comments over several lines by blanks.
std::string without_block_comments(std::string text)
{
    for (std::size_t from = 0; (from = text.find("/*", from)) != std::string::npos;) {
        const std::size_t line = text.rfind('\n', from) + 1;
        const std::size_t end = std::min(text.find("*/", from + 2), text.size() - 2) + 2;
        if (text.substr(line, from - line).find("//") != std::string::npos) {
            from += 2; // it stands in a comment itself
            continue;
        }
        std::replace_if(
            text.begin() + static_cast<long>(from), text.begin() + static_cast<long>(end),
            [](char c) { return c != '\n'; }, ' ');
    }
    return text;
}

/// The kind of value that a type's name stands for, when it is a type.
Kind kind_of_type(const std::string& type)
{
    static constexpr std::array<std::string_view, 7> whole{
        "int", "long", "unsigned", "size_t", "short", "ptrdiff_t", "int64_t"};
    return is_one_of(type, whole)                ? Kind::whole
           : type == "double" || type == "float" ? Kind::number
           : type == "Vector"                    ? Kind::vector
           : type == "Matrix"                    ? Kind::matrix
                                                 : Kind::unknown;
}

bool is_keyword(const std::string& word)
{
    static constexpr std::array<std::string_view, 22> keywords{
        "return", "if",    "else",     "for",    "while",  "do",       "switch", "case",
        "throw",  "new",   "delete",   "const",  "static", "operator", "using",  "namespace",
        "struct", "class", "typename", "public", "catch",  "constexpr"};
    return is_one_of(word, keywords);
}

bool opens(const std::string& text)
{
    return text == "(" || text == "[" || text == "{";
}

bool closes(const std::string& text)
{
    return text == ")" || text == "]" || text == "}";
}

/// One past the `>` that closes the `<` at `open`; `open` if it closes nothing.
std::size_t past_types(const std::vector<Word>& words, std::size_t open)
{
    int depth = 0;
    for (std::size_t i = open; i < words.size() && i < open + 20; ++i) {
        const std::string& text = words[i].text;
        depth += text == "<" ? 1 : text == ">" ? -1 : 0;
        if (depth == 0) {
            return i + 1;
        }
        if (text == ";" || text == "{" || text == ")") {
            break;
        }
    }
    return open;
}

/// Functions of one or more values that act entry by entry: the kind of the result is that of the
/// arguments.
bool acts_on_entries(const std::string& name)
{
    static constexpr std::array<std::string_view, 24> names{
        "exp",  "log",   "sqrt",   "tanh", "sin",     "cos",     "tan",  "abs",
        "pow",  "log1p", "expm1",  "log2", "log10",   "sinh",    "cosh", "floor",
        "ceil", "round", "square", "cube", "maximum", "minimum", "max",  "min"};
    return is_one_of(name, names);
}

} // namespace

bool Word::is_name() const
{
    const auto first = static_cast<unsigned char>(text.front());
    return std::isalpha(first) != 0 || first == '_' || first >= 0x80;
}

bool Word::is_number() const
{
    const auto digit = [&](std::size_t i) {
        return i < text.size() && std::isdigit(static_cast<unsigned char>(text[i])) != 0;
    };
    return digit(0) || (text.front() == '.' && digit(1));
}

std::vector<Word> words_of(const std::string& line, std::size_t number)
{
    std::vector<Word> words;
    for (const Token& token : tokens_of(line)) {
        words.push_back({std::string(token.text), number, token.begin + 1});
    }
    return words;
}

std::size_t closing(const std::vector<Word>& words, std::size_t open)
{
    int depth = 0;
    for (std::size_t i = open; i < words.size(); ++i) {
        depth += opens(words[i].text) ? 1 : closes(words[i].text) ? -1 : 0;
        if (depth == 0) {
            return i;
        }
    }
    return words.size();
}

std::string joined(const std::vector<Word>& words, std::size_t from, std::size_t to)
{
    std::string text;
    for (std::size_t i = from; i < to && i < words.size(); ++i) {
        const bool apart = i > from && words[i].line == words[i - 1].line &&
                           words[i].column > words[i - 1].column + words[i - 1].text.size();
        text += (apart ? " " : "") + words[i].text;
    }
    return text;
}

std::vector<Call> calls_in(const std::vector<Word>& words)
{
    std::vector<Call> calls;
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        if (!words[i].is_name() || is_keyword(words[i].text)) {
            continue;
        }
        const std::size_t open = words[i + 1].text == "<" ? past_types(words, i + 1) : i + 1;
        if (open >= words.size() || words[open].text != "(") {
            continue;
        }
        const std::size_t end = closing(words, open);
        if (end == words.size()) {
            continue;
        }
        Call call;
        call.name = words[i].text;
        call.types = joined(words, i + 1, open);
        call.first_word = i;
        call.last_word = end;
        std::size_t first = i;
        while (first >= 2 && (words[first - 1].text == "::" || words[first - 1].text == ".") &&
               words[first - 2].is_name()) {
            first -= 2;
        }
        call.qualifier = joined(words, first, i);
        int depth = 0;
        std::size_t begin = open + 1;
        for (std::size_t at = open + 1; at <= end; ++at) {
            if (at == end || (depth == 0 && words[at].text == ",")) {
                if (at > begin) {
                    call.arguments.push_back(joined(words, begin, at));
                }
                begin = at + 1;
            }
            depth += opens(words[at].text) ? 1 : closes(words[at].text) ? -1 : 0;
        }
        calls.push_back(call);
    }
    return calls;
}

StudentCode::StudentCode(const std::string& text) : lines_(lines_of(without_block_comments(text)))
{
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        // A quote that is never closed must not swallow the lines after it.
        for (const Word& word : words_of(lines_[i], i + 1)) {
            if (word.text.front() == '#') {
                break; // #include, #define
            }
            words_.push_back(word);
        }
    }
    find_functions();
}

std::vector<Word> StudentCode::words_on(std::size_t line) const
{
    return line >= 1 && line <= lines_.size() ? words_of(lines_[line - 1], line)
                                              : std::vector<Word>{};
}

std::string StudentCode::line(std::size_t number) const
{
    if (number < 1 || number > lines_.size()) {
        return "";
    }
    const std::string& line = lines_[number - 1];
    const auto words = words_of(line, number);
    return words.empty() ? "" : line.substr(0, words.back().column - 1 + words.back().text.size());
}

const Function* StudentCode::function_at(std::size_t line) const
{
    const auto found = std::find_if(functions_.begin(), functions_.end(), [&](const Function& f) {
        return f.first_line <= line && line <= f.last_line;
    });
    return found == functions_.end() ? nullptr : &*found;
}

const Name* StudentCode::name_at(const std::string& name, std::size_t line) const
{
    const Function* function = function_at(line);
    if (function == nullptr) {
        return nullptr;
    }
    const Name* found = nullptr;
    for (const Name& each : function->names) {
        if (each.name == name) {
            if (found != nullptr && found->kind != each.kind) {
                return nullptr;
            }
            found = found == nullptr ? &each : found; // a parameter comes first
        }
    }
    return found;
}

void StudentCode::find_functions()
{
    // T name ( … ) {
    for (std::size_t i = 1; i + 2 < words_.size(); ++i) {
        const std::string& before = words_[i - 1].text;
        const bool after_type = (words_[i - 1].is_name() && !is_keyword(before)) || before == ">" ||
                                before == "&" || before == "*";
        if (!words_[i].is_name() || is_keyword(words_[i].text) || !after_type ||
            words_[i + 1].text != "(") {
            continue;
        }
        const std::size_t end = closing(words_, i + 1);
        if (end + 1 >= words_.size() || words_[end + 1].text != "{") {
            continue;
        }
        std::size_t type = i;
        while (type > 0 && words_[type - 1].text != ";" && words_[type - 1].text != "}" &&
               words_[type - 1].text != "{") {
            --type;
        }
        if (!functions_.empty() && functions_.back().last_word > i) {
            functions_.back().last_word = type; // its last bracket is missing
            functions_.back().last_line = words_[type].line - 1;
        }
        Function function;
        function.name = words_[i].text;
        function.returns = joined(words_, type, i);
        function.first_line = words_[type].line;
        function.first_word = end + 1;
        const std::size_t last = closing(words_, end + 1);
        function.last_word = std::min(last + 1, words_.size());
        function.last_line = last < words_.size() ? words_[last].line : lines_.size();
        find_names(function, i + 2, end, true);
        functions_.push_back(function);
    }
    for (Function& function : functions_) {
        find_names(function, function.first_word, function.last_word, false);
    }
}

void StudentCode::find_names(Function& function, std::size_t from, std::size_t to,
                             bool parameters) const
{
    for (std::size_t i = from; i + 1 < to; ++i) {
        const std::string& type = words_[i].text;
        const bool is_list = type == "vector" && words_[i + 1].text == "<";
        const Kind kind = kind_of_type(type);
        const bool other = words_[i].is_name() && !is_keyword(type);
        if (!other || (i > from && words_[i - 1].text == ".")) {
            continue;
        }
        std::size_t at = is_list ? past_types(words_, i + 1) : i + 1;
        bool is_const =
            i > 0 && (words_[i - 1].text == "const" ||
                      (i > 2 && words_[i - 1].text == "::" && words_[i - 3].text == "const"));
        while (at < to && (words_[at].text == "&" || words_[at].text == "const" ||
                           kind_of_type(words_[at].text) == Kind::whole)) {
            is_const |= words_[at].text == "const";
            ++at;
        }
        if (at >= to || !words_[at].is_name() || is_keyword(words_[at].text)) {
            continue;
        }
        // `a b` is a declaration; `a & b` only where a is a type.
        if (at > i + 1 && kind == Kind::unknown && !is_list && type != "auto" && !parameters) {
            continue;
        }
        const std::string after = at + 1 < to ? words_[at + 1].text : parameters ? "," : "";
        static constexpr std::array<std::string_view, 7> ends{"=", ";", "(", "{", ",", ")", ":"};
        if (!is_one_of(after, ends)) {
            continue;
        }
        Name name{words_[at].text, kind, is_const, parameters, is_list};
        if (type == "auto" && after == "=" && at + 2 < to) {
            std::size_t end = at + 2;
            while (end < to && words_[end].text != ";") {
                ++end;
            }
            const std::string value = joined(words_, at + 2, end);
            const bool counts = words_[at + 2].is_name() && end - at <= 8 &&
                                (value.find(".size()") == value.size() - 7 ||
                                 (value.find(".shape(") != std::string::npos && end - at == 8));
            name.kind = counts && value.size() > 7 ? Kind::whole : Kind::unknown;
        }
        function.names.push_back(name);
        i = at; // the next one
        // double a = 1.0, b = 2.0;
        if (!parameters && kind != Kind::unknown && after != ":" && after != ")") {
            int depth = 0;
            for (std::size_t j = at + 1; j + 2 < to && depth >= 0; ++j) {
                const std::string& text = words_[j].text;
                if (text == ";" && depth == 0) {
                    break;
                }
                depth += opens(text) ? 1 : closes(text) ? -1 : 0;
                if (depth == 0 && text == "," && words_[j + 1].is_name() &&
                    (words_[j + 2].text == "=" || words_[j + 2].text == ";" ||
                     words_[j + 2].text == ",")) {
                    function.names.push_back({words_[j + 1].text, kind, is_const, false, false});
                }
            }
        }
    }
}

Kind StudentCode::kind_of(const std::string& formula, std::size_t line) const
{
    return kind_of(words_of(formula, line));
}

Kind StudentCode::kind_of(const std::vector<Word>& formula) const
{
    Kind kind = Kind::whole;
    bool any = false;
    const auto meets = [&](Kind other) {
        any = true;
        if (kind != Kind::unknown) {
            kind = other == Kind::unknown ? other : std::max(kind, other);
        }
    };
    static constexpr std::array<std::string_view, 8> plain{"+", "-", "*", "/", "(", ")", "::", ","};
    for (std::size_t i = 0; i < formula.size() && kind != Kind::unknown; ++i) {
        const Word& word = formula[i];
        const std::string after = i + 1 < formula.size() ? formula[i + 1].text : "";
        if (word.is_number()) {
            const bool hex = word.text.find('x') != std::string::npos;
            meets(!hex && word.text.find_first_of(".eE") != std::string::npos ? Kind::number
                                                                              : Kind::whole);
        } else if (!word.is_name()) {
            if (!is_one_of(word.text, plain)) {
                kind = Kind::unknown;
            }
        } else if (const Name* name = name_at(word.text, word.line); name != nullptr) {
            const bool container = name->kind == Kind::vector || name->kind == Kind::matrix;
            if (after == "." && (container || name->is_list) && i + 3 < formula.size() &&
                (formula[i + 2].text == "size" || formula[i + 2].text == "shape") &&
                formula[i + 3].text == "(") {
                meets(Kind::whole);
                i = closing(formula, i + 3);
            } else if ((after == "(" || after == "[") && container) {
                meets(Kind::number);
                i = closing(formula, i + 1);
            } else if (after == "." || after == "(" || after == "[" || after == "->") {
                kind = Kind::unknown;
            } else {
                meets(name->kind);
            }
        } else if (word.text == "std" || word.text == "xt") {
            continue;
        } else if (after == "(" || after == "<") {
            const std::size_t open = after == "<" ? past_types(formula, i + 1) : i + 1;
            if (open >= formula.size() || formula[open].text != "(") {
                kind = Kind::unknown;
            } else if (word.text == "static_cast") {
                meets(kind_of_type(formula[open - 2].text));
                i = closing(formula, open);
            } else if (word.text == "double" || word.text == "dot") {
                meets(Kind::number);
                i = closing(formula, open);
            } else if (word.text == "matmul" || word.text == "outer" || word.text == "transpose") {
                meets(Kind::matrix);
                i = closing(formula, open);
            } else if (word.text == "matvec") {
                meets(Kind::vector);
                i = closing(formula, open);
            } else if (acts_on_entries(word.text) && after == "(") {
                meets(Kind::number);
            } else {
                kind = Kind::unknown;
            }
        } else {
            kind = Kind::unknown;
        }
    }
    return any ? kind : Kind::unknown;
}

} // namespace workbook
