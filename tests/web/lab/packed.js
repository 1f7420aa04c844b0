// What the site holds compressed, fetched and unpacked.

/// The bytes of a file that is kept as .gz. `on_progress(loaded, total)` counts what is fetched.
export async function fetch_gz(url, on_progress = () => {}) {
    const response = await fetch(`${url}.gz`);
    if (!response.ok) {
        throw new Error(`${url}.gz: ${response.status} ${response.statusText}`);
    }
    const total = Number(response.headers.get('content-length')) || 0;
    let loaded = 0;
    const counted = response.body.pipeThrough(new TransformStream({
        transform(piece, controller) {
            loaded += piece.length;
            on_progress(loaded, total);
            controller.enqueue(piece);
        },
    }));
    return counted.pipeThrough(new DecompressionStream('gzip'));
}

export async function bytes_of(stream) {
    return new Uint8Array(await new Response(stream).arrayBuffer());
}

/// The compiler's files (tests/web/make_site.mjs: packed) as a tree.
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
