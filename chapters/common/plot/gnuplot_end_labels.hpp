/// @file
/// Labels at the ends of lines, in place of a legend.
#pragma once

#include "common/plot/gnuplot_layout.hpp"

#include <optional>
#include <string>
#include <vector>

namespace workbook::gnuplot {

/// A label and where it stands, in fractions of the plot's width and height.
struct EndLabel {
    std::string text;
    Color color = Color::black;
    double x = 1.0;        ///< where the line ends
    double y = 0.0;        ///< the label's middle
    double line_end = 0.0; ///< the height at which the line ends
    bool at_edge = true;   ///< the line ends at the right edge, and the label stands beside it
};

/// The labels of a panel that holds nothing else with a label than lines; nothing if a line has no
/// end in sight. With `only_if_clear` also nothing if a line ends early, if a label would be far
/// from its line, or if the labels would take too much of the plot's width.
std::optional<std::vector<EndLabel>> end_labels(const PanelLayout& layout, bool only_if_clear);

/// The width of the labels that stand beside the plot, in pixels.
double end_labels_width(const PanelLayout& layout, const std::vector<EndLabel>& labels);

/// Writes them, and the room for them on the right.
void write_end_labels(std::string& out, const PanelLayout& layout,
                      const std::vector<EndLabel>& labels);

} // namespace workbook::gnuplot
