// verdict: all=not_built
// The same in bytes that are no text, in the line that is shown.
#include "perceptron.hpp"

static_assert(false, "\x1b[2J\x1b]0;title\x07 =HYPERLINK(\"http://127.0.0.1\") <script>alert('xss4')</script>");
