// Lays out the site: the notes, and beside them what their pages need to compile and judge.
//
//   node lay_out.mjs NOTES LABS OUT
//
// NOTES is the folder of the notes' pages, LABS what make_site.mjs has made. OUT/lab holds all that
// is fetched when the first check is pressed, compressed: any static host will do.
import { build } from 'esbuild';
import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const [notes, labs, out] = process.argv.slice(2);
const here = path.dirname(new URL(import.meta.url).pathname);
const lab = path.join(out, 'lab');
fs.cpSync(notes, out, { recursive: true });
fs.mkdirSync(lab, { recursive: true });

await build({
    entryPoints: [path.join(here, 'lab.js'), path.join(here, 'worker.js')],
    bundle: true, minify: true, format: 'esm', target: 'es2022', external: ['node:*'], outdir: lab,
});
fs.copyFileSync(path.join(here, 'lab.css'), path.join(lab, 'lab.css'));

let fetched = 0;
/// Compresses a file, unless that was done after it was made.
function compress(from, to) {
    const made = `${to}.gz`;
    if (!fs.existsSync(made) || fs.statSync(made).mtimeMs < fs.statSync(from).mtimeMs) {
        fs.mkdirSync(path.dirname(made), { recursive: true });
        fs.writeFileSync(made, gzipSync(fs.readFileSync(from)));
    }
    fetched += fs.statSync(made).size;
}
const compiler = path.join(here, 'node_modules/@yowasp/clang/gen');
for (const name of fs.readdirSync(compiler).filter((each) => each.startsWith('llvm'))) {
    compress(path.join(compiler, name), path.join(lab, name));
}
compress(path.join(labs, 'compiler.pack'), path.join(lab, 'compiler.pack'));
compress(path.join(labs, 'runtime.a'), path.join(lab, 'runtime.a'));
compress(path.join(labs, 'words.wasm'), path.join(lab, 'words.wasm'));
console.log(`the compiler: ${(fetched / 1e6).toFixed(1)} MB to fetch`);

const chapters = JSON.parse(fs.readFileSync(path.join(labs, 'chapters.json'), 'utf8'));
fs.copyFileSync(path.join(labs, 'chapters.json'), path.join(lab, 'chapters.json'));
const head = '<link href="lab/lab.css" rel="stylesheet"/>\n'
    + '<script src="lab/lab.js" type="module"></script>\n</head>';
for (const { folder, name } of chapters) {
    for (const file of fs.readdirSync(path.join(labs, folder))) {
        compress(path.join(labs, folder, file), path.join(lab, folder, file));
    }
    const page = path.join(out, `${name}.html`);
    fs.writeFileSync(page, fs.readFileSync(page, 'utf8').replace('</head>', head));
}
