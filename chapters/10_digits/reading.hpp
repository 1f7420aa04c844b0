/// @file
/// The network at the terminal: trained, saved, loaded, and asked what a picture shows.
#pragma once

#include "sequential.hpp"

namespace digits {

/// How this chapter's network is made; everything that it chooses is a hyperparameter.
Sequential new_model(std::size_t seed);
FitOptions usual_fit(std::size_t seed);

/// A line on standard error that is overwritten after every epoch: how far training is, with loss
/// and accuracy. Nothing is shown if that is not a terminal.
void show_epoch(int epoch, int epochs, const Scores& scores);

/// Whether the command line is one of this: `--image FILE`, `--save FILE`, `--load FILE`.
bool wants_reading(int argc, const char* const* argv);

/// Does what it says; the exit status.
int read_at_terminal(int argc, const char* const* argv);

} // namespace digits
