// What the site holds compressed (lay_out.mjs), fetched and unpacked.

const here = new URL('.', import.meta.url);

let listed = null;

/// Every file by its name: how it is called in the site, and its size there.
export function files() {
    listed ??= fetch(new URL('files.json', here)).then((response) => {
        if (!response.ok) {
            throw new Error(`files.json: ${response.status} ${response.statusText}`);
        }
        return response.json();
    });
    listed.catch(() => { listed = null; });
    return listed;
}

/// A file, as a stream. `on_progress(loaded)` counts what has come of it.
export async function fetch_packed(name, on_progress = () => {}) {
    const { stored } = (await files())[name];
    const response = await fetch(new URL(stored, here));
    if (!response.ok) {
        throw new Error(response.status === 404
            ? 'the site has changed since this page was opened: reload it'
            : `${stored}: ${response.status} ${response.statusText}`);
    }
    let loaded = 0;
    const counted = response.body.pipeThrough(new TransformStream({
        transform(piece, controller) {
            loaded += piece.length;
            on_progress(loaded);
            controller.enqueue(piece);
        },
    }));
    return counted.pipeThrough(new DecompressionStream('gzip'));
}

export async function bytes_of(stream) {
    return new Uint8Array(await new Response(stream).arrayBuffer());
}

/// The compiler's files (make_site.mjs: packed) as a tree.
export function unpacked(bytes) {
    const size = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
    const list = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + size)));
    const files = {};
    let at = 4 + size;
    for (const [name, length] of list) {
        const parts = name.split('/');
        const last = parts.pop();
        let folder = files;
        for (const part of parts) {
            folder = folder[part] ??= {};
        }
        folder[last] = bytes.subarray(at, at + length);
        at += length;
    }
    return files;
}
