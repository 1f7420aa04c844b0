// verdict: all=not_built
// A message that a pattern with three open ends would be tried on for hours.
#include "perceptron.hpp"

#error @REPEAT(100,xt::xtensor_container<xt::uvector<double, 1, )@
