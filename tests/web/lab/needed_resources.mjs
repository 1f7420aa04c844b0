// Which of the compiler's own files a student's file can need: it brings headers and libraries for
// many machines and languages.

/// Below usr/: the C++ library, the C library and the headers of the compiler itself, for one target.
const NEEDED = [
    /^lib\/wasm32-wasip1\/(crt1-reactor\.o|lib(c|c\+\+|c\+\+abi)\.a)$/,
    /^lib\/wasm32-unknown-wasip1\/libclang_rt\.builtins\.a$/,
    /^include\/c\+\+\/v1\/(?!__cxx03\/|experimental\/)/,
    /^include\/wasm32-wasip1\//,
    /^include\/((__)?std\w+|(__)?float\w*|limits|iso646|inttypes|tgmath)\.h$/,
];

/// The same tar archive with those files alone (folders are kept: they cost nothing).
export function needed_of_archive(archive) {
    const block = 512;
    const folder = '5';
    const kept = [];
    let at = 0;
    while (at + block <= archive.length && archive[at] !== 0) {
        const text = (from, length) => archive.toString('latin1', at + from, at + from + length)
            .replace(/\0.*$/s, '');
        const size = parseInt(text(124, 12), 8) || 0;
        const end = at + block + Math.ceil(size / block) * block;
        if (text(156, 1) === folder || NEEDED.some((needed) => needed.test(text(0, 100)))) {
            kept.push(archive.subarray(at, end));
        }
        at = end;
    }
    return Buffer.concat([...kept, Buffer.alloc(2 * block)]);
}
