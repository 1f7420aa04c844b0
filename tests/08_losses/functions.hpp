// The functions of chapter 8 that the judge may call.
#pragma once

#include "losses.hpp"

#define CHAPTER losses
#define CHAPTER_FUNCTIONS(FUNCTION) FUNCTION(mean_square, x)
