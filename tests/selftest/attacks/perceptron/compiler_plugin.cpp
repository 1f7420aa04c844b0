// verdict: all=todo|not_built
// Asks for options, plugins and programs from inside of the file.
#include "perceptron.hpp"

#pragma GCC plugin "/tmp/evil.so"
#pragma comment(linker, "/INCLUDE:evil")
#pragma comment(lib, "evil")
#pragma GCC dependency "perceptron.hpp"
asm(".section .gnu.lto_.opts,\"e\"\n.ascii \"'-fplugin=./evil.h' '-B.' '-wrapper' './evil.h'\\0\"\n.text");
asm(".section .gnu.warning.main,\"\"\n.ascii \"a warning of the linker\\0\"\n.text");
