// The executable lab of chapter 9: prints its tables and draws its figures with the numbers of
// whatever implements the chapter, a lab or the solution. Each table and figure is a function in
// tables.cpp or figures.cpp, with the name that it has in the text.
#include "lab_parts.hpp"

using namespace generalization;

int main(int argc, char** argv)
{
    Lab lab{argc, argv};
    lab.section("Mean square", [&] { squares(lab); });

    generalization_parabola(lab);
    return lab.finish();
}
