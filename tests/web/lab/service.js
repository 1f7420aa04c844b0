// The site's service worker: what was fetched once is there without a network.
const KEPT = 'neural-networks-by-hand';

/// The names of these hold a digest of what is in them (lay_out.mjs).
const never_changes = (url) => url.pathname.endsWith('.bin');

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

/// Keeps a response. Where there is no room, the site works as long as there is a network.
async function keep(request, response) {
    try {
        await (await caches.open(KEPT)).put(request, response);
    } catch (error) {
        console.warn(`not kept: ${request.url}: ${error.message}`);
    }
}

const kept = (request) => caches.match(request, { ignoreSearch: true });

/// Removes what an earlier edition of the site had, once the list of a new one has come.
async function forget_others(list) {
    const current = new Set(Object.values(await list.json()).map(({ stored }) => stored));
    const cache = await caches.open(KEPT);
    for (const request of await cache.keys()) {
        const url = new URL(request.url);
        if (never_changes(url) && !current.has(url.pathname.split('/').pop())) {
            await cache.delete(request);
        }
    }
}

async function from_network(event) {
    const { request } = event;
    const response = await fetch(request);
    if (response.ok) {
        event.waitUntil(keep(request, response.clone()));
        if (request.url.endsWith('/lab/files.json')) {
            event.waitUntil(forget_others(response.clone()));
        }
    }
    return response;
}

async function answer(event) {
    if (never_changes(new URL(event.request.url))) {
        return (await kept(event.request)) ?? from_network(event);
    }
    try {
        return await from_network(event);
    } catch (error) {
        const response = await kept(event.request);
        if (response === undefined) {
            throw error;
        }
        return response;
    }
}

self.addEventListener('fetch', (event) => {
    const { request } = event;
    if (request.method === 'GET' && new URL(request.url).origin === self.location.origin) {
        event.respondWith(answer(event));
    }
});

/// A page that was opened before there was a service worker says what it consists of.
async function keep_all(addresses) {
    for (const address of addresses) {
        const request = new Request(address);
        if ((await kept(request)) === undefined) {
            const response = await fetch(request);
            if (response.ok) {
                await keep(request, response);
            }
        }
    }
}
self.addEventListener('message', (event) => event.waitUntil(keep_all(event.data)));
