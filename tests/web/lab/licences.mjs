// The licences of what a site's pages carry, as one text.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/// What judges and students' files are compiled with: a file of each package.
const COMPILED_IN = ['/usr/include/xtensor', '/usr/include/xtl', '/usr/include/xtensor-blas',
    '/usr/include/fmt', '/usr/include/nlohmann', '/usr/include/CLI', '/usr/lib/wasm32-wasi/libc.a',
    '/usr/lib/wasm32-wasi/libc++.a'];

const BEGINNING = `The pages of this site run the programs below, each under its own licence. The
judges also hold parts of Boost, under the Boost Software License 1.0,
https://www.boost.org/LICENSE_1_0.txt, which asks for no copy of itself here.`;

const read = (file) => (fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trim() : '');

/// A package that npm has brought.
function of_npm(folder) {
    const { name, version, license } = JSON.parse(read(path.join(folder, 'package.json')));
    const file = fs.readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
    return { name: `${name} ${version}`, text: file === undefined ? license
        : read(path.join(folder, file)) };
}

/// The packages of the system with these files, as far as they are known.
function of_system(files) {
    const packages = new Set();
    for (const file of files) {
        try {
            const said = execFileSync('dpkg', ['-S', file], { encoding: 'utf8', stdio: 'pipe' });
            packages.add(said.match(/^[^:,]+/)[0]);
        } catch {
            console.error(`the licence of ${file} is not known here: no package holds it`);
        }
    }
    return [...packages].map((name) => ({ name, text: read(`/usr/share/doc/${name}/copyright`) }));
}

/// `folders`: those of npm's packages.
export function licences(folders) {
    const parts = [...folders.map(of_npm), ...of_system(COMPILED_IN)];
    return [BEGINNING, ...parts.map(({ name, text }) => `${'='.repeat(80)}\n${name}\n\n${text}`)]
        .join('\n\n') + '\n';
}
