#include "example.hpp"
#include "lab_parts.hpp"

namespace example {

void draw_parabola(Figure& figure)
{
    figure.function([](double x) { return mean_square({x}); }, -3, 3);
    figure.x_label("x");
    figure.y_label("mean square of (x)");
    figure.legend(Legend::none);
}

} // namespace example
