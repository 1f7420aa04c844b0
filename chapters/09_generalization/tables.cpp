// The tables and values of chapter 9.
#include "lab_parts.hpp"

#include "generalization.hpp"

namespace generalization {

void squares(Lab& lab)
{
    const Vector x{1, -2, 3};
    auto table = lab.table("squares", {"i", "xᵢ", "xᵢ²"});
    for (std::size_t i = 0; i < x.size(); ++i)
        table.row(i + 1, x(i), x(i) * x(i));
    lab.value("mean_square", mean_square(x));
}

} // namespace generalization
