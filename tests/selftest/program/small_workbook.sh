# shellcheck shell=bash
# A workbook that is built in a moment: the front door, in front of a program that only says what it
# is called with. A test sources this.

# small_workbook ROOT FOLDER: makes one of ROOT's front door.
small_workbook() {
    local root=$1 folder=$2
    mkdir -p "$folder/tests/program/course" "$folder/chapters/01_only"
    cp "$root/workbook" "$folder/"
    cp "$root"/tests/program/course/packages*.{sh,txt} "$folder/tests/program/course/"
    cp -r "$root/tests/program/front_door" "$folder/tests/program/"
    printf '%s\n' '#include "said.hpp"' 'int main(int n, char** words) { return said(n, words); }' \
        >"$folder/chapters/main.cpp"
    printf '%s\n' '#include <cstdio>' 'inline int said(int n, char** words)' \
        '{ for (int i = 0; i < n; ++i) std::printf("%s\n", words[i]); return 0; }' \
        >"$folder/chapters/said.hpp"
    cat >"$folder/CMakeLists.txt" <<'CMAKE'
cmake_minimum_required(VERSION 3.25)
project(small LANGUAGES NONE)
find_program(GXX g++)
set(program ${PROJECT_BINARY_DIR}/tests/program/workbook)
file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/tests/program)
file(GLOB sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/chapters/*.cpp)
add_custom_command(OUTPUT ${program}
    COMMAND ${GXX} -I${PROJECT_SOURCE_DIR}/chapters ${sources} -o ${program} -MD -MF ${program}.d
        -MT ${program}
    DEPENDS ${sources} DEPFILE ${program}.d VERBATIM)
add_custom_target(workbook DEPENDS ${program})
CMAKE
}
