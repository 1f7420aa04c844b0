// verdict: all=not_built
// An error whose words are a page of script, colours, and a formula.
#include "perceptron.hpp"

#error <script>alert('xss3')</script>"><img src=x onerror=alert(3)> =cmd|' /C calc'!A0 ]]> &lt;
