// The compiler asks for its own parts by their names; they are kept compressed, and counted.
import { fetch_gz } from './packed.js';

const fetch_as_it_is = self.fetch.bind(self);

/// How much of each file has come, for one bar.
const coming = new Map();

/// Tells the page how much of this file has come.
export const told = (name) => (loaded, total) => {
    coming.set(name, { loaded, total });
    const sum = (what) => [...coming.values()].reduce((all, each) => all + each[what], 0);
    self.postMessage({ stage: 'fetch', loaded: sum('loaded'), total: sum('total') });
};

self.fetch = async (what, ...more) => {
    const url = new URL(what.url ?? what, import.meta.url);
    if (!/llvm[^/]*\.(wasm|tar)$/.test(url.pathname)) {
        return fetch_as_it_is(what, ...more);
    }
    const type = url.pathname.endsWith('.wasm') ? 'application/wasm' : 'application/octet-stream';
    return new Response(await fetch_gz(url.href, told(url.pathname)),
                        { headers: { 'content-type': type } });
};
