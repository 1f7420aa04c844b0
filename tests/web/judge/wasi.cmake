# How CMake builds for a page: Debian's clang, C and C++ libraries for WebAssembly. Those libraries
# are built without exceptions; what they lack is in tests/web/runtime/unwinding.cpp and in libc++abi's source,
# which comes with emscripten.
set(CMAKE_SYSTEM_NAME Generic)
set(CMAKE_CXX_COMPILER clang++)
set(CMAKE_CXX_COMPILER_TARGET wasm32-wasi)
set(CMAKE_TRY_COMPILE_TARGET_TYPE STATIC_LIBRARY)
set(CMAKE_AR llvm-ar)
set(CMAKE_RANLIB llvm-ranlib)
set(CMAKE_CXX_FLAGS_INIT "-fwasm-exceptions -D_WASI_EMULATED_SIGNAL -D_WASI_EMULATED_PROCESS_CLOCKS")
set(CMAKE_EXE_LINKER_FLAGS_INIT "-fwasm-exceptions -lwasi-emulated-signal -lwasi-emulated-process-clocks")
