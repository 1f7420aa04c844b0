// verdict: 1.1=todo|crashed others=todo
// A "todo" whose step number is a page of script, a formula and bytes that are no text.
#include "perceptron.hpp"

double perceptron::weighted_sum(const Vector&, const Vector&, double)
{
    throw todo("=cmd|' /C calc'!A0\n<script>alert('xss1')</script>\"><img src=x onerror=alert(1)>"
               "\xff\xfe\x1b[2J]]>&#x3c;");
}
