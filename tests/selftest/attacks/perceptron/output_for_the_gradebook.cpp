// verdict: 1.1=wrong others=todo
// Prints script, a spreadsheet's formula, colours, bytes that are no text, and turned-round text.
#include "perceptron.hpp"
#include <cstdio>

double perceptron::weighted_sum(const Vector&, const Vector&, double)
{
    std::puts("=HYPERLINK(\"http://127.0.0.1/\",\"click\")");
    std::puts("<script>alert('xss2')</script></pre></td></table><img src=x onerror=alert(2)>");
    std::puts("]]></system-out><testcase name='right'/>\x1b[2J\x1b]0;title\x07\u202Eabc\u2066");
    std::fputs("\xff\xfe\xc0\xaf\xed\xa0\x80\xf4\x90\x80\x80 end", stdout);
    std::fwrite("\0\0\0", 1, 3, stdout);
    return 0;
}
