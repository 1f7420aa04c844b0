// The compiler asks for its own parts by their names; they are kept compressed, and counted.
import { fetch_packed, files } from './packed.js';

const fetch_as_it_is = self.fetch.bind(self);

/// How much of each file has come, for one bar.
const coming = new Map();

/// Tells the page how much of this file has come.
export const told = (name) => (loaded) => {
    coming.set(name, loaded);
    self.postMessage({ stage: 'fetch', loaded: [...coming.values()].reduce((a, b) => a + b, 0) });
};

/// Tells the page how much the compiler and a chapter are together.
export async function tell_total(chapter) {
    const needed = Object.entries(await files())
        .filter(([name]) => !name.includes('/') || name.startsWith(`${chapter}/`));
    self.postMessage({ total: needed.reduce((sum, [, { size }]) => sum + size, 0) });
}

self.fetch = async (what, ...more) => {
    const name = new URL(what.url ?? what, import.meta.url).pathname.split('/').pop();
    if (!/^llvm.*\.(wasm|tar)$/.test(name)) {
        return fetch_as_it_is(what, ...more);
    }
    const type = name.endsWith('.wasm') ? 'application/wasm' : 'application/octet-stream';
    return new Response(await fetch_packed(name, told(name)), { headers: { 'content-type': type } });
};
