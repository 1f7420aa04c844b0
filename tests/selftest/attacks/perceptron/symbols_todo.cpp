// verdict: all=not_built
// Its own todo, so that what is not written is not said to be.
#include "perceptron.hpp"

workbook::Todo workbook::todo(const std::string&)
{
    throw 1.5;
}
