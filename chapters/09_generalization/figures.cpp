// The figures of chapter 9.
#include "lab_parts.hpp"

#include "generalization.hpp"

namespace generalization {

void generalization_parabola(Lab& lab)
{
    lab.figure({.name = "generalization_parabola",
                .caption = "The mean square of one number is its square: signs do not count, and "
                           "large numbers count most.",
                .alt = "A parabola with its lowest point at 0.",
                .source = ""},
               [](Figure& figure) {
                   figure.function([](double x) { return mean_square({x}); }, -3, 3);
                   figure.x_label("x");
                   figure.y_label("mean square of (x)");
                   figure.legend(Legend::none);
               });
}

} // namespace generalization
