/// @file
/// Where the parts of a panel go, and how much room its texts need: gnuplot aligns the panels of a
/// figure only if it is told.
#pragma once

#include "common/plot/drawing.hpp"

#include <string>
#include <vector>

namespace workbook::gnuplot {

/// The height of what is below all panels, in pixels: the bar of a scale that they share.
double strip_height(const Drawing& drawing);

/// A panel's place in its figure, and the room that its texts take.
struct PanelLayout {
    const Drawing& drawing;
    const Panel& panel;
    std::size_t index; ///< which of the drawing's panels this is

    /// Of the whole figure, and of one column and row of its grid, in pixels.
    double width() const;
    double height() const;
    double panel_width() const;
    double panel_height() const;

    /// The labels of its series and regions.
    std::vector<std::string> legend_entries() const;

    /// Where the labels are, `automatic` being decided.
    Legend legend() const;

    /// Columns of a legend above or below the plot: gnuplot makes all as wide as the widest.
    std::size_t legend_columns() const;

    /// How many lines of text a legend above the plot takes, and the title.
    double legend_lines() const;
    double title_lines() const;

    /// The middle of the panel, its upper and its lower edge, as fractions of the whole figure.
    double screen_x() const;
    double screen_top() const;
    double screen_bottom() const;

    /// How many lines of text there are above the plot, and below it.
    double head_lines() const;
    double foot_lines() const;

    /// Otherwise gnuplot has to find out itself how much room there must be.
    bool foot_known() const;

    /// Whether the texts at the tics of x do not fit side by side.
    bool x_tic_labels_crowded() const;

    /// The texts at the tics of x, if there are any: categories, or those that were asked for.
    std::vector<std::string> x_tic_labels() const;
};

} // namespace workbook::gnuplot
