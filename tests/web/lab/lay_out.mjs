// Lays out the site: the notes, and beside them what their pages need to compile and judge.
//
//   node lay_out.mjs NOTES LABS KEPT OUT
//
// NOTES is the folder of the notes' pages, LABS what make_site.mjs has made, KEPT where compressed
// files are kept for the next time. OUT/lab holds all that is fetched when Check is pressed. Its large
// files are compressed, whatever the host does; their names end in .bin, so that no host takes them for
// something that it should unpack, and hold a digest, so that a browser never takes an old one for a new one.
import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { licences } from './licences.mjs';
import { needed_of_archive } from './needed_resources.mjs';

const [notes, labs, kept, out] = process.argv.slice(2);
const here = path.dirname(new URL(import.meta.url).pathname);
const lab = path.join(out, 'lab');
if (fs.existsSync(out) && fs.readdirSync(out).length > 0
    && !fs.existsSync(path.join(out, 'service.js'))) {
    console.error(`${out} holds something else than a site: name a new folder, or empty this one.`);
    process.exit(1);
}
fs.mkdirSync(out, { recursive: true });
fs.copyFileSync(path.join(here, 'service.js'), path.join(out, 'service.js')); // first: it marks a site
fs.rmSync(lab, { recursive: true, force: true });
fs.cpSync(notes, out, { recursive: true });
fs.mkdirSync(lab, { recursive: true });
fs.mkdirSync(kept, { recursive: true });

const { metafile } = await build({
    metafile: true,
    entryPoints: ['lab.js', 'cover.js', 'worker.js'].map((name) => path.join(here, name)),
    bundle: true, minify: true, format: 'esm', target: 'es2022', external: ['node:*'], outdir: lab,
});
fs.copyFileSync(path.join(here, 'lab.css'), path.join(lab, 'lab.css'));
const packages = Object.keys(metafile.inputs)
    .map((file) => file.match(/^.*node_modules\/(@[^/]+\/)?[^/]+/)?.[0])
    .filter((folder) => folder !== undefined);
fs.writeFileSync(path.join(lab, 'licences.txt'), licences([...new Set(packages)].sort()));

/// By the names that the pages ask for: what a file is called in the site, and its size there.
const files = {};

function store(name, bytes) {
    const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
    const stored = `${name.replaceAll('/', '.')}.${digest}.bin`;
    const compressed = path.join(kept, stored);
    if (!fs.existsSync(compressed)) {
        fs.writeFileSync(`${compressed}.part`, gzipSync(bytes, { level: 9 }));
        fs.renameSync(`${compressed}.part`, compressed);
    }
    fs.copyFileSync(compressed, path.join(lab, stored));
    files[name] = { stored, size: fs.statSync(compressed).size };
}

const compiler = path.join(here, 'node_modules/@yowasp/clang/gen');
for (const name of fs.readdirSync(compiler).filter((each) => /^llvm.*\.wasm$/.test(each))) {
    store(name, fs.readFileSync(path.join(compiler, name)));
}
store('llvm-resources.tar',
      needed_of_archive(fs.readFileSync(path.join(compiler, 'llvm-resources.tar'))));
for (const name of ['compiler.pack', 'runtime.a', 'words.wasm']) {
    store(name, fs.readFileSync(path.join(labs, name)));
}
const size = Object.values(files).reduce((sum, each) => sum + each.size, 0);

const chapters = JSON.parse(fs.readFileSync(path.join(labs, 'chapters.json'), 'utf8'));
for (const { folder } of chapters) {
    for (const file of fs.readdirSync(path.join(labs, folder))) {
        store(`${folder}/${file}`, fs.readFileSync(path.join(labs, folder, file)));
    }
}
const largest = Math.max(...chapters.map(({ folder }) => Object.entries(files)
    .filter(([name]) => name.startsWith(`${folder}/`))
    .reduce((sum, [, each]) => sum + each.size, 0)));
fs.writeFileSync(path.join(lab, 'files.json'), JSON.stringify(files));
fs.copyFileSync(path.join(labs, 'chapters.json'), path.join(lab, 'chapters.json'));

/// Has a page load one of the scripts.
function add_script(page, script) {
    const head = '<link href="lab/lab.css" rel="stylesheet"/>\n'
        + `<script src="lab/${script}" type="module"></script>\n</head>`;
    const file = path.join(out, page);
    fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace('</head>', head));
}
chapters.forEach(({ name }) => add_script(`${name}.html`, 'lab.js'));
add_script('index.html', 'cover.js');

const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
console.log(`Fetched at the first check: ${megabytes(size)}, and up to ${megabytes(largest)} for a `
    + 'chapter.');
