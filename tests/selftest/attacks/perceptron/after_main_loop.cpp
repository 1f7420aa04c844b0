// verdict: all=todo
// A static destructor that never ends.
#include "perceptron.hpp"

static struct Late {
    ~Late()
    {
        for (volatile bool on = true; on;) {
        }
    }
} late;
