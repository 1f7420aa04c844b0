// The executable lab of chapter 99: prints its tables and draws its figures with the numbers of
// whatever implements the chapter, a lab or the solution. Each table and figure is a function in
// tables.cpp or figures.cpp with the name that it has in the text.
#include "common/report/lab.hpp"
#include "lab_parts.hpp"

using namespace workbook;

int main(int argc, char** argv)
{
    Lab lab{argc, argv};
    lab.section("Mean square", [&] { example::squares(lab); });

    lab.figure({.name = "example_parabola",
                .caption = "The mean square of one number is its square: signs do not count, and "
                           "large numbers count most.",
                .alt = "A parabola with its lowest point at 0.",
                .source = ""},
               example::draw_parabola);
    return lab.finish();
}
