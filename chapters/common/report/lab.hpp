/// @file
/// Lab: the frame of a chapter's executable. It prints the chapter's tables, draws its figures, and
/// carries on when a step is not written yet.
///
///     int main(int argc, char** argv)
///     {
///         workbook::Lab lab{argc, argv};
///         lab.section("The four gates", [&] {
///             auto table = lab.table("gates", {"x1", "x2", "AND", {"error", "%.3e"}});
///             table.row(0, 0, 0, 1e-9);
///             lab.value("rounding_error", 1.1e-16);
///         });
///         lab.figure({.name = "step_activation", .caption = "…", .alt = "…",
///                     .source = "decks A and B, perceptron"},
///                    [&](Figure& figure) { … });
///         return lab.finish();
///     }
///
/// Call the chapter's functions only inside the bodies of sections and figures: outside of them an
/// unwritten step would end the program. No body may rely on another having run; what several of
/// them need belongs in a function.
///
/// Options: `--out DIR` writes DIR/tables/NAME.md, DIR/values.json and
/// DIR/figures/NAME.{svg,png,csv,json} (and .gif), else tables go to the terminal and no figure
/// is drawn; `--only NAME…` draws only these figures; `--list` prints what figures there are, as
/// JSON; `--no-figures`, `--no-tables`.
#pragma once

#include "common/math/todo.hpp"
#include "common/plot/figure.hpp"
#include "common/plot/graph.hpp"
#include "common/report/table.hpp"

#include <concepts>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace workbook {

/// A figure's name and its texts. The name is stable: files, links and `--only` use it.
struct FigureMeta {
    std::string name = {};    ///< letters, digits and underscores
    std::string caption = {}; ///< Markdown with formulas, one or two sentences: what to see in it;
                              ///< a number of the chapter's is {{value name}}, as in the text
    std::string alt = {};     ///< what it shows, for those who cannot see it
    std::string source = {};  ///< "deck B, page on gates"; empty if it is the workbook's own
    bool animated = false;    ///< whether its body calls figure.animate
};

/// A table that is being filled, row by row. It is printed when the next output begins.
class Table {
public:
    explicit Table(std::shared_ptr<TableData> data) : data_(std::move(data)) {}

    /// As many cells as there are columns; throws std::invalid_argument otherwise.
    template <class... Cells>
    void row(const Cells&... cells)
    {
        add({Cell(cells)...});
    }

    /// A row whose length is known only at run time.
    void add(const std::vector<Cell>& cells) { data_->add(cells); }

private:
    std::shared_ptr<TableData> data_;
};

class Lab {
public:
    Lab(int argc, const char* const* argv);
    ~Lab();
    Lab(const Lab&) = delete;
    Lab& operator=(const Lab&) = delete;

    /// A heading and what belongs under it. A body that throws Todo is reported as "needs step
    /// 1.5" and the program goes on; any other exception is reported and ends in status 1.
    void section(const std::string& title, const std::function<void()>& body);

    /// A table of the notes, `{{table name}}`; only inside a section.
    Table table(const std::string& name, const std::vector<Column>& columns);

    /// A number of the notes, `{{value name}}`; only inside a section.
    void value(const std::string& name, double number, const std::string& format = "%.6g");
    void value(const std::string& name, std::integral auto number)
    {
        whole_value(name, static_cast<long long>(number));
    }

    /// A line of text for the reader at the terminal; only inside a section.
    void print(const std::string& text);

    /// A figure of the notes, `{{figure name}}`.
    void figure(const FigureMeta& meta, const std::function<void(Figure&)>& body);

    /// The same for the drawing of a network.
    void graph(const FigureMeta& meta, const std::function<void(Graph&)>& body);

    /// Writes what has not been written yet. Status: 0 done (even if steps are missing), 1
    /// something failed, 2 bad usage.
    int finish();

private:
    using Files = std::map<std::string, std::string>; ///< content by extension
    void whole_value(const std::string& name, long long number);
    void draw(const FigureMeta& meta, const char* kind, const std::function<Files()>& drawn);

    struct State;
    std::unique_ptr<State> state_;
};

} // namespace workbook
